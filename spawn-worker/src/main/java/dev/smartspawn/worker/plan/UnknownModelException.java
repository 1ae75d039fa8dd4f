package dev.smartspawn.worker.plan;

/** A query names a model that the advisor does not know. The message quotes the name. */
public final class UnknownModelException extends NoModelException {

  private static final long serialVersionUID = 1L;

  UnknownModelException(String message) {
    super(message);
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
