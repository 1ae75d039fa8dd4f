package dev.smartspawn.enrich.name;

import java.util.Locale;

/** How finished a release calls itself. */
enum Stage {
  PREVIEW,
  EXPERIMENTAL,
  BETA,
  ALPHA;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
