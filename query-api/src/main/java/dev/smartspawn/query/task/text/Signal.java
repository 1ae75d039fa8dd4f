package dev.smartspawn.query.task.text;

/** A property of a text that does not depend on its language. */
public enum Signal {
  LENGTH("length"),
  LINES("lines"),
  CODE_LINES("lines of code"),
  CODE_FENCE("code block"),
  CODE_AT_THE_START("code in the first line"),
  CODE_AT_THE_END("code in the last line"),
  FORMULAS("formulas"),
  OPERATORS("operators"),
  DIGITS("digits"),
  NUMBERS("numbers"),
  SYMBOLS("symbols"),
  STACK_TRACE("stack trace"),
  FILE_NAMES("file names"),
  IDENTIFIERS("identifiers"),
  MARKUP("markup"),
  TABLE_ROWS("table rows"),
  LIST_ITEMS("list items"),
  QUESTION("question mark"),
  QUOTED("quoted material"),
  SHOUTING("capital letters"),
  SCRIPT("script"),
  IMAGE_FILE("image file");

  private final String label;

  Signal(String label) {
    this.label = label;
  }

  /** From 0 on, in the order of declaration. The trained model depends on it. */
  int number() {
    return compareTo(LENGTH);
  }

  /** As it is shown to a person. */
  public String label() {
    return label;
  }
}
