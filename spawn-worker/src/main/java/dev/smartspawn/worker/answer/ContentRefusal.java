package dev.smartspawn.worker.answer;

import dev.smartspawn.worker.answer.RequestChange.WithoutParameter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells whether a model takes no images or files, in contrast to one that cannot read this one. */
final class ContentRefusal {

  private static final String NOT_TAKEN =
      "(?:not? (?:support|accept|allow|take|process|handle|have|capable|able|enabled)"
          + "|n't (?:support|accept|allow|take|process|handle|have)"
          + "|cannot (?:accept|take|process|handle|read|see)|unsupported|not a )";
  private static final String IMAGE = "(?:images?|image_url|vision|multi-?modal|pictures?)";
  private static final String FILE = "(?:files?|pdfs?|documents?|multi-?modal)";

  /** It is about the one image or file that was sent, not about all. */
  private static final Pattern ABOUT_THIS_ONE =
      Pattern.compile(
          "format|mime|media.?type|dimension|resolution|too (?:large|big|many|small)|base64"
              + "|decod|download|fetch|corrupt|could not process|file.?type|image.?type|exceeds");

  private static final Pattern ONLY_TEXT =
      Pattern.compile(
          "only (?:supports? |accepts? |takes? )?(?:plain )?text|text.only|expected [`'\"]?text"
              + "|content.{0,40}(?:must be|should be|to be|expected|valid) (?:a )?(?:valid )?string"
              + "|only [`'\"]?text[`'\"]? (?:content|is|are)");

  private ContentRefusal() {}

  /**
   * @param words of the error, in lower case
   */
  static Optional<RequestChange> find(String words, SentRequest sent) {
    if (sent.content().isEmpty()) {
      return Optional.empty();
    }
    return sent.content().stream()
        .sorted()
        .filter(content -> isRefused(content, words, sent))
        .findFirst()
        .map(WithoutParameter::new);
  }

  private static boolean isRefused(String content, String words, SentRequest sent) {
    String named = content.equals("image_url") ? IMAGE : FILE;
    boolean byName =
        near(named, NOT_TAKEN, words)
            || Pattern.compile("no endpoints found that support.{0,20}" + named)
                .matcher(words)
                .find();
    boolean onlyText = sent.content().size() == 1 && ONLY_TEXT.matcher(words).find();
    return (byName && !ABOUT_THIS_ONE.matcher(words).find()) || onlyText;
  }

  private static boolean near(String one, String other, String words) {
    return Pattern.compile(
            "(?<!\\w)%1$s(?!\\w).{0,60}%2$s|%2$s.{0,60}(?<!\\w)%1$s(?!\\w)".formatted(one, other),
            Pattern.DOTALL)
        .matcher(words)
        .find();
  }
}
