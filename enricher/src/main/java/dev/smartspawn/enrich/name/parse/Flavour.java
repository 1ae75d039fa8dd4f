package dev.smartspawn.enrich.name.parse;

import java.util.Locale;

/** What a model was trained into, where names of one family differ by nothing else. */
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
