package dev.smartspawn.schema.media;

/** Bytes that no request may carry. The message continues a sentence about them. */
public class UnusableMediaException extends Exception {

  private static final long serialVersionUID = 1L;

  public UnusableMediaException(String what) {
    super(what);
  }
}
