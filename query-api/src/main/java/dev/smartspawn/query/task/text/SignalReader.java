package dev.smartspawn.query.task.text;

/** Measures the signals of one text. Each is a small level: 0 means that it is absent. */
final class SignalReader {

  private static final int LONGEST_LINE = 300;
  private static final byte OPERATOR = 1;
  private static final byte SYMBOL = 2;

  /** What an ASCII character is, if it is neither a letter nor a digit. */
  private static final byte[] MARKS = new byte[128];

  static {
    "=+*/^<>%".chars().forEach(c -> MARKS[c] = OPERATOR);
    "(){}[];$\\_|&#@`~".chars().forEach(c -> MARKS[c] = SYMBOL);
  }

  private final String text;
  private final int length;
  private final int[] levels = new int[Signal.values().length];

  private SignalReader(String text, int length) {
    this.text = text;
    this.length = length;
  }

  /**
   * @param text what is read of the task
   * @param length how long the whole task is
   * @return the level of each signal
   */
  static int[] read(String text, int length, Regions regions) {
    SignalReader reader = new SignalReader(text, length);
    reader.countCharacters(regions);
    reader.readLines();
    reader.findShapes();
    return reader.levels;
  }

  private void set(Signal signal, int level) {
    levels[signal.number()] = level;
  }

  private void countCharacters(Regions regions) {
    int digits = 0;
    int operators = 0;
    int symbols = 0;
    int upper = 0;
    int letters = 0;
    int numbers = 0;
    int quoted = 0;
    int unspaced = 0;
    int beyondLatin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (regions.isMaterial(i)) {
        quoted++;
      }
      if (c >= '0' && c <= '9') {
        digits++;
        if (i == 0 || text.charAt(i - 1) < '0' || text.charAt(i - 1) > '9') {
          numbers++;
        }
      } else if (c < 128 ? Letters.isWordPart(c) : Character.isLetter(c)) {
        letters++;
        if (Letters.isUnspaced(c)) {
          unspaced++;
        } else if (c > '\u024F') {
          beyondLatin++;
        }
        if (c < 128 ? c <= 'Z' : Character.isUpperCase(c)) {
          upper++;
        }
      } else if (c < 128) {
        operators += MARKS[c] == OPERATOR ? 1 : 0;
        symbols += MARKS[c] == SYMBOL ? 1 : 0;
      } else {
        operators += "×÷≤≥".indexOf(c) >= 0 ? 1 : 0;
      }
    }
    int all = Math.max(1, text.length());
    set(Signal.LENGTH, Math.min(12, log2(length)));
    set(Signal.DIGITS, share(digits, all));
    set(Signal.NUMBERS, Math.min(6, log2(numbers)));
    set(Signal.OPERATORS, share(operators, all));
    set(Signal.SYMBOLS, share(symbols, all));
    set(Signal.SHOUTING, upper * 10 > letters * 7 && letters > 8 ? 1 : 0);
    set(Signal.QUOTED, text.length() > 40 ? quoted * 4 / all : 0);
    set(Signal.SCRIPT, unspaced * 2 > letters ? 1 : beyondLatin * 2 > letters ? 2 : 0);
  }

  private void readLines() {
    int lines = 0;
    int code = 0;
    int rows = 0;
    int items = 0;
    boolean isFirstCode = false;
    boolean isLastCode = false;
    int at = 0;
    CodeLines line = new CodeLines(text);
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      line.line(at, Math.min(end, at + LONGEST_LINE));
      if (!line.isBlank()) {
        boolean isCode = line.isCode();
        isFirstCode = lines == 0 ? isCode : isFirstCode;
        isLastCode = isCode;
        code += isCode ? 1 : 0;
        rows += line.isTableRow() ? 1 : 0;
        items += line.isListItem() ? 1 : 0;
        lines++;
      }
      at = end + 1;
    }
    set(Signal.LINES, Math.min(7, log2(lines)));
    set(Signal.CODE_LINES, lines == 0 || code == 0 ? 0 : code == 1 ? 1 : 2 + code * 4 / lines);
    set(Signal.CODE_AT_THE_START, isFirstCode ? 1 : 0);
    set(Signal.CODE_AT_THE_END, isLastCode ? 1 : 0);
    set(Signal.TABLE_ROWS, Math.min(3, log2(rows)));
    set(Signal.LIST_ITEMS, Math.min(3, log2(items)));
  }

  private void findShapes() {
    set(Signal.CODE_FENCE, text.contains("```") ? 1 : 0);
    set(Signal.STACK_TRACE, StackTraces.in(text) ? 1 : 0);
    Shapes shapes = Shapes.of(text);
    set(Signal.FILE_NAMES, Math.min(3, shapes.fileNames));
    set(Signal.IMAGE_FILE, Math.min(1, shapes.imageFiles));
    set(Signal.IDENTIFIERS, Math.min(4, log2(shapes.identifiers)));
    set(Signal.MARKUP, Math.min(3, log2(shapes.markup)));
    set(Signal.FORMULAS, Math.min(4, log2(shapes.formulas)));
    set(Signal.QUESTION, question());
  }

  private int question() {
    int last = text.length() - 1;
    while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    if (last >= 0 && isQuestionMark(text.charAt(last))) {
      return 2;
    }
    return text.indexOf('?') >= 0 || text.indexOf('？') >= 0 || text.indexOf('؟') >= 0 ? 1 : 0;
  }

  private static boolean isQuestionMark(char c) {
    return c == '?' || c == '？' || c == '؟';
  }

  /** 0 for 0, then 1 more each time the number doubles. */
  private static int log2(int number) {
    return 32 - Integer.numberOfLeadingZeros(number);
  }

  /** Levels of a share: none, up to 1 %, 3 %, 6 %, 12 %, 25 % or more. */
  private static int share(int part, int whole) {
    if (part == 0) {
      return 0;
    }
    int permille = part * 1000 / whole;
    return permille < 10
        ? 1
        : permille < 30 ? 2 : permille < 60 ? 3 : permille < 120 ? 4 : permille < 250 ? 5 : 6;
  }
}
