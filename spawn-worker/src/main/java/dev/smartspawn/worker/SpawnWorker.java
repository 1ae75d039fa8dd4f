package dev.smartspawn.worker;

import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.lifecycle.DaemonThreads;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.lifecycle.RunningService;
import dev.smartspawn.schema.topic.TopicCreation;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.attachment.KafkaAttachments;
import dev.smartspawn.worker.baseline.BaselineModels;
import dev.smartspawn.worker.baseline.Baselines;
import dev.smartspawn.worker.baseline.LengthFollower;
import dev.smartspawn.worker.call.CallLimits;
import dev.smartspawn.worker.call.CallResources;
import dev.smartspawn.worker.call.CircuitBreakers;
import dev.smartspawn.worker.call.EmptyAccounts;
import dev.smartspawn.worker.call.RefusedKeys;
import dev.smartspawn.worker.claim.Claims;
import dev.smartspawn.worker.delivery.DeliveryHandler;
import dev.smartspawn.worker.delivery.ShareGroup;
import dev.smartspawn.worker.delivery.SpawnSlots;
import dev.smartspawn.worker.ledger.KafkaLedger;
import dev.smartspawn.worker.mode.SpawnPolicy;
import dev.smartspawn.worker.mode.SpawnRunner;
import dev.smartspawn.worker.money.DailyCeiling;
import dev.smartspawn.worker.plan.QueryApiAdvisor;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.provider.HttpChatApi;
import dev.smartspawn.worker.stage.WorkerStage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker: slots that run spawns, and the stages that compute from their events. */
public final class SpawnWorker implements RunningService {

  private static final Logger log = LoggerFactory.getLogger(SpawnWorker.class);
  private static final Duration ADVICE_TIMEOUT = Duration.ofSeconds(3);

  private final Deque<AutoCloseable> parts;
  private final KafkaLedger ledger;
  private final KafkaAttachments attachments;
  private final List<WorkerStage> stages;
  private final SpawnSlots slots;

  private SpawnWorker(
      Deque<AutoCloseable> parts,
      KafkaLedger ledger,
      KafkaAttachments attachments,
      List<WorkerStage> stages,
      SpawnSlots slots) {
    this.parts = parts;
    this.ledger = ledger;
    this.attachments = attachments;
    this.stages = List.copyOf(stages);
    this.slots = slots;
  }

  /** Returns once the ledger is read; {@link #readiness} tells when the slots are subscribed. */
  public static SpawnWorker start(SpawnWorkerConfig config, Clock clock) {
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      return start(config, clock, parts);
    } catch (RuntimeException e) {
      closeAll(parts);
      throw e;
    }
  }

  @Override
  public String name() {
    return "spawn-worker";
  }

  @Override
  public Readiness readiness() {
    if (!(ledger.readiness() instanceof Readiness.Ready)) {
      return ledger.readiness();
    }
    if (attachments.readiness() instanceof Readiness.Failed failed) {
      return failed;
    }
    if (!slots.areAlive()) {
      return new Readiness.Failed("a slot has stopped");
    }
    return slots.areSubscribed()
        ? readinessOfStages()
        : new Readiness.Restoring("slots are subscribing to spawn-requests");
  }

  private Readiness readinessOfStages() {
    return stages.stream()
        .map(WorkerStage::readiness)
        .filter(readiness -> !(readiness instanceof Readiness.Ready))
        .findFirst()
        .orElse(Readiness.READY);
  }

  @Override
  public synchronized void close() {
    closeAll(parts);
  }

  private static SpawnWorker start(
      SpawnWorkerConfig config, Clock clock, Deque<AutoCloseable> parts) {
    KafkaClients clients = new KafkaClients(config.kafka(), "spawn-worker");
    ShareGroup group = prepare(clients);
    List<WorkerStage> stages =
        SpawnWorkerConfig.STAGES.stream()
            .map(plan -> keep(parts, WorkerStage.start(plan, clients, clock)))
            .toList();
    KafkaLedger ledger = keep(parts, KafkaLedger.open(clients, clock));
    KafkaAttachments attachments =
        keep(
            parts,
            KafkaAttachments.open(
                clients,
                spawn -> ledger.history(spawn).account().ended(),
                config.attachmentsKept(),
                clock));
    ExecutorService jobs = Executors.newCachedThreadPool(DaemonThreads.named("spawn-job"));
    parts.push(jobs::shutdownNow);
    DeliveryHandler handler =
        new DeliveryHandler(
            new Claims(ledger, clock, () -> UUID.randomUUID().toString()),
            runner(config, clients, ledger, clock, jobs, attachments, parts),
            ledger,
            keep(parts, deadLetters(clients)),
            group,
            clock);
    SpawnSlots slots =
        keep(
            parts,
            SpawnSlots.start(
                config.concurrency().slots(),
                clients,
                handler,
                jobs,
                () -> ledger.readiness() instanceof Readiness.Ready));
    log.info(
        "{} slots; at most {} per spawn and {} per day; models via {}",
        config.concurrency().slots(),
        config.ceilings().perSpawn(),
        config.ceilings().perDay(),
        config.providers().general());
    return new SpawnWorker(parts, ledger, attachments, stages, slots);
  }

  private static ShareGroup prepare(KafkaClients clients) {
    TopicCreation.ensureAll(clients);
    try (Admin admin = clients.admin("group")) {
      return ShareGroup.configure(admin);
    }
  }

  private static SpawnRunner runner(
      SpawnWorkerConfig config,
      KafkaClients clients,
      KafkaLedger ledger,
      Clock clock,
      ExecutorService jobs,
      KafkaAttachments attachments,
      Deque<AutoCloseable> parts) {
    HttpChatApi api = keep(parts, new HttpChatApi(List.of(), attachments, clock));
    CurrentProviders current =
        new CurrentProviders(
            config.providers(), new QueryApiAdvisor(config.queryApi(), ADVICE_TIMEOUT), api::hide);
    config
        .source()
        .file()
        .ifPresent(
            file -> keep(parts, new ProvidersWatch(file, config.source()::read, current).start()));
    CallResources resources =
        new CallResources(
            api,
            current::routes,
            new CircuitBreakers(clock),
            new EmptyAccounts(clock),
            new RefusedKeys(clock),
            new CallLimits(config.concurrency().calls(), config.concurrency().callsPerProvider()),
            new DailyCeiling(config.ceilings().perDay(), ledger, clock),
            config.callSettings());
    BaselineModels models = new BaselineModels(current::directory, config.baselineModel(), clock);
    SecureRandom random = new SecureRandom();
    return new SpawnRunner(
        current::directory,
        resources,
        models,
        new Baselines(models, keep(parts, LengthFollower.start(clients)).lengths()),
        new SpawnPolicy(config.ceilings().perSpawn(), config.unjudged(), config.privacy()),
        () -> Fence.draw(random),
        jobs,
        attachments);
  }

  private static Producer<byte[], byte[]> deadLetters(KafkaClients clients) {
    return clients.producer(
        "dead-letters", Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES));
  }

  private static <T extends AutoCloseable> T keep(Deque<AutoCloseable> parts, T part) {
    parts.push(part);
    return part;
  }

  /** In reverse order of creation. */
  private static void closeAll(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        log.warn("{} did not close cleanly: {}", part.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
