package dev.smartspawn.schema.setting;

import java.util.List;
import java.util.stream.Collectors;

/** Settings a service cannot start with; the message lists every mistake on a line of its own. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SettingsException(List<String> mistakes) {
    super(mistakes.stream().distinct().collect(Collectors.joining(System.lineSeparator())));
  }
}
