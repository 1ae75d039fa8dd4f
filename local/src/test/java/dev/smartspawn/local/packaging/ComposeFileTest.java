package dev.smartspawn.local.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.SettingList;
import dev.smartspawn.schema.topic.Topics;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.coordinator.group.GroupCoordinatorConfig;
import org.apache.kafka.server.config.ServerConfigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Checks docker-compose.yml without containers. */
class ComposeFileTest {

  private static final String LOOPBACK = "127.0.0.1:";

  private final Map<String, Map<String, Object>> services = services();

  @Test
  void runsKafkaAndOneContainerPerService() {
    assertThat(services)
        .containsOnlyKeys("kafka", "ingestors", "enricher", "query-api", "spawn-worker");
  }

  @Test
  void kafkaIsTheVersionTheServicesAreBuiltWith() {
    Matcher version =
        Pattern.compile("<kafka.version>(.+?)</kafka.version>")
            .matcher(ProjectFiles.read("pom.xml"));
    assertThat(version.find()).isTrue();
    assertThat(services.get("kafka"))
        .containsEntry("image", "apache/kafka:" + version.group(1))
        .containsEntry("image", TestKafka.IMAGE);
  }

  @Test
  void kafkaTakesRecordsAsLargeAsTheTopicsDo() {
    assertThat(environment("kafka"))
        .containsEntry(
            variable(ServerConfigs.MESSAGE_MAX_BYTES_CONFIG),
            Integer.toString(Topics.MAX_RECORD_BYTES))
        .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
  }

  @Test
  void kafkaForgetsNoSoonerThanTheEmbeddedBroker() {
    assertThat(environment("kafka"))
        .containsEntry(
            variable(GroupCoordinatorConfig.OFFSETS_RETENTION_MINUTES_CONFIG),
            Integer.toString(400 * 24 * 60))
        .containsEntry("KAFKA_GROUP_SHARE_MAX_DELIVERY_COUNT_LIMIT", "25");
  }

  @Test
  void workerAsksAnApiThatAnswersToItsHost() {
    URI api = URI.create(environment("spawn-worker").get(Setting.QUERY_API_URL.variable()));
    assertThat(services).containsKey(api.getHost());
    assertThat(environment("query-api"))
        .containsEntry(Setting.ALLOWED_HOSTS.variable(), api.getHost())
        .containsEntry(Setting.HTTP_PORT.variable(), Integer.toString(api.getPort()));
  }

  @Test
  void everyContainerHasLimits() {
    assertThat(services.values())
        .allSatisfy(
            service ->
                assertThat(service).containsKeys("mem_limit", "stop_grace_period", "logging"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingestors", "enricher", "query-api", "spawn-worker"})
  void serviceRunsAMainThatExists(String service) {
    assertThatCode(
            () ->
                Class.forName((String) services.get(service).get("command"))
                    .getMethod("main", String[].class))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingestors", "enricher", "query-api", "spawn-worker"})
  void serviceIsGivenOnlySettingsItKnows(String service) {
    List<String> known = SettingList.ALL.stream().map(Setting::variable).toList();
    assertThat(known).containsAll(environment(service).keySet());
  }

  @Test
  void servicesFindKafkaByTheListenerThatIsForThem() {
    for (String service : List.of("ingestors", "enricher", "query-api", "spawn-worker")) {
      String kafka = environment(service).get(Setting.KAFKA_BOOTSTRAP_SERVERS.variable());
      assertThat(environment("kafka").get("KAFKA_ADVERTISED_LISTENERS"))
          .contains("INTERNAL://" + kafka);
    }
  }

  @Test
  void publishesOnThisMachineOnly() {
    List<Object> ports =
        services.values().stream()
            .flatMap(service -> ((List<?>) service.getOrDefault("ports", List.of())).stream())
            .map(Object.class::cast)
            .toList();
    assertThat(ports).hasSize(2).allMatch(port -> port.toString().startsWith(LOOPBACK));
  }

  @Test
  void everyServiceComesFromTheOneDockerfile() {
    for (String service : List.of("ingestors", "enricher", "query-api", "spawn-worker")) {
      Map<?, ?> build = (Map<?, ?>) services.get(service).get("build");
      Path context = ProjectFiles.root().resolve((String) build.get("context"));
      assertThat(Files.exists(context.resolve((String) build.get("dockerfile")))).isTrue();
    }
  }

  @Test
  void dockerfileCopiesWhatTheBuildMakes() {
    assertThat(ProjectFiles.read("local/pom.xml"))
        .contains("<finalName>smart-spawn</finalName>")
        .contains("<classpathPrefix>lib/</classpathPrefix>");
    assertThat(ProjectFiles.read("local/Dockerfile"))
        .contains("/build/local/target/smart-spawn.jar")
        .contains("/build/local/target/lib");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() {
    Map<String, Object> file = new Yaml().load(ProjectFiles.read("docker-compose.yml"));
    return (Map<String, Map<String, Object>>) file.get("services");
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> environment(String service) {
    return (Map<String, String>) services.get(service).get("environment");
  }

  /** How the image spells a broker setting. */
  private static String variable(String brokerSetting) {
    return "KAFKA_" + brokerSetting.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }
}
