package dev.smartspawn.local.bench;

import dev.smartspawn.local.kafka.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves the recordings and a changed copy of them alternately at one address. */
public final class AlternatingSources implements AutoCloseable {

  private final Path shared;
  private final Path changed;
  private final int port = LoopbackPort.free();
  private RecordedSources serving;
  private boolean isChanged;

  /**
   * @param work folder for the changed copy
   */
  public AlternatingSources(Path shared, Path work) throws IOException {
    this.shared = shared;
    this.changed =
        ChangedRecording.create(
            shared.resolve("recordings").toRealPath(),
            Files.createDirectory(work.resolve("changed")));
    this.serving = serve(null);
  }

  public String url() {
    return serving.url();
  }

  /** Switches to the other catalogue, in which every model differs. */
  public void alternate() {
    serving.close();
    isChanged = !isChanged;
    serving = serve(isChanged ? changed : null);
  }

  @Override
  public void close() {
    serving.close();
  }

  private RecordedSources serve(@Nullable Path recordings) {
    return RecordedSources.start(shared, port, recordings, Map.of());
  }
}
