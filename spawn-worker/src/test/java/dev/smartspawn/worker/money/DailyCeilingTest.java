package dev.smartspawn.worker.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.ledger.Ledger;
import dev.smartspawn.worker.ledger.SpawnHistory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Workers whose view of the shared log lags behind. */
class DailyCeilingTest {

  private static final Usd LIMIT = Usd.of("10");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);
  private static final int WORKERS = 8;

  /** At most half of this many turns write a reservation, each at most $0.25. */
  private static final int LONGEST_ON_ITS_WAY = 30;

  private Usd log = Usd.ZERO;

  @Test
  void secondOfTwoReservationsThatFitOnlyAloneIsWithdrawn() {
    Worker one = new Worker();
    Worker other = new Worker();

    assertThat(one.hold("6")).isTrue();
    assertThat(other.hold("6")).isTrue();

    assertThat(one.record("6")).isTrue();
    assertThat(other.record("6")).isFalse();
  }

  @Test
  void reservationsReadFromTheLogCount() {
    Worker one = new Worker();
    Worker other = new Worker();
    assertThat(one.hold("6")).isTrue();
    assertThat(one.record("6")).isTrue();
    other.view.catchUp();

    assertThat(other.hold("6")).isFalse();
    assertThat(other.hold("4")).isTrue();
  }

  @Test
  void reservationThatCouldNotBeWrittenIsReleased() {
    Worker one = new Worker();
    assertThat(one.hold("6")).isTrue();
    try {
      boolean unused =
          one.ceiling.recorded(
              Usd.of("6"),
              () -> {
                throw new IllegalStateException("no broker");
              });
    } catch (IllegalStateException expected) {
      assertThat(one.hold("10")).isTrue();
    }
  }

  /**
   * Each worker has one call in progress, and reads the others' reservations at random times. The
   * only assumption is that of {@link DailyCeiling}: while one reservation is being written, others
   * reserve less than half the ceiling.
   */
  @Property(tries = 300)
  void callsNeverExceedTheCeiling(
      @ForAll @Size(min = 300, max = 400) List<@IntRange(min = 0, max = WORKERS - 1) Integer> turns,
      @ForAll @Size(min = 50, max = 50) List<@IntRange(min = 1, max = 25) Integer> cents) {
    log = Usd.ZERO;
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      workers.add(new Worker());
    }
    Usd reserved = Usd.ZERO;
    for (int turn = 0; turn < turns.size(); turn++) {
      int now = turn;
      Worker worker =
          workers.stream()
              .filter(each -> each.held != null && now - each.since > LONGEST_ON_ITS_WAY)
              .findFirst()
              .orElse(workers.get(turns.get(turn)));
      if (worker.held == null) {
        worker.view.catchUp();
        worker.since = turn;
        String amount = "0." + String.format("%02d", cents.get(turn % cents.size()));
        worker.held = worker.hold(amount) ? amount : null;
      } else {
        Usd amount = Usd.of(worker.held);
        if (worker.record(worker.held)) {
          reserved = reserved.plus(amount);
        } else {
          worker.view.takeBack(amount);
        }
        worker.held = null;
      }
      assertThat(reserved.isAbove(LIMIT)).isFalse();
    }
  }

  private final class Worker {
    private final View view = new View();
    private final DailyCeiling ceiling = new DailyCeiling(LIMIT, view, CLOCK);
    private String held;
    private int since;

    private boolean hold(String amount) {
      return ceiling.hold(Usd.of(amount));
    }

    private boolean record(String amount) {
      return ceiling.recorded(Usd.of(amount), () -> view.reserve(Usd.of(amount)));
    }
  }

  /** Sees its own reservations at once, and others' once it catches up. */
  private final class View implements Ledger {
    private Usd seen = Usd.ZERO;

    private void reserve(Usd amount) {
      log = log.plus(amount);
      seen = seen.plus(amount);
    }

    private void takeBack(Usd amount) {
      log = log.minus(amount);
      seen = seen.minus(amount);
    }

    @Override
    public void catchUp() {
      seen = log;
    }

    @Override
    public Usd spentOn(LocalDate day) {
      return seen;
    }

    @Override
    public SpawnHistory append(SpawnEvent event, RequestId requestId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SpawnHistory history(SpawnId id) {
      throw new UnsupportedOperationException();
    }
  }
}
