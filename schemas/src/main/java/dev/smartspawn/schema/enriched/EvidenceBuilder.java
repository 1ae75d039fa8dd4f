package dev.smartspawn.schema.enriched;

import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a piece of evidence by the names of its components. */
public final class EvidenceBuilder {

  private @Nullable String metric;
  private double value;
  private double raw;
  private @Nullable String unit;
  private @Nullable Source source;
  private @Nullable String sourceId;
  private @Nullable String sourceName;
  private @Nullable String effort;
  private @Nullable Instant pulledAt;
  private @Nullable String rule;
  private double confidence;
  private @Nullable String topic;
  private int partition;
  private long offset;
  private @Nullable String board;
  private @Nullable String category;
  private @Nullable LocalDate published;
  private @Nullable Long votes;
  private @Nullable Double lower;
  private @Nullable Double upper;

  public EvidenceBuilder metric(String metric) {
    this.metric = metric;
    return this;
  }

  public EvidenceBuilder value(double value) {
    this.value = value;
    return this;
  }

  public EvidenceBuilder raw(double raw) {
    this.raw = raw;
    return this;
  }

  public EvidenceBuilder unit(String unit) {
    this.unit = unit;
    return this;
  }

  public EvidenceBuilder source(Source source) {
    this.source = source;
    return this;
  }

  public EvidenceBuilder sourceId(String sourceId) {
    this.sourceId = sourceId;
    return this;
  }

  public EvidenceBuilder sourceName(String sourceName) {
    this.sourceName = sourceName;
    return this;
  }

  public EvidenceBuilder effort(@Nullable String effort) {
    this.effort = effort;
    return this;
  }

  public EvidenceBuilder pulledAt(@Nullable Instant pulledAt) {
    this.pulledAt = pulledAt;
    return this;
  }

  public EvidenceBuilder rule(String rule) {
    this.rule = rule;
    return this;
  }

  public EvidenceBuilder confidence(double confidence) {
    this.confidence = confidence;
    return this;
  }

  public EvidenceBuilder topic(String topic) {
    this.topic = topic;
    return this;
  }

  public EvidenceBuilder partition(int partition) {
    this.partition = partition;
    return this;
  }

  public EvidenceBuilder offset(long offset) {
    this.offset = offset;
    return this;
  }

  /** The board of a rating by votes, and the kind of prompt that was voted on. */
  public EvidenceBuilder board(String board, String category, @Nullable LocalDate published) {
    this.board = board;
    this.category = category;
    this.published = published;
    return this;
  }

  /** The votes behind a rating, and its 95 % interval. */
  public EvidenceBuilder votes(
      @Nullable Long votes, @Nullable Double lower, @Nullable Double upper) {
    this.votes = votes;
    this.lower = lower;
    this.upper = upper;
    return this;
  }

  /**
   * @throws NullPointerException naming a required component that is missing
   */
  public Evidence build() {
    return new Evidence(
        Objects.requireNonNull(metric, "metric"),
        value,
        raw,
        Objects.requireNonNull(unit, "unit"),
        Objects.requireNonNull(source, "source"),
        Objects.requireNonNull(sourceId, "sourceId"),
        Objects.requireNonNull(sourceName, "sourceName"),
        effort,
        pulledAt,
        Objects.requireNonNull(rule, "rule"),
        confidence,
        Objects.requireNonNull(topic, "topic"),
        partition,
        offset,
        board,
        category,
        published,
        votes,
        lower,
        upper);
  }
}
