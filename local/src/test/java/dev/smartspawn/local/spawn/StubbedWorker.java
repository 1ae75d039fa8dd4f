package dev.smartspawn.local.spawn;

import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.worker.SpawnWorker;
import dev.smartspawn.worker.SpawnWorkerConfig;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubQueryApi;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A real worker on a real broker, with stubs of query-api and of the model provider. */
final class StubbedWorker {

  private StubbedWorker() {}

  /**
   * @param more further settings, by variable
   */
  static SpawnWorker start(
      String bootstrapServers, StubChatApi chat, StubQueryApi queryApi, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    environment.put("OPENROUTER_BASE_URL", chat.baseUrl());
    environment.put("OPENROUTER_API_KEY", "sk-test");
    environment.put("SMART_SPAWN_QUERY_API_URL", queryApi.address().toString());
    return SpawnWorker.start(SpawnWorkerConfig.from(Settings.from(environment)), Clock.systemUTC());
  }
}
