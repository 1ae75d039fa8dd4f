package dev.smartspawn.enrich.publication;

import dev.smartspawn.enrich.rank.Robust;
import dev.smartspawn.schema.enriched.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How far the models of one category moved since their values were last reported. What moves many
 * of them at once, such as a new board, is one change and not one per model.
 */
final class CategoryMoves {

  /** Fewer than this many models, or than this part of the category, are reported one by one. */
  private static final int FEWEST = 10;

  private static final double PART = 0.1;

  /** Half a point at the median moves everybody, even if it exceeds nobody's error. */
  private static final double SHIFT = 0.5;

  private final Category category;
  private final List<Move> moves = new ArrayList<>();

  CategoryMoves(Category category) {
    this.category = category;
  }

  /**
   * One model's move.
   *
   * @param from the estimate that was last reported
   * @param exceeds whether it moved by more than its error
   */
  private record Move(double from, double to, boolean exceeds) {

    private double size() {
      return Math.abs(to - from);
    }
  }

  void add(double from, double to, boolean exceeds) {
    moves.add(new Move(from, to, exceeds));
  }

  /** Whether this is a change of the whole category. */
  boolean isCommon() {
    return (exceeding() >= FEWEST && exceeding() > PART * moves.size())
        || (moves.size() >= FEWEST && medianSize() >= SHIFT);
  }

  double medianBefore() {
    return median(Move::from);
  }

  double medianAfter() {
    return median(Move::to);
  }

  /** Such as "359 of 420 models moved by more than their error for coding, ...". */
  String inWords() {
    return String.format(
        Locale.ROOT,
        "estimates for %s moved by %.1f points at the median, of %d of %d models by more than their error",
        category,
        medianSize(),
        exceeding(),
        moves.size());
  }

  private long exceeding() {
    return moves.stream().filter(Move::exceeds).count();
  }

  private double medianSize() {
    return median(Move::size);
  }

  private double median(ToDoubleFunction<Move> value) {
    return Robust.median(moves.stream().mapToDouble(value).toArray());
  }
}
