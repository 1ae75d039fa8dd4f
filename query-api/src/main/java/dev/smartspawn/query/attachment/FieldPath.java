package dev.smartspawn.query.attachment;

/** Follows the objects and lists of JSON that arrives byte by byte. */
final class FieldPath {

  private final boolean[] inObject;
  private final String[] fields;
  private int depth;
  private boolean afterName;

  /**
   * @param deepest what is deeper has no known field
   */
  FieldPath(int deepest) {
    inObject = new boolean[deepest + 1];
    fields = new String[deepest + 1];
    fields[0] = "";
  }

  /** A byte outside of texts. */
  void take(int next) {
    switch (next) {
      case '{' -> open(true);
      case '[' -> open(false);
      case '}', ']' -> {
        depth = Math.max(0, depth - 1);
        afterName = false;
      }
      case ',' -> afterName = false;
      default -> {}
    }
  }

  /** Whether a text that begins now is the name of a field. */
  boolean expectsName() {
    return depth < inObject.length && depth > 0 && inObject[depth] && !afterName;
  }

  void name(String name) {
    fields[depth] = name;
    afterName = true;
  }

  /** The field that a value belongs to; an element of a list belongs to the list's field. */
  String field() {
    return depth < fields.length ? fields[depth] : "";
  }

  private void open(boolean object) {
    String outer = field();
    depth++;
    if (depth < fields.length) {
      inObject[depth] = object;
      fields[depth] = object ? "" : outer;
    }
    afterName = false;
  }
}
