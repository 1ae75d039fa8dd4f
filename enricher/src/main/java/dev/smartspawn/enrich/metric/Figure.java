package dev.smartspawn.enrich.metric;

import dev.smartspawn.enrich.rule.Decimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks figures as sources give them. A gap stays a gap and never becomes 0. */
public final class Figure {

  private Figure() {}

  /** The figure as it is; absent if it is not a finite number. */
  public static @Nullable Double plain(@Nullable Double figure) {
    return figure != null && Double.isFinite(figure) ? figure : null;
  }

  /** A fraction of 1 as percent. */
  public static @Nullable Double percent(@Nullable Double fraction) {
    return fraction != null && Double.isFinite(fraction) && Math.abs(fraction) <= 1
        ? Decimal.percent(fraction)
        : null;
  }

  /** A speed or a waiting time. Neither can be 0, so 0 means that it was not measured. */
  public static @Nullable Double positive(@Nullable Double figure) {
    return figure != null && Double.isFinite(figure) && figure > 0 ? figure : null;
  }

  public static @Nullable Double or(@Nullable Double first, @Nullable Double second) {
    return first == null ? second : first;
  }

  /** Leaves out what is not a finite number. */
  public static void put(Map<Metric, Double> figures, Metric metric, @Nullable Double value) {
    if (value != null && Double.isFinite(value)) {
      figures.put(metric, value);
    }
  }
}
