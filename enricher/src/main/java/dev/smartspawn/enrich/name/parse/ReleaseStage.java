package dev.smartspawn.enrich.name.parse;

import java.util.Locale;

/** The stage of a release, by its name. */
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
