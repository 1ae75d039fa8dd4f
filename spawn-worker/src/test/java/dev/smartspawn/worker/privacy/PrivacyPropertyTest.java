package dev.smartspawn.worker.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.worker.mode.SpawnPolicy;
import dev.smartspawn.worker.mode.Unjudged;
import dev.smartspawn.worker.provider.HttpChatApi;
import dev.smartspawn.worker.provider.Provider;
import dev.smartspawn.worker.stub.RawChatServer;
import dev.smartspawn.worker.stub.RawChatServer.Reply;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 5,000 random requests, sets of providers and failures. HTTP servers play the providers and count
 * what reaches them; the test reads the rules itself, not with the code under test.
 */
class PrivacyPropertyTest {

  private static final int CASES = 5000;
  private static final int THREADS = 32;
  private static final Pattern CASE = Pattern.compile("Case (\\d+)\\.");
  private static final Pattern CODE = Pattern.compile("\\{\\\\?\"code\\\\?\": \\\\?\"([^\"\\\\]+)");
  private static final List<String> NAMES =
      List.of(
          "openrouter",
          "openrouter-eu",
          "bedrock",
          "anthropic",
          "azure",
          "openai",
          "vertex",
          "deepseek",
          "local",
          "together",
          "together/turbo",
          "deepinfra",
          "deepinfra/turbo");

  /** What reached a server: which case, which provider, and which one behind it. */
  private record Arrival(int number, String provider, String upstream) {}

  private record Trial(
      RandomProviders providers, PrivacyRule operators, @Nullable PrivacyRule requests) {}

  private final Map<String, RawChatServer> servers = new HashMap<>();
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final HttpChatApi chat = new HttpChatApi(List.of(), Clock.systemUTC());

  @BeforeEach
  void startServers() {
    List<String> names = new ArrayList<>(RandomProviders.PREFIXES.keySet());
    names.add(RandomProviders.GENERAL);
    names.forEach(name -> servers.put(name, new RawChatServer(request -> reply(name, request))));
  }

  @AfterEach
  void stop() throws IOException {
    chat.close();
    for (RawChatServer server : servers.values()) {
      server.close();
    }
  }

  @Test
  void nothingReachesAForbiddenProvider() throws Exception {
    List<Trial> trials = new ArrayList<>();
    List<Future<SpawnResult>> running = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int i = 0; i < CASES; i++) {
        int number = i;
        Random random = new Random(i);
        Trial trial =
            new Trial(
                RandomProviders.draw(random, name -> servers.get(name).baseUrl()),
                random.nextBoolean() ? PrivacyRule.NONE : rule(random),
                random.nextInt(8) == 0 ? null : rule(random));
        trials.add(trial);
        running.add(threads.submit(() -> run(number, trial, random)));
      }
      int completed = 0;
      int refused = 0;
      for (int i = 0; i < CASES; i++) {
        SpawnResult result = running.get(i).get();
        completed += result.status() == SpawnStatus.COMPLETED ? 1 : 0;
        if (!isAnyAllowed(trials.get(i))) {
          refused++;
          assertThat(result.status()).as("case %d", i).isEqualTo(SpawnStatus.FAILED);
          assertThat(result.reasons().toString()).contains("the privacy rule forbids");
        }
      }
      assertThat(completed).isGreaterThan(CASES / 5);
      assertThat(refused).isGreaterThan(CASES / 20);
    } finally {
      threads.shutdownNow();
    }
    assertThat(arrivals).hasSizeGreaterThan(CASES);
    for (Arrival arrival : arrivals) {
      assertThat(isAllowed(arrival, trials.get(arrival.number())))
          .as("%s in %s", arrival, trials.get(arrival.number()))
          .isTrue();
    }
  }

  private SpawnResult run(int number, Trial trial, Random random) {
    Workbench bench =
        new Workbench(
            new TestModels(),
            chat,
            trial.providers()::routes,
            new SpawnPolicy(Usd.of("1"), Unjudged.ESCALATE, trial.operators()));
    ObjectNode request = Json.MAPPER.createObjectNode();
    request.put("task", "Case " + number + ".").put("timeoutSeconds", 3);
    request.put("mode", List.of("single", "collective", "cascade").get(random.nextInt(3)));
    if (random.nextInt(4) == 0) {
      request.put("mergeModel", "google/middle");
    }
    if (trial.requests() != null) {
      request.set("privacy", Json.MAPPER.valueToTree(trial.requests()));
    }
    return bench.run(new SpawnId("case-" + number), SpawnRequest.of(request));
  }

  private static PrivacyRule rule(Random random) {
    ObjectNode rule = Json.MAPPER.createObjectNode();
    if (random.nextInt(3) == 0) {
      rule.put("dataCollection", random.nextInt(4) == 0 ? "allow" : "deny");
    }
    if (random.nextInt(3) == 0) {
      fill(rule.withObject("/providers").putArray("only"), NAMES, random, 5);
    }
    if (random.nextInt(3) == 0) {
      fill(rule.withObject("/providers").putArray("ignore"), NAMES, random, 3);
    }
    if (random.nextInt(4) == 0) {
      fill(rule.putArray("regions"), List.of("eu", "us"), random, 1);
    }
    return PrivacyRule.of(rule);
  }

  private static void fill(ArrayNode list, List<String> names, Random random, int most) {
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      list.add(names.get(random.nextInt(names.size())));
    }
  }

  /** What a server answers; its failures are of all kinds. */
  private Reply reply(String provider, JsonNode request) {
    String text = request.path("messages").toString();
    Matcher number = CASE.matcher(text);
    String upstream = "";
    boolean forwards = provider.startsWith(RandomProviders.GENERAL);
    List<String> eligible = UpstreamProviders.eligible(request.path("provider"));
    ThreadLocalRandom random = ThreadLocalRandom.current();
    if (forwards && !eligible.isEmpty()) {
      upstream = eligible.get(random.nextInt(eligible.size()));
    }
    arrivals.add(
        new Arrival(number.find() ? Integer.parseInt(number.group(1)) : -1, provider, upstream));
    if (forwards && eligible.isEmpty()) {
      return error(404, "No allowed providers are available for the selected model.", "");
    }
    return switch (random.nextInt(24)) {
      case 0 -> error(401, "invalid key", "");
      case 1 -> error(402, "insufficient credits", "");
      case 2 -> error(404, "no such model", "");
      case 3 -> error(429, "slow down", "");
      case 4 -> error(503, "overloaded", "");
      case 5 -> error(400, "Unrecognized request argument supplied: provider", "provider");
      case 6 -> error(400, "max_tokens is not supported: use max_completion_tokens", "max_tokens");
      case 7 -> error(400, "response_format is not supported", "response_format");
      case 8 -> Reply.hangUp();
      case 9 -> Reply.part(200, "{\"choices\":[{\"mess", 4000);
      case 10 -> Reply.of(302, "{}");
      case 11 -> Reply.of(200, answer(""));
      default -> Reply.of(200, answer(content(text, random.nextInt(10) + 1)));
    };
  }

  private static String content(String text, int score) {
    Matcher code = CODE.matcher(text.replace("\\\"", "\""));
    return code.find()
        ? "{\"code\":\"%s\",\"score\":%d,\"reason\":\"fair\"}".formatted(code.group(1), score)
        : "2, 3, 5";
  }

  private static String answer(String content) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode choice = body.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", content);
    body.putObject("usage").put("prompt_tokens", 10).put("completion_tokens", 5);
    return body.toString();
  }

  private static Reply error(int status, String message, String parameter) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("error").put("message", message).put("param", parameter);
    return Reply.of(status, body.toString());
  }

  /** Whether a provider with a key may be called for any model. */
  private static boolean isAnyAllowed(Trial trial) {
    List<Provider> all = new ArrayList<>(trial.providers().direct());
    all.removeIf(provider -> !provider.isUsable());
    all.add(trial.providers().general());
    return all.stream().anyMatch(provider -> isAllowedAtAll(provider, trial));
  }

  private static boolean isAllowedAtAll(Provider provider, Trial trial) {
    return provider.policy().forwards()
        ? isAllowed(new Arrival(0, provider.name(), ""), trial)
            && !rulesAreApart(provider.name(), trial)
        : isAllowed(new Arrival(0, provider.name(), ""), trial);
  }

  /** Two lists of allowed names may have nothing in common that OpenRouter could use. */
  private static boolean rulesAreApart(String name, Trial trial) {
    List<String> direct = trial.providers().names();
    @Nullable List<String> only =
        trial.requests() == null
            ? trial.operators().only()
            : PrivacyRule.both(trial.operators().only(), trial.requests().only());
    return only != null
        && only.stream().allMatch(each -> direct.contains(each) && !each.equals(name));
  }

  private static boolean isAllowed(Arrival arrival, Trial trial) {
    return isAllowed(arrival, trial.operators(), trial)
        && (trial.requests() == null || isAllowed(arrival, trial.requests(), trial));
  }

  private static boolean isAllowed(Arrival arrival, PrivacyRule rule, Trial trial) {
    Provider provider = trial.providers().named(arrival.provider());
    boolean forwards = arrival.provider().startsWith(RandomProviders.GENERAL);
    boolean trains = provider.policy().trainsOnData().orElse(!forwards);
    return !rule.ignored().contains(arrival.provider())
        && (!rule.deniesDataCollection() || !trains)
        && (rule.regions() == null || rule.regions().contains(provider.policy().region()))
        && isNamed(arrival, rule.only(), trial.providers().names(), forwards)
        && isUpstreamAllowed(arrival.upstream(), rule);
  }

  private static boolean isNamed(
      Arrival arrival, @Nullable List<String> only, List<String> direct, boolean forwards) {
    if (only == null || only.contains(arrival.provider())) {
      return true;
    }
    return forwards
        && only.stream()
            .filter(each -> !direct.contains(each))
            .anyMatch(
                each ->
                    arrival.upstream().isEmpty() || PrivacyRule.isWithin(arrival.upstream(), each));
  }

  private static boolean isUpstreamAllowed(String upstream, PrivacyRule rule) {
    boolean ignored =
        rule.ignored().stream().anyMatch(each -> PrivacyRule.isWithin(upstream, each));
    boolean trains = UpstreamProviders.ALL.getOrDefault(upstream, false);
    return !ignored && !(rule.deniesDataCollection() && trains);
  }
}
