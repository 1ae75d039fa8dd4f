package dev.smartspawn.schema.media;

/** A kind of content that requests may carry. */
public enum MediaType {
  PNG("image/png", "a PNG image"),
  JPEG("image/jpeg", "a JPEG image"),
  WEBP("image/webp", "a WebP image"),
  GIF("image/gif", "a GIF image"),
  PDF("application/pdf", "a PDF document"),
  TEXT("text/plain", "a text");

  private final String label;
  private final String inWords;

  MediaType(String label, String inWords) {
    this.label = label;
    this.inWords = inWords;
  }

  /** As HTTP and data URLs write it. */
  public String label() {
    return label;
  }

  /** For people. */
  public String inWords() {
    return inWords;
  }

  public boolean isImage() {
    return this != PDF && this != TEXT;
  }
}
