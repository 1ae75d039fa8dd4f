package dev.smartspawn.worker;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.setting.AttachmentSetting;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.call.CallSettings;
import dev.smartspawn.worker.fold.FoldStage;
import dev.smartspawn.worker.mode.Unjudged;
import dev.smartspawn.worker.spend.SpendTopology;
import dev.smartspawn.worker.stage.WorkerStage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A worker's configuration.
 *
 * @param kafka how Kafka is reached
 * @param source the providers, and the models and prices that the operator has set
 * @param privacy where any request may go
 * @param unjudged what becomes of a cascade's cheap answer that no judge has graded
 * @param attachmentsKept the longest time
 * @param baselineModel the model that costs are compared with, beside the best one
 */
public record SpawnWorkerConfig(
    KafkaAccess kafka,
    URI queryApi,
    ProviderSource source,
    Ceilings ceilings,
    Concurrency concurrency,
    CallSettings callSettings,
    PrivacyRule privacy,
    Unjudged unjudged,
    Duration attachmentsKept,
    Optional<CanonicalId> baselineModel) {

  /** What a worker computes from the topics beside running spawns. */
  static final List<WorkerStage.Plan> STAGES = List.of(FoldStage.PLAN, SpendTopology.PLAN);

  /**
   * The operator's cost ceilings.
   *
   * @param perSpawn the most one spawn may cost, whatever its request allows
   * @param perDay the most all spawns of a UTC day may cost
   */
  public record Ceilings(Usd perSpawn, Usd perDay) {}

  /**
   * @param slots the number of spawns run at once
   * @param calls the number of calls made at once
   */
  public record Concurrency(int slots, int calls, int callsPerProvider) {}

  /** The providers at the start. */
  public ProviderSet providers() {
    return source.first();
  }

  /** The topics that its stages keep for themselves. */
  public static List<String> changelogs() {
    return STAGES.stream().flatMap(stage -> stage.changelogs().stream()).toList();
  }

  /** Reports mistakes to {@code settings}. */
  public static SpawnWorkerConfig from(Settings settings) {
    return new SpawnWorkerConfig(
        KafkaAccess.from(settings),
        settings.address(Setting.QUERY_API_URL),
        ProviderSource.from(settings),
        new Ceilings(
            settings.dollars(Setting.SPAWN_MAX_COST), settings.dollars(Setting.SPAWN_DAILY_COST)),
        new Concurrency(
            settings.integer(Setting.SPAWN_SLOTS),
            settings.integer(Setting.SPAWN_CALLS),
            settings.integer(Setting.SPAWN_CALLS_PER_PROVIDER)),
        new CallSettings(
            settings.integer(Setting.SPAWN_MAX_TOKENS),
            settings.duration(Setting.SPAWN_CALL_TIMEOUT)),
        PrivacySettings.rule(settings),
        unjudged(settings),
        attachmentsKept(settings),
        baselineModel(settings));
  }

  private static Optional<CanonicalId> baselineModel(Settings settings) {
    if (!settings.isSet(Setting.BASELINE_MODEL)) {
      return Optional.empty();
    }
    String id = settings.text(Setting.BASELINE_MODEL);
    Optional<CanonicalId> model = CanonicalId.find(id);
    if (model.isEmpty()) {
      settings.addMistake(
          Setting.BASELINE_MODEL,
          "'%s': expected %s".formatted(id, Setting.BASELINE_MODEL.form().expected()));
    }
    return model;
  }

  private static Duration attachmentsKept(Settings settings) {
    Duration kept = settings.duration(AttachmentSetting.KEPT);
    if (kept.compareTo(AttachmentSetting.LEAST) < 0
        || kept.compareTo(Topics.ATTACHMENTS_KEPT) > 0) {
      settings.addMistake(
          AttachmentSetting.KEPT,
          "'%s': expected %s"
              .formatted(
                  settings.text(AttachmentSetting.KEPT), AttachmentSetting.KEPT.form().expected()));
    }
    return kept;
  }

  private static Unjudged unjudged(Settings settings) {
    String id = settings.text(Setting.SPAWN_UNJUDGED);
    Optional<Unjudged> choice = Unjudged.find(id);
    if (choice.isEmpty()) {
      settings.addMistake(
          Setting.SPAWN_UNJUDGED,
          "'%s': expected %s".formatted(id, Setting.SPAWN_UNJUDGED.form().expected()));
    }
    return choice.orElse(Unjudged.ESCALATE);
  }
}
