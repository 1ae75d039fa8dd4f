package dev.smartspawn.enrich.metric;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The votes behind a rating.
 *
 * @param board as the source names it
 * @param category the kind of prompt that was voted on
 * @param published when the board was published; absent if the source does not say
 * @param votes absent if the source does not say
 * @param lower lower end of the 95 % interval, in the unit of the rating
 * @param upper its upper end
 */
public record Poll(
    String board,
    String category,
    @Nullable LocalDate published,
    @Nullable Long votes,
    @Nullable Double lower,
    @Nullable Double upper) {

  /** The category of all prompts. */
  public static final String OVERALL = "overall";
}
