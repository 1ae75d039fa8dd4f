package dev.smartspawn.local.spawn;

import dev.smartspawn.worker.stub.Aimock;
import dev.smartspawn.worker.stub.StubChatApi;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * A chat API that answers after 300 ms and keeps a journal: aimock, or the stub where aimock is not
 * installed.
 *
 * @param tasks the task of each request it received
 */
record JournalledChat(String baseUrl, Supplier<List<String>> tasks, Closeable server)
    implements Closeable {

  private static final String SLOW =
      """
      {"fixtures":[{"match":{},"response":{"content":"done"},"chaos":{"latencyMs":300}}]}
      """;

  static JournalledChat start(Path folder) throws IOException {
    return Aimock.isInstalled() ? aimock(Aimock.start(SLOW, folder)) : stub();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static JournalledChat aimock(Aimock aimock) {
    return new JournalledChat(
        aimock.baseUrl().toString(),
        () ->
            StreamSupport.stream(aimock.journal().spliterator(), false)
                .map(entry -> entry.at("/body/messages/0/content").asText())
                .toList(),
        aimock::close);
  }

  private static JournalledChat stub() {
    StubChatApi stub = new StubChatApi(call -> StubChatApi.Reply.text("done").after(300));
    return new JournalledChat(
        stub.baseUrl(),
        () -> stub.calls().stream().map(StubChatApi.Call::user).toList(),
        stub::close);
  }
}
