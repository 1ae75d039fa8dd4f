package dev.smartspawn.schema.change;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One difference between the tables before and after pulls were applied.
 *
 * @param id the same for the same change, so that a repeated record replaces the first
 * @param modelId the model that changed, or that answers a question from now on; absent if all
 *     models of a category moved, or if no model answers the question any more
 * @param field what changed, such as {@code scores.coding} or {@code pricing.prompt}; absent for
 *     added, removed and pick
 * @param from the old value; absent when there was none. Of a capability, 1 or 0; of a whole
 *     category, the median of its models
 * @param to the new value; absent when there is none any more
 * @param because source to pull id: the pulls applied in between
 * @param pick the question that is answered by another model; absent for other changes
 * @param cause in words, of another pick and of a category that moved as a whole
 */
public record ModelChange(
    String id,
    @Nullable CanonicalId modelId,
    Kind kind,
    @Nullable String field,
    @Nullable Double from,
    @Nullable Double to,
    Map<Source, String> because,
    Instant at,
    @Nullable AnsweredQuestion pick,
    @Nullable String cause) {

  public ModelChange {
    because = because == null ? Map.of() : Map.copyOf(because);
  }

  /**
   * A standard question that is answered by another model.
   *
   * @param before the model that answered it before; absent if none did
   */
  public record AnsweredQuestion(Category category, Budget budget, @Nullable CanonicalId before) {}

  /** A change of one figure of one model. {@link #id} follows from every field except the time. */
  public static ModelChange of(
      CanonicalId modelId,
      Kind kind,
      @Nullable String field,
      @Nullable Double from,
      @Nullable Double to,
      Map<Source, String> because,
      Instant at) {
    String id = id(modelId, kind, field, from, to, new TreeMap<>(because));
    return new ModelChange(id, modelId, kind, field, from, to, because, at, null, null);
  }

  /**
   * The models of a category moved together.
   *
   * @param from median of their estimates
   * @param cause how many moved, and by how much
   */
  public static ModelChange ofCategory(
      Category category,
      double from,
      double to,
      Map<Source, String> because,
      Instant at,
      String cause) {
    String field = "estimates." + category.id();
    String id = id(null, Kind.CATEGORY, field, from, to, new TreeMap<>(because), cause);
    return new ModelChange(id, null, Kind.CATEGORY, field, from, to, because, at, null, cause);
  }

  /**
   * A question is answered by another model.
   *
   * @param modelId that answers it now; absent if none does
   * @param at when the refresh was closed that changed the answer
   */
  public static ModelChange ofPick(
      @Nullable CanonicalId modelId,
      AnsweredQuestion question,
      Map<Source, String> because,
      Instant at,
      String cause) {
    String id = id(modelId, Kind.PICK, question, at);
    return new ModelChange(id, modelId, Kind.PICK, null, null, null, because, at, question, cause);
  }

  /** The models that it names: the one that changed, and the answer before. */
  @JsonIgnore
  public List<CanonicalId> models() {
    return Stream.of(modelId, pick == null ? null : pick.before())
        .filter(Objects::nonNull)
        .toList();
  }

  /** Whether it is about this model. */
  public boolean concerns(CanonicalId id) {
    return models().contains(id);
  }

  private static String id(@Nullable Object... parts) {
    StringBuilder identity = new StringBuilder();
    for (Object part : parts) {
      identity.append(part).append('|');
    }
    return UUID.nameUUIDFromBytes(identity.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** What kind of change it is. */
  public enum Kind {
    ADDED,
    REMOVED,
    /** A score or an estimate of one model moved by more than its error, or appeared or ended. */
    SCORE,
    PRICE,
    CAPABILITY,
    /** The models of a category moved together. */
    CATEGORY,
    /** A question is answered by another model. */
    PICK;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Kind of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** The ids of all kinds, for an error message. */
    public static String known() {
      return Arrays.stream(values()).map(Kind::id).collect(Collectors.joining(", "));
    }
  }
}
