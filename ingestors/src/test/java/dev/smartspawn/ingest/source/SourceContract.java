package dev.smartspawn.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.Fault;
import dev.smartspawn.ingest.Fetching;
import dev.smartspawn.ingest.StubHost;
import dev.smartspawn.ingest.http.FetchLimits;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The behaviour required of every source, whatever its host does. */
public abstract class SourceContract<T extends RawRecord> {

  protected final StubHost host = new StubHost();
  private FetchLimits limits = Fetching.LIMITS;

  protected abstract SourceReader<T> reader(URI address);

  /** Makes {@link #host} answer like the healthy source. */
  protected abstract void serve();

  /** Makes {@link #host} send a well-formed answer without records. */
  protected abstract void serveNoRecords();

  /** The keys of the records that {@link #serve} serves. */
  protected abstract List<String> keys();

  /** The number of requests that a pull of a healthy source makes. */
  protected abstract int requestsOfAPull();

  /** The most requests that a pull makes when every one of them fails. */
  protected int requestsOfAFailedPull() {
    return 4;
  }

  /** The records of a pull that did not fail. */
  protected List<T> recordsOf(Pulled<T> pulled) {
    return ((Pulled.Records<T>) pulled).records();
  }

  protected Fetcher fetcher() {
    return Fetching.fetcher(reader(host.address()).title(), limits);
  }

  protected Pulled<T> pull() throws PullException, InterruptedException {
    return reader(host.address()).pull(fetcher(), Validators.NONE);
  }

  protected List<T> records() throws PullException, InterruptedException {
    return recordsOf(pull());
  }

  @BeforeEach
  void serveHealthily() {
    serve();
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void healthyAnswerIsReadWhole() throws Exception {
    assertThat(records()).extracting(RawRecord::key).containsExactlyElementsOf(keys());
    assertThat(host.requests()).hasSize(requestsOfAPull());
  }

  @Test
  void sameAnswerGivesEqualRecords() throws Exception {
    assertThat(records()).isEqualTo(records());
  }

  @Test
  void recordsSurviveTheirTopic() throws Exception {
    var reader = reader(host.address());
    var serde = reader.topic().valueSerde();
    for (T record : records()) {
      Raw<T> value = new Raw<>("pull", Instant.EPOCH, record);
      byte[] bytes = serde.serializer().serialize("topic", value);
      assertThat(serde.deserializer().deserialize("topic", bytes)).isEqualTo(value);
    }
    assertThat(reader.topic().name()).isEqualTo("raw-" + reader.source().id());
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.INCLUDE,
      names = {"FLAKY", "SLOW", "MOVED"})
  void temporaryFaultDoesNotFailThePull(Fault fault) throws Exception {
    host.misbehave(fault);

    assertThat(records()).extracting(RawRecord::key).containsExactlyElementsOf(keys());
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.EXCLUDE,
      names = {"NONE", "FLAKY", "SLOW", "MOVED"})
  void permanentFaultFailsThePull(Fault fault) {
    host.misbehave(fault);
    limits = fault == Fault.STALL ? Fetching.IMPATIENT : Fetching.LIMITS;

    assertThatThrownBy(this::pull)
        .isInstanceOf(PullException.class)
        .hasMessageContaining(reader(host.address()).title())
        .hasMessageContaining("GET " + host.address());
    assertThat(host.requests())
        .as("requests of a failed pull")
        .hasSizeLessThanOrEqualTo(requestsOfAFailedPull());
  }

  @Test
  void answerWithoutRecordsGivesNoRecords() throws Exception {
    serveNoRecords();
    try {
      assertThat(records()).isEmpty();
    } catch (PullException e) {
      assertThat(e).hasMessageContaining("expected");
    }
  }
}
