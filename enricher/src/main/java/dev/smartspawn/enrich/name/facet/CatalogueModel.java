package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.parse.Flavour;
import dev.smartspawn.enrich.name.parse.Makers;
import dev.smartspawn.enrich.name.parse.ParsedName;
import dev.smartspawn.enrich.name.parse.PartialDate;
import dev.smartspawn.enrich.name.parse.ThinkingMode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A model of the catalogue, with all the names the catalogue has for it. */
public final class CatalogueModel {

  public static final String THINKING_VARIANT = "thinking";

  /** Makers that move a plain name to the newest of its dated releases. */
  private static final Set<String> MAKERS_OF_MOVING_NAMES = Set.of("openai", "google");

  private final OpenRouterModel entry;
  private final CanonicalId id;
  private final @Nullable String maker;
  private final List<ParsedName> names;
  private final List<PartialDate> statedDates;
  private final List<PartialDate> namedDates;
  private final @Nullable LocalDate created;
  private final SortedSet<String> sizes = new TreeSet<>();
  private final Set<Flavour> flavours = EnumSet.noneOf(Flavour.class);
  private final boolean thinking;

  private CatalogueModel(OpenRouterModel entry, CatalogueNames spelled) {
    this.entry = entry;
    this.id = CanonicalId.of(entry.id());
    this.maker = Makers.known(id.provider());
    this.names = spelled.all();
    this.statedDates = spelled.statedDates();
    this.namedDates =
        statedDates.isEmpty() && spelled.slugDate() != null
            ? List.of(spelled.slugDate())
            : statedDates;
    this.created =
        entry.created() == null ? null : LocalDate.ofInstant(entry.created(), ZoneOffset.UTC);
    for (ParsedName name : names) {
      sizes.addAll(name.sizes());
      flavours.addAll(name.flavours());
    }
    this.thinking =
        isVariantForThinking()
            || names.stream().anyMatch(name -> name.mode() == ThinkingMode.THINKING);
  }

  public static CatalogueModel of(OpenRouterModel entry) {
    return new CatalogueModel(entry, CatalogueNames.of(entry));
  }

  public CanonicalId id() {
    return id;
  }

  /** Distinct readings, the id's first. */
  public List<ParsedName> names() {
    return names;
  }

  /** Null where the maker is not known here. */
  public @Nullable String maker() {
    return maker;
  }

  /** The sizes in any of its names. */
  SortedSet<String> sizes() {
    return Collections.unmodifiableSortedSet(sizes);
  }

  /** The flavours in any of its names. */
  public Set<Flavour> flavours() {
    return Collections.unmodifiableSet(flavours);
  }

  /** A separate model for thinking, next to one that does not think. */
  public boolean isThinking() {
    return thinking;
  }

  boolean isVariantForThinking() {
    return id.variant().equals(THINKING_VARIANT);
  }

  /** Whether it is known to think when asked to; false means unknown. */
  boolean canThink() {
    return entry.reasoning() != null
        || entry.supportedParameters().contains("reasoning")
        || entry.supportedParameters().contains("include_reasoning");
  }

  /** Whether its strongest effort is above {@code high}, which catalogues call either way. */
  boolean hasEffortAboveHigh() {
    List<String> efforts =
        entry.reasoning() == null ? List.of() : entry.reasoning().supportedEfforts();
    return efforts.contains("max") || efforts.contains("xhigh");
  }

  /** Whether its maker may have moved the name to a later release. */
  boolean hasMovingName() {
    return maker != null
        && MAKERS_OF_MOVING_NAMES.contains(maker)
        && namedDates.isEmpty()
        && huggingFaceId() == null;
  }

  /** Dates its id or display name carry. */
  List<PartialDate> statedDates() {
    return statedDates;
  }

  /** Those dates, or else the one in the catalogue's dated spelling of the id. */
  List<PartialDate> namedDates() {
    return namedDates;
  }

  /**
   * When it came out, by what its names say and, unless id or display name do, by when the
   * catalogue took it in.
   *
   * @param around decides about what stated dates leave open
   */
  List<LocalDate> datesAround(@Nullable LocalDate around) {
    @Nullable LocalDate reference = statedDates.isEmpty() || around == null ? created : around;
    List<LocalDate> dates = new ArrayList<>();
    for (PartialDate date : namedDates) {
      if (reference == null) {
        date.exact().ifPresent(dates::add);
      } else {
        dates.add(date.nearestTo(reference));
      }
    }
    if (statedDates.isEmpty() && created != null) {
      dates.add(created);
    }
    return dates;
  }

  public @Nullable String huggingFaceId() {
    return entry.huggingFaceId() == null || entry.huggingFaceId().isBlank()
        ? null
        : entry.huggingFaceId().toLowerCase(Locale.ROOT);
  }

  public @Nullable String canonicalSlug() {
    return entry.canonicalSlug() == null ? null : entry.canonicalSlug().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id.value();
  }
}
