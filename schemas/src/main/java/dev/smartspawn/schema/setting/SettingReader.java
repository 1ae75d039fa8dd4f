package dev.smartspawn.schema.setting;

import java.util.Locale;

/** A service that reads settings. */
public enum SettingReader {
  INGESTORS,
  ENRICHER,
  QUERY_API,
  SPAWN_WORKER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
