package dev.smartspawn.schema.setting;

import java.util.List;
import java.util.stream.Collectors;

/** A service cannot start with its settings. The message lists one mistake per line. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SettingsException(List<String> mistakes) {
    super(mistakes.stream().distinct().collect(Collectors.joining(System.lineSeparator())));
  }
}
