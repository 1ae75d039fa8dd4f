package dev.smartspawn.enrich.name;

import java.util.Locale;

/** How a name was matched, most certain first. Of several rules the least certain is reported. */
public enum MatchRule {
  /** The name is an id of the catalogue. */
  CANONICAL_ID(1),
  /** The source names the catalogue's own Hugging Face repository. */
  HUGGING_FACE_ID(1),
  /** The name is the catalogue's own dated spelling of an id. */
  CANONICAL_SLUG(1),
  /** The catalogue itself says which model its alias stands for. */
  ALIAS_TARGET(1),
  /** A line of data/aliases.yaml. */
  ALIAS(1),
  /** The same name but for case, punctuation and order. */
  EXACT_NAME(0.99),
  /** On the HF board: the maker's own instruct model. */
  OFFICIAL_INSTRUCT(0.97),
  /** The same name, once the effort is taken off. */
  EFFORT(0.97),
  /** The name says how the model was run, and the catalogue has one model for both ways. */
  REASONING_MODE(0.96),
  /** One of the two calls itself instruct or chat, where nothing else is of that name. */
  FLAVOUR(0.95),
  /** The name leaves out how many parameters are active. */
  SIZE(0.95),
  /** The dates are not the same, but near, and name one release. */
  DATE(0.93),
  /** Only one of the two says which model it was made from. */
  BASE_MODEL(0.92),
  /** The first version, which only one of the two numbers. */
  FIRST_VERSION(0.92),
  /** The same name, but source and catalogue give it dates months apart. */
  DISTANT_DATE(0.91),
  /** Only one of the two carries a date. */
  UNDATED(0.9),
  /** A date stands where the other has a version. */
  VERSION_BY_DATE(0.88),
  /** A name without a size; the dates agree. */
  SIZE_BY_DATE(0.87),
  /** A name without a size, and the only model of that name and version has one. */
  ONLY_SIZE(0.86),
  /** A preview and its release, weeks apart at most. */
  PREVIEW(0.86),
  /** A dated release of a name that its maker moves along. */
  MOVING_NAME(0.85);

  private static final double WEAK_BELOW = 0.9;

  private final double confidence;

  MatchRule(double confidence) {
    this.confidence = confidence;
  }

  /** 0 to 1. */
  public double confidence() {
    return confidence;
  }

  /** Whether a match by it deserves a look: it follows from what the names leave unsaid. */
  public boolean isWeak() {
    return confidence < WEAK_BELOW;
  }

  /** Whether another name of the same source can prove the match wrong. */
  public boolean isContestable() {
    return compareTo(FLAVOUR) >= 0 && this != DISTANT_DATE && this != MOVING_NAME;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
