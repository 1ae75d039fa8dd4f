package dev.smartspawn.query.task.text;

import java.util.List;
import java.util.regex.Pattern;

/** Measures the signals of one text. Each is a small level: 0 means that it is absent. */
final class SignalReader {

  /** Not {@code \\b}: what a letter is to it depends on the release of Java. */
  private static final String LETTER = "[\\p{L}\\p{Nd}_]";

  private static final String WORD_START = "(?<!" + LETTER + ")";
  private static final String WORD_END = "(?!" + LETTER + ")";

  private static final Pattern STACK_TRACE =
      Pattern.compile(
          WORD_START
              + "at [\\w$.<>]+\\([\\w.]+:\\d+\\)|Traceback \\(most|File \"[^\"\\n]+\", line \\d+"
              + "|Exception in thread|"
              + WORD_START
              + "panicked at |"
              + WORD_START
              + "error\\[E\\d+]|(?m:^\\s+at .+:\\d+:\\d+\\)?$)"
              + "|"
              + WORD_START
              + "Uncaught \\w*Error|npm ERR!|"
              + WORD_START
              + "\\w+(?:Error|Exception): |"
              + WORD_START
              + "fatal: |segfault|"
              + "Segmentation fault|undefined reference");

  /** Every match of the pattern above has one of them, or "at" with a position in brackets. */
  private static final List<String> TRACE_MARKS =
      List.of(
          "Traceback",
          "File \"",
          "Exception",
          "Error",
          "error[",
          "ERR!",
          "panicked",
          "fatal: ",
          "segfault",
          "Segmentation",
          "undefined reference");

  private static final Pattern CODE_LINE =
      Pattern.compile(
          "[;{}]\\s*$|^\\s*(?:import|from|def|class|public|private|protected|static|const|let|var|return|else|elif|#include|using|package|func|fn|function|async|await|try|except|catch|SELECT|INSERT|UPDATE|CREATE|DELETE|FROM|WHERE|JOIN|print|echo|sudo|git|npm|pip|docker|export|end)"
              + WORD_END
              + ".*[\\W_]|^\\s*(?:if\\s?\\(|for\\s?\\(|while\\s?\\(|library\\()(?="
              + LETTER
              + ").*[\\W_]|^\\s*[\\w.\\[\\]\"']+\\s*(?:=|:=|\\+=|<-)\\s*\\S+|^\\s*</?\\w+.*>\\s*$|^\\s*(?://|#|--|/\\*|\\*|%)\\s|\\w\\([^)]*\\)\\s*[:;{]?\\s*$|=>|->|::|&&|\\|\\|");
  private static final Pattern TABLE_ROW =
      Pattern.compile("^[^,\\n]*(?:,[^,\\n]+){3,}$|\\|[^|]+\\|[^|]+\\||\\t[^\\t]+\\t");
  private static final Pattern LIST_ITEM =
      Pattern.compile("^\\s*(?:[-*•–]|\\(?\\d{1,2}[.)]|\\(?[a-zA-Z][.)])\\s");
  private static final int LONGEST_LINE = 300;

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
      } else if (Character.isLetter(c)) {
        letters++;
        if (Letters.isUnspaced(c)) {
          unspaced++;
        } else if (c > '\u024F') {
          beyondLatin++;
        }
        if (Character.isUpperCase(c)) {
          upper++;
        }
      } else if ("=+*/^<>%×÷≤≥".indexOf(c) >= 0) {
        operators++;
      } else if ("(){}[];$\\_|&#@`~".indexOf(c) >= 0) {
        symbols++;
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
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (!text.substring(at, end).isBlank()) {
        String line = text.substring(at, Math.min(end, at + LONGEST_LINE));
        boolean isCode = CODE_LINE.matcher(line).find();
        isFirstCode = lines == 0 ? isCode : isFirstCode;
        isLastCode = isCode;
        code += isCode ? 1 : 0;
        rows += TABLE_ROW.matcher(line).find() ? 1 : 0;
        items += LIST_ITEM.matcher(line).find() ? 1 : 0;
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
    set(Signal.STACK_TRACE, hasStackTrace() ? 1 : 0);
    Shapes shapes = Shapes.of(text);
    set(Signal.FILE_NAMES, Math.min(3, shapes.fileNames));
    set(Signal.IMAGE_FILE, Math.min(1, shapes.imageFiles));
    set(Signal.IDENTIFIERS, Math.min(4, log2(shapes.identifiers)));
    set(Signal.MARKUP, Math.min(3, log2(shapes.markup)));
    set(Signal.FORMULAS, Math.min(4, log2(shapes.formulas)));
    set(Signal.QUESTION, question());
  }

  /** Most texts have none of the marks, which are found much faster than the pattern. */
  private boolean hasStackTrace() {
    if (text.contains("at ") && text.contains("(") && text.contains(":")) {
      return STACK_TRACE.matcher(text).find();
    }
    for (String mark : TRACE_MARKS) {
      if (text.contains(mark)) {
        return STACK_TRACE.matcher(text).find();
      }
    }
    return false;
  }

  private int question() {
    int last = text.length() - 1;
    while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    if (last >= 0 && isQuestionMark(text.charAt(last))) {
      return 2;
    }
    return text.chars().anyMatch(c -> isQuestionMark((char) c)) ? 1 : 0;
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
