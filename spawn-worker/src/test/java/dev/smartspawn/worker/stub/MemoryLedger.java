package dev.smartspawn.worker.stub;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.ledger.Ledger;
import dev.smartspawn.worker.ledger.SpawnHistory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger in memory, for tests without a broker. */
public final class MemoryLedger implements Ledger {

  private final List<SpawnEvent> events = new ArrayList<>();
  private final Map<SpawnId, SpawnHistory> histories = new HashMap<>();
  private final Map<LocalDate, Usd> spent = new HashMap<>();

  @Override
  public synchronized SpawnHistory append(SpawnEvent event, RequestId requestId) {
    events.add(event);
    SpawnHistory history = histories.computeIfAbsent(event.spawnId(), id -> new SpawnHistory());
    SpawnHistory.Spending spending =
        history.add(event, LocalDate.ofInstant(event.at(), ZoneOffset.UTC));
    spent.merge(spending.day(), spending.amount(), Usd::plus);
    return history;
  }

  @Override
  public synchronized SpawnHistory history(SpawnId id) {
    return histories.computeIfAbsent(id, unknown -> new SpawnHistory());
  }

  @Override
  public void catchUp() {
    // Every write is visible at once.
  }

  @Override
  public synchronized Usd spentOn(LocalDate day) {
    return spent.getOrDefault(day, Usd.ZERO);
  }

  public synchronized List<SpawnEvent> events() {
    return List.copyOf(events);
  }

  public synchronized List<SpawnStep> steps(SpawnId id) {
    return events.stream().filter(e -> e.spawnId().equals(id)).map(SpawnEvent::step).toList();
  }
}
