package dev.smartspawn.enrich.name.parse;

import java.util.Locale;

/** How finished a release calls itself. */
public enum ReleaseStage {
  PREVIEW,
  EXPERIMENTAL,
  BETA,
  ALPHA;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
