package dev.smartspawn.schema.setting;

import java.util.List;

/** Settings a service cannot start with; the message lists every mistake on a line of its own. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SettingsException(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
  }
}
