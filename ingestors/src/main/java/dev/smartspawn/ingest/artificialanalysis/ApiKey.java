package dev.smartspawn.ingest.artificialanalysis;

/** The user's key. Only a request ever sees its text. */
public final class ApiKey {

  private final String text;

  private ApiKey(String text) {
    this.text = text;
  }

  public static ApiKey of(String text) {
    return new ApiKey(text);
  }

  String text() {
    return text;
  }

  /** Whether an HTTP header can carry it: visible ASCII, as every real key is. */
  boolean isSendable() {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  @Override
  public String toString() {
    return "(a key)";
  }
}
