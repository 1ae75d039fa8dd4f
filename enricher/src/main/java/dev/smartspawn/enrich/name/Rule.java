package dev.smartspawn.enrich.name;

import java.util.Locale;

/** How a name was matched, most certain first. */
public enum Rule {
  /** The source names the catalogue's own Hugging Face repository. */
  HUGGING_FACE_ID,
  /** data/aliases.yaml says so. */
  ALIAS,
  /** The same name but for case and punctuation. */
  EXACT_NAME;

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
