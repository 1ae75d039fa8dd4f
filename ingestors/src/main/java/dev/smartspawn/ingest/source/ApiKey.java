package dev.smartspawn.ingest.source;

/** A user's key for a source. Its text appears only in requests, never in a log. */
public final class ApiKey {

  private final String text;

  private ApiKey(String text) {
    this.text = text;
  }

  public static ApiKey of(String text) {
    return new ApiKey(text);
  }

  public String text() {
    return text;
  }

  /** Whether an HTTP header can carry it. Every real key is visible ASCII. */
  public boolean isSendable() {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  @Override
  public String toString() {
    return "(a key)";
  }
}
