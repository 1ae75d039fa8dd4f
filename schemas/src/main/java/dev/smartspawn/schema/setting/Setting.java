package dev.smartspawn.schema.setting;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting, identified by its environment variable. */
public final class Setting {

  public static final Setting KAFKA_BOOTSTRAP_SERVERS =
      new Setting(
          "KAFKA_BOOTSTRAP_SERVERS",
          "127.0.0.1:9092",
          SettingForm.text("host:port, separated by commas"),
          List.of(
              SettingReader.INGESTORS,
              SettingReader.ENRICHER,
              SettingReader.QUERY_API,
              SettingReader.SPAWN_WORKER),
          "Kafka brokers, host:port separated by commas");

  public static final Setting DATA_DIR =
      new Setting(
          "SMART_SPAWN_DATA_DIR",
          "data",
          SettingForm.path(),
          List.of(SettingReader.QUERY_API),
          "folder for state: models.json, and Kafka's log when embedded");

  public static final Setting REFERENCE_DIR =
      new Setting(
          "SMART_SPAWN_REFERENCE_DIR",
          "data",
          SettingForm.path(),
          List.of(SettingReader.INGESTORS),
          "folder with aliases.yaml, seed-overrides.yaml and the offline snapshot");

  public static final Setting SOURCES_URL =
      new Setting(
          "SMART_SPAWN_SOURCES_URL",
          null,
          SettingForm.address(),
          List.of(SettingReader.INGESTORS),
          "one address that replaces the address of every source, for recordings and mirrors");

  public static final Setting REQUEST_TIMEOUT =
      new Setting(
          "SMART_SPAWN_REQUEST_TIMEOUT",
          "30s",
          SettingForm.duration(),
          List.of(SettingReader.INGESTORS),
          "longest time a single request to a source may take, body included");

  public static final Setting PULL_TIMEOUT =
      new Setting(
          "SMART_SPAWN_PULL_TIMEOUT",
          "5m",
          SettingForm.duration(),
          List.of(SettingReader.INGESTORS, SettingReader.QUERY_API),
          "longest time a whole pull may take");

  public static final Setting MAX_BODY_MB =
      new Setting(
          "SMART_SPAWN_MAX_BODY_MB",
          "64",
          SettingForm.number(1, 1024, "MiB"),
          List.of(SettingReader.INGESTORS),
          "size of the largest answer that is accepted from a source, in MiB");

  public static final Setting RANKING =
      new Setting(
          "RANKING",
          "evidence",
          SettingForm.text("evidence or spec"),
          List.of(SettingReader.QUERY_API),
          "how recommendations are ordered: evidence (calibrated estimates) or spec (plain scores)");

  public static final Setting HTTP_HOST =
      new Setting(
          "SMART_SPAWN_HTTP_HOST",
          "127.0.0.1",
          SettingForm.text("an address of this machine"),
          List.of(SettingReader.QUERY_API),
          "address the REST API listens on");

  public static final Setting HTTP_PORT =
      new Setting(
          "SMART_SPAWN_HTTP_PORT",
          "8080",
          SettingForm.number(0, 65_535, ""),
          List.of(SettingReader.QUERY_API),
          "port the REST API listens on; 0 takes a free one");

  public static final Setting ALLOWED_HOSTS =
      new Setting(
          "SMART_SPAWN_ALLOWED_HOSTS",
          "",
          SettingForm.text("host names, separated by commas"),
          List.of(SettingReader.QUERY_API),
          "Host names the REST API answers to besides localhost and its own address, separated by commas");

  public static final Setting ALLOWED_ORIGINS =
      new Setting(
          "SMART_SPAWN_ALLOWED_ORIGINS",
          "",
          SettingForm.text("origins as https://example.org, separated by commas"),
          List.of(SettingReader.QUERY_API),
          "web origins whose pages may read and write, besides the API's own, separated by commas");

  public static final Setting API_KEYS =
      new Setting(
          "API_KEYS",
          "",
          SettingForm.text("16 to 256 characters each, separated by commas"),
          List.of(SettingReader.QUERY_API),
          "keys for write requests, 16 characters or more, separated by commas; needed once the REST API listens beyond 127.0.0.1");

  public static final Setting WRITES_PER_MINUTE =
      new Setting(
          "SMART_SPAWN_WRITES_PER_MINUTE",
          "600",
          SettingForm.number(1, 1_000_000, "per minute"),
          List.of(SettingReader.QUERY_API),
          "write requests each client may make per minute");

  public static final Setting OPENROUTER_API_KEY =
      new Setting(
          "OPENROUTER_API_KEY",
          null,
          SettingForm.text("a key"),
          List.of(SettingReader.SPAWN_WORKER),
          "key for OpenRouter's chat API; without one only direct providers are called, and dry runs work");

  public static final Setting OPENROUTER_BASE_URL =
      new Setting(
          "OPENROUTER_BASE_URL",
          "https://openrouter.ai/api/v1",
          SettingForm.address(),
          List.of(SettingReader.SPAWN_WORKER),
          "chat API for models that no direct provider serves, version path included; any OpenAI-compatible server");

  public static final Setting OPENROUTER_TITLE =
      new Setting(
          "OPENROUTER_TITLE",
          "Smart Spawn",
          SettingForm.text("a title"),
          List.of(SettingReader.SPAWN_WORKER),
          "sent to OpenRouter as X-Title; its usage pages show calls under this title");

  public static final Setting OPENROUTER_REFERER =
      new Setting(
          "OPENROUTER_REFERER",
          null,
          SettingForm.address(),
          List.of(SettingReader.SPAWN_WORKER),
          "sent to OpenRouter as HTTP-Referer: the address of your application; none by default");

  public static final Setting PROVIDERS_FILE =
      new Setting(
          "PROVIDERS_FILE",
          null,
          SettingForm.path(),
          List.of(SettingReader.SPAWN_WORKER),
          "JSON or YAML file with direct providers and prices; none by default");

  public static final Setting QUERY_API_URL =
      new Setting(
          "SMART_SPAWN_QUERY_API_URL",
          "http://127.0.0.1:8080",
          SettingForm.address(),
          List.of(SettingReader.SPAWN_WORKER),
          "REST API that spawn workers ask for models");

  public static final Setting SPAWN_MODELS =
      new Setting(
          "SMART_SPAWN_SPAWN_MODELS",
          "",
          SettingForm.text("model ids, separated by commas"),
          List.of(SettingReader.SPAWN_WORKER),
          "the only models spawns may use, best first, separated by commas; empty asks the REST API");

  public static final Setting FALLBACK_MODELS =
      new Setting(
          "SMART_SPAWN_FALLBACK_MODELS",
          "",
          SettingForm.text("category=model, separated by commas"),
          List.of(SettingReader.SPAWN_WORKER),
          "category=model, separated by commas: the models to use instead of the built-in ones while the REST API is unreachable");

  public static final Setting SPAWN_MAX_COST =
      new Setting(
          "SMART_SPAWN_MAX_COST_PER_SPAWN_USD",
          "1",
          SettingForm.dollars(),
          List.of(SettingReader.SPAWN_WORKER),
          "the most one spawn may cost, whatever it requests");

  public static final Setting SPAWN_DAILY_COST =
      new Setting(
          "SMART_SPAWN_MAX_COST_PER_DAY_USD",
          "10",
          SettingForm.dollars(),
          List.of(SettingReader.QUERY_API, SettingReader.SPAWN_WORKER),
          "the most all spawns of a UTC day may cost");

  public static final Setting BASELINE_MODEL =
      new Setting(
          "SMART_SPAWN_BASELINE_MODEL",
          null,
          SettingForm.text("a model's id, as anthropic/claude-opus-4.6"),
          List.of(SettingReader.SPAWN_WORKER),
          "the model that costs are compared with, beside the best one; none by default");

  public static final Setting SPAWN_SLOTS =
      new Setting(
          "SMART_SPAWN_SPAWN_SLOTS",
          "8",
          SettingForm.number(1, 256, "spawns"),
          List.of(SettingReader.SPAWN_WORKER),
          "spawns a worker runs at once");

  public static final Setting SPAWN_CALLS =
      new Setting(
          "SMART_SPAWN_SPAWN_CALLS",
          "32",
          SettingForm.number(1, 1024, "calls"),
          List.of(SettingReader.SPAWN_WORKER),
          "calls to models a worker makes at once");

  public static final Setting SPAWN_CALLS_PER_PROVIDER =
      new Setting(
          "SMART_SPAWN_SPAWN_CALLS_PER_PROVIDER",
          "16",
          SettingForm.number(1, 1024, "calls"),
          List.of(SettingReader.SPAWN_WORKER),
          "calls to models of one provider a worker makes at once");

  public static final Setting SPAWN_CALL_TIMEOUT =
      new Setting(
          "SMART_SPAWN_SPAWN_CALL_TIMEOUT",
          "120s",
          SettingForm.duration(),
          List.of(SettingReader.SPAWN_WORKER),
          "longest time a call to a model may take");

  public static final Setting SPAWN_MAX_TOKENS =
      new Setting(
          "SMART_SPAWN_SPAWN_MAX_TOKENS",
          "4096",
          SettingForm.number(16, 200_000, "tokens"),
          List.of(SettingReader.SPAWN_WORKER),
          "most tokens a model may write in one call; an effort of high doubles it, max quadruples it");

  public static final Setting SPAWN_UNJUDGED =
      new Setting(
          "SMART_SPAWN_SPAWN_UNJUDGED",
          "escalate",
          SettingForm.text("escalate or keep"),
          List.of(SettingReader.SPAWN_WORKER),
          "what becomes of a cascade's cheap answer that no judge has graded: escalate (an expensive model answers again) or keep");

  public static final Setting IMPLAUSIBLE_TABLE =
      new Setting(
          "SMART_SPAWN_IMPLAUSIBLE_TABLE",
          "refuse",
          SettingForm.text("refuse or publish"),
          List.of(SettingReader.ENRICHER),
          "what becomes of the first table after a start if it differs too much from the last one: refuse (the enricher ends) or publish");

  private final String variable;
  private final @Nullable String fallback;
  private final SettingForm form;
  private final List<SettingReader> readers;
  private final String meaning;

  Setting(
      String variable,
      @Nullable String fallback,
      SettingForm form,
      List<SettingReader> readers,
      String meaning) {
    this.variable = variable;
    this.fallback = fallback;
    this.form = form;
    this.readers = readers;
    this.meaning = meaning;
  }

  /** The environment variable. */
  public String variable() {
    return variable;
  }

  /** The default value; empty if there is none. */
  public Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }

  /** Which values are valid. */
  public SettingForm form() {
    return form;
  }

  /** The services that read it. */
  public List<SettingReader> readers() {
    return readers;
  }

  public String meaning() {
    return meaning;
  }

  @Override
  public String toString() {
    return variable;
  }
}
