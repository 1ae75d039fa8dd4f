package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.refresh.Leader;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The rankings that the setting can name. */
public enum RankingSetting {
  /** Calibrated estimates, by their lower bounds. */
  EVIDENCE,
  /** The specification's scores. */
  SPEC;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public ModelRanking ranking() {
    return switch (this) {
      case EVIDENCE -> new EvidenceRanking();
      case SPEC -> new SpecRanking();
    };
  }

  /** Leaders are chosen by estimates, so an order by scores has none. */
  public Leaders leaders(Collection<Leader> leaders) {
    return this == EVIDENCE ? new Leaders(leaders) : Leaders.NONE;
  }

  public static Optional<RankingSetting> find(String id) {
    return Arrays.stream(values()).filter(method -> method.id().equals(id)).findFirst();
  }
}
