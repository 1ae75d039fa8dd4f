package dev.smartspawn.enrich.name.parse;

import java.util.Locale;

/** What a model was trained for, where the names of a family differ only in that. */
public enum Flavour {
  BASE,
  INSTRUCT,
  CHAT,
  /** OpenAI serves the models behind ChatGPT beside the ones of its API: never the same model. */
  CHATGPT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
