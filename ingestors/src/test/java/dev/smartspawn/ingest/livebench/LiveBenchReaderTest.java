package dev.smartspawn.ingest.livebench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.Reply;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceContract;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.LiveBenchResult;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiveBenchReaderTest extends SourceContract<LiveBenchResult> {

  private static final String PATH =
      "/datasets/livebench/model_judgment/resolve/main/data/leaderboard-00000-of-00001.parquet";

  private static final byte[] FILE =
      ParquetOfJudgments.of(
          List.of(
              new Judgment("big-1-high", "coding", "generate", "q1", 1, 1.0, 10),
              new Judgment("big-1-high", "coding", "generate", "q1", 1, 0.0, 20),
              new Judgment("big-1-high", "coding", "generate", "q2", 1, 1.0, 10),
              new Judgment("big-0", "math", "olympiad", "q3", 1, 0.4, 10)));

  @Override
  protected SourceReader<LiveBenchResult> reader(URI address) {
    return new LiveBenchReader(address);
  }

  @Override
  protected void serve() {
    host.route(PATH, Reply.bytes(FILE));
  }

  @Override
  protected void serveNoRecords() {
    host.route(PATH, Reply.bytes(ParquetOfJudgments.of(List.of())));
  }

  @Override
  protected List<String> keys() {
    return List.of("big-0", "big-1-high");
  }

  @Override
  protected int requestsOfAPull() {
    return 1;
  }

  @Test
  void scoresAreComputedFromJudgments() throws Exception {
    LiveBenchResult result = records().get(1);

    assertThat(result.taskScores()).containsEntry("generate", 0.5);
    assertThat(result.categoryScores()).containsEntry("coding", 0.5);
    assertThat(result.questions()).isEqualTo(2);
  }

  /** No exception of Parquet's reader may reach the ingestor, whatever is damaged. */
  @Test
  void damagedFileFailsThePullAndNothingElse() {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = FILE.clone();
      for (int j = 0; j < 8; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      host.route(PATH, Reply.bytes(damaged));
      try {
        assertThat(pull()).isInstanceOf(Pulled.Records.class);
      } catch (PullException e) {
        assertThat(e).hasMessageContaining("expected a Parquet file of judgments");
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void cutOffFileFailsThePull() {
    byte[] half = java.util.Arrays.copyOf(FILE, FILE.length / 2);
    host.route(PATH, Reply.bytes(half));

    assertThatThrownBy(this::pull)
        .hasMessageContaining("%d bytes of application/octet-stream", half.length)
        .hasMessageContaining("expected a Parquet file of judgments");
  }
}
