package dev.smartspawn.worker.ledger;

import dev.smartspawn.schema.money.Usd;
import java.time.LocalDate;
import java.util.TreeMap;

/** Spending per UTC day, for the last few days. */
final class DailySpend {

  private static final int DAYS_KEPT = 3;

  private final TreeMap<LocalDate, Usd> days = new TreeMap<>();

  synchronized void add(SpawnHistory.Spending spending) {
    if (spending.amount().equals(Usd.ZERO)) {
      return;
    }
    days.merge(spending.day(), spending.amount(), Usd::plus);
    while (days.size() > DAYS_KEPT) {
      days.pollFirstEntry();
    }
  }

  synchronized Usd on(LocalDate day) {
    return days.getOrDefault(day, Usd.ZERO);
  }
}
