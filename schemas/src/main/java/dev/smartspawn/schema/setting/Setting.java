package dev.smartspawn.schema.setting;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every setting there is, by the environment variable that sets it. */
public enum Setting {
  KAFKA_BOOTSTRAP_SERVERS(
      "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092", "Kafka brokers, host:port separated by commas"),
  ARTIFICIAL_ANALYSIS_API_KEY(
      "ARTIFICIAL_ANALYSIS_API_KEY",
      null,
      "key for Artificial Analysis; without one the source is disabled"),
  DATA_DIR(
      "SMART_SPAWN_DATA_DIR",
      "data",
      "folder for state: models.json, and Kafka's log when embedded"),
  REFERENCE_DIR(
      "SMART_SPAWN_REFERENCE_DIR",
      "data",
      "folder with aliases.yaml, seed-overrides.yaml and the offline snapshot"),
  SOURCES_URL(
      "SMART_SPAWN_SOURCES_URL",
      null,
      "one address that stands in for every source, for recordings and mirrors"),
  OPENROUTER_URL("SMART_SPAWN_OPENROUTER_URL", "https://openrouter.ai", "address of OpenRouter"),
  ARTIFICIAL_ANALYSIS_URL(
      "SMART_SPAWN_ARTIFICIAL_ANALYSIS_URL",
      "https://artificialanalysis.ai",
      "address of Artificial Analysis"),
  HF_LEADERBOARD_URL(
      "SMART_SPAWN_HF_LEADERBOARD_URL",
      "https://datasets-server.huggingface.co",
      "address of Hugging Face's rows API"),
  LMARENA_URL(
      "SMART_SPAWN_LMARENA_URL",
      "https://api.github.com",
      "where LMArena's latest release is looked up"),
  LMARENA_DOWNLOAD_URL(
      "SMART_SPAWN_LMARENA_DOWNLOAD_URL",
      "https://github.com",
      "where LMArena's release files are downloaded"),
  LIVEBENCH_URL(
      "SMART_SPAWN_LIVEBENCH_URL", "https://huggingface.co", "address of LiveBench's data set"),
  OPENROUTER_INTERVAL("SMART_SPAWN_OPENROUTER_INTERVAL", "6h", "how often OpenRouter is pulled"),
  ARTIFICIAL_ANALYSIS_INTERVAL(
      "SMART_SPAWN_ARTIFICIAL_ANALYSIS_INTERVAL", "6h", "how often Artificial Analysis is pulled"),
  HF_LEADERBOARD_INTERVAL(
      "SMART_SPAWN_HF_LEADERBOARD_INTERVAL", "1d", "how often the HF leaderboard is pulled"),
  LMARENA_INTERVAL("SMART_SPAWN_LMARENA_INTERVAL", "6h", "how often LMArena is pulled"),
  LIVEBENCH_INTERVAL("SMART_SPAWN_LIVEBENCH_INTERVAL", "30d", "how often LiveBench is pulled"),
  OPENROUTER_MIN_INTERVAL(
      "SMART_SPAWN_OPENROUTER_MIN_INTERVAL",
      "60s",
      "OpenRouter is never asked more often than this"),
  ARTIFICIAL_ANALYSIS_MIN_INTERVAL(
      "SMART_SPAWN_ARTIFICIAL_ANALYSIS_MIN_INTERVAL",
      "1h",
      "Artificial Analysis is never asked more often than this"),
  HF_LEADERBOARD_MIN_INTERVAL(
      "SMART_SPAWN_HF_LEADERBOARD_MIN_INTERVAL",
      "60s",
      "the HF leaderboard is never asked more often than this"),
  LMARENA_MIN_INTERVAL(
      "SMART_SPAWN_LMARENA_MIN_INTERVAL", "60s", "LMArena is never asked more often than this"),
  LIVEBENCH_MIN_INTERVAL(
      "SMART_SPAWN_LIVEBENCH_MIN_INTERVAL", "60s", "LiveBench is never asked more often than this"),
  REQUEST_TIMEOUT(
      "SMART_SPAWN_REQUEST_TIMEOUT",
      "30s",
      "longest a single request to a source may take, body included"),
  PULL_TIMEOUT("SMART_SPAWN_PULL_TIMEOUT", "5m", "longest a whole pull may take"),
  MAX_BODY_MB("SMART_SPAWN_MAX_BODY_MB", "64", "largest answer a source may send, in MiB"),
  RANKING(
      "RANKING",
      "evidence",
      "what orders recommendations: evidence (calibrated estimates) or spec (plain scores)"),
  HTTP_HOST("SMART_SPAWN_HTTP_HOST", "127.0.0.1", "address the REST API listens on"),
  HTTP_PORT("SMART_SPAWN_HTTP_PORT", "8080", "port the REST API listens on; 0 takes a free one"),
  ALLOWED_HOSTS(
      "SMART_SPAWN_ALLOWED_HOSTS",
      "",
      "Host names the REST API answers to besides localhost and its own address, separated by commas"),
  ALLOWED_ORIGINS(
      "SMART_SPAWN_ALLOWED_ORIGINS",
      "",
      "web origins whose pages may ask and write, besides the API's own, separated by commas"),
  API_KEYS(
      "API_KEYS",
      "",
      "keys to write with, 16 characters or more, separated by commas; needed once the REST API"
          + " listens beyond 127.0.0.1"),
  WRITES_PER_MINUTE(
      "SMART_SPAWN_WRITES_PER_MINUTE", "600", "how often each client may write in a minute"),
  OPENROUTER_API_KEY(
      "OPENROUTER_API_KEY",
      null,
      "key for OpenRouter's chat API; without one only direct providers are called, and dry runs"
          + " work"),
  OPENROUTER_BASE_URL(
      "OPENROUTER_BASE_URL",
      "https://openrouter.ai/api/v1",
      "chat API for models no direct provider takes, version path included; any OpenAI-compatible"
          + " server"),
  PROVIDERS_FILE(
      "PROVIDERS_FILE", null, "JSON file with direct providers and prices; none by default"),
  QUERY_API_URL(
      "SMART_SPAWN_QUERY_API_URL",
      "http://127.0.0.1:8080",
      "REST API that spawn workers ask for models"),
  SPAWN_MODELS(
      "SMART_SPAWN_SPAWN_MODELS",
      "",
      "the only models spawns may use, best first, separated by commas; empty asks the REST API"),
  FALLBACK_MODELS(
      "SMART_SPAWN_FALLBACK_MODELS",
      "",
      "category=model, separated by commas: whom to use instead of the built-in ones while the REST"
          + " API is unreachable"),
  SPAWN_MAX_COST(
      "SMART_SPAWN_MAX_COST_PER_SPAWN_USD", "1", "what one spawn may cost, whatever it asks for"),
  SPAWN_DAILY_COST(
      "SMART_SPAWN_MAX_COST_PER_DAY_USD", "10", "what all spawns of a UTC day may cost"),
  SPAWN_SLOTS("SMART_SPAWN_SPAWN_SLOTS", "8", "spawns a worker works on at once"),
  SPAWN_CALLS("SMART_SPAWN_SPAWN_CALLS", "32", "calls to models a worker makes at once"),
  SPAWN_CALLS_PER_PROVIDER(
      "SMART_SPAWN_SPAWN_CALLS_PER_PROVIDER",
      "16",
      "calls to models of one provider a worker makes at once"),
  SPAWN_CALL_TIMEOUT(
      "SMART_SPAWN_SPAWN_CALL_TIMEOUT", "120s", "longest a call to a model may take"),
  SPAWN_MAX_TOKENS("SMART_SPAWN_SPAWN_MAX_TOKENS", "4096", "tokens a model may write in one call");

  private final String variable;
  private final @Nullable String fallback;
  private final String meaning;

  Setting(String variable, @Nullable String fallback, String meaning) {
    this.variable = variable;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  /** The environment variable. */
  public String variable() {
    return variable;
  }

  /** What holds where the variable is not set; empty where nothing does. */
  public Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }

  public String meaning() {
    return meaning;
  }

  static Optional<Setting> of(String variable) {
    return Arrays.stream(values()).filter(setting -> setting.variable.equals(variable)).findFirst();
  }
}
