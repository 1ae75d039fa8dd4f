package dev.smartspawn.schema.privacy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.json.RequestFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a request may go. Names of providers and regions are in lower case.
 *
 * @param dataCollection absent for {@code allow}
 * @param regions the only regions in which a request may be processed; absent for any
 */
public record PrivacyRule(
    @Nullable DataCollection dataCollection,
    @Nullable Providers providers,
    @Nullable List<String> regions) {

  /** Every provider may see everything. */
  public static final PrivacyRule NONE = new PrivacyRule(null, null, null);

  /**
   * @param only the only providers that may be called; absent for any
   * @param ignore providers that are not called; absent for none
   */
  public record Providers(@Nullable List<String> only, @Nullable List<String> ignore) {

    public Providers {
      only = only == null ? null : List.copyOf(only);
      ignore = ignore == null ? null : List.copyOf(ignore);
    }
  }

  public PrivacyRule {
    regions = regions == null ? null : List.copyOf(regions);
  }

  /**
   * @throws IllegalArgumentException listing every mistake
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PrivacyRule of(JsonNode json) {
    RequestFields fields = new RequestFields(Json.MAPPER.createObjectNode().set("privacy", json));
    Optional<PrivacyRule> rule = PrivacyRuleReader.read(fields, "privacy");
    fields.requireNoMistakes();
    return rule.orElseThrow(() -> new IllegalArgumentException("there is no privacy rule"));
  }

  @JsonIgnore
  public boolean deniesDataCollection() {
    return dataCollection == DataCollection.DENY;
  }

  /** The only providers that may be called; null for any. */
  @JsonIgnore
  public @Nullable List<String> only() {
    return providers == null ? null : providers.only();
  }

  @JsonIgnore
  public List<String> ignored() {
    return providers == null || providers.ignore() == null ? List.of() : providers.ignore();
  }

  /** What both rules allow. A list that nothing is left of allows nothing. */
  public PrivacyRule and(PrivacyRule other) {
    Set<String> ignored = new LinkedHashSet<>(ignored());
    ignored.addAll(other.ignored());
    return new PrivacyRule(
        deniesDataCollection() || other.deniesDataCollection() ? DataCollection.DENY : null,
        new Providers(both(only(), other.only()), List.copyOf(ignored)),
        both(regions, other.regions));
  }

  /**
   * Whether {@code name} is {@code wider}, or one of its endpoints: {@code deepinfra/turbo} is one
   * of {@code deepinfra}.
   */
  public static boolean isWithin(String name, String wider) {
    return name.equals(wider) || name.startsWith(wider + "/");
  }

  /** What both lists contain. Of a provider and one of its endpoints, that is the endpoint. */
  public static @Nullable List<String> both(
      @Nullable List<String> one, @Nullable List<String> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    Set<String> shared = new LinkedHashSet<>();
    for (String mine : one) {
      for (String theirs : other) {
        if (isWithin(mine, theirs)) {
          shared.add(mine);
        } else if (isWithin(theirs, mine)) {
          shared.add(theirs);
        }
      }
    }
    return List.copyOf(shared);
  }
}
