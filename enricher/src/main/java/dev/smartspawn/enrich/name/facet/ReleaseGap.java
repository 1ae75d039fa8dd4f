package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.parse.PartialDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time between the release of a name's model and that of a model of the catalogue. */
public final class ReleaseGap {

  /** Makers' and catalogue's dates for one release differ by weeks. */
  private static final int NEAR_DAYS = 45;

  private static final int SAME_DAYS = 14;

  /** Makers date a release before a catalogue lists it; what is dated later was changed since. */
  private static final int UPDATE_DAYS = 21;

  /** A catalogue may take a release in before its maker's date, by time zones and errors. */
  private static final int EARLY_DAYS = 10;

  private final @Nullable PartialDate said;
  private final @Nullable LocalDate released;
  private final CatalogueModel model;
  private @Nullable Long leadDays;

  ReleaseGap(NameReading asked, CatalogueModel model) {
    this.said = asked.name().date();
    this.released = asked.released();
    this.model = model;
    this.leadDays = said == null && released == null ? null : worse(saidToModel(), sourceToModel());
  }

  /** The name carries a date, and it is the one the catalogue names. */
  boolean isOnTheDay() {
    return said != null && model.namedDates().stream().anyMatch(said::agreesWith);
  }

  /** Either name carries a date, and with a year where it is the one that is looked for. */
  boolean isNamed() {
    return said == null ? !model.namedDates().isEmpty() : said.year().isPresent();
  }

  boolean isNear() {
    return isWithin(NEAR_DAYS);
  }

  boolean isNearly() {
    return isWithin(SAME_DAYS);
  }

  boolean isKnown() {
    return leadDays != null;
  }

  /** Near, and not so much before the name's date that it is a later update's. */
  boolean isNearAndNoUpdate() {
    return isNear() && leadDays != null && leadDays >= -UPDATE_DAYS;
  }

  /** The model came out a few weeks after the name's, as a release does after its preview. */
  boolean isSoonAfter() {
    return leadDays != null && leadDays >= -EARLY_DAYS && leadDays <= NEAR_DAYS;
  }

  /** The name's own date is later than the model's. */
  boolean isBeforeName() {
    return said != null && said.year().isPresent() && leadDays != null && leadDays < 0;
  }

  /** The model was there long before the name's: a name cannot be older than what it names. */
  boolean isLongBefore() {
    return leadDays != null && leadDays < -NEAR_DAYS;
  }

  /** Days between the two; as many as can be where that is not known. */
  public long daysApart() {
    return leadDays == null ? Long.MAX_VALUE : Math.abs(leadDays);
  }

  private boolean isWithin(int days) {
    return daysApart() <= days;
  }

  private @Nullable Long saidToModel() {
    @Nullable Long best = null;
    if (said != null) {
      for (LocalDate date : modelDates()) {
        best = nearer(best, said.daysUntil(date));
      }
    }
    return best;
  }

  private @Nullable Long sourceToModel() {
    @Nullable Long best = null;
    if (released != null) {
      for (LocalDate date : modelDates()) {
        best = nearer(best, ChronoUnit.DAYS.between(released, date));
      }
    }
    return best;
  }

  /** What decides years and days a date leaves open is the source, or else the catalogue. */
  private List<LocalDate> modelDates() {
    return model.datesAround(released);
  }

  private static Long nearer(@Nullable Long one, long other) {
    return one == null || Math.abs(other) < Math.abs(one) ? other : one;
  }

  /** Of what the name and its source say, what speaks more against the model. */
  private static @Nullable Long worse(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.abs(one) > Math.abs(other) ? one : other;
  }
}
