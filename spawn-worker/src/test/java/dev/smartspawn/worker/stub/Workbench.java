package dev.smartspawn.worker.stub;

import dev.smartspawn.schema.attachment.AttachmentBytes;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.baseline.BaselineModels;
import dev.smartspawn.worker.baseline.Baselines;
import dev.smartspawn.worker.baseline.ObservedLengths;
import dev.smartspawn.worker.call.CallLimits;
import dev.smartspawn.worker.call.CallResources;
import dev.smartspawn.worker.call.CallSettings;
import dev.smartspawn.worker.call.CircuitBreakers;
import dev.smartspawn.worker.call.EmptyAccounts;
import dev.smartspawn.worker.call.RefusedKeys;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.claim.Claims;
import dev.smartspawn.worker.mode.SpawnPolicy;
import dev.smartspawn.worker.mode.SpawnRunner;
import dev.smartspawn.worker.mode.Unjudged;
import dev.smartspawn.worker.money.DailyCeiling;
import dev.smartspawn.worker.plan.Advisor;
import dev.smartspawn.worker.plan.FallbackModels;
import dev.smartspawn.worker.plan.ModelDirectory;
import dev.smartspawn.worker.plan.OperatorLimits;
import dev.smartspawn.worker.plan.OperatorPrices;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.provider.ChatApi;
import dev.smartspawn.worker.provider.ModelRoutes;
import dev.smartspawn.worker.provider.Provider;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Everything needed to run a spawn, except the broker. */
public final class Workbench {

  public static final RequestId REQUEST_ID = new RequestId("from-a-test");
  public static final RecordPosition RECORD = new RecordPosition(0, 1);

  private static final Unjudged ESCALATE = Unjudged.ESCALATE;
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/v1");

  private final MemoryLedger ledger = new MemoryLedger();
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger attempts = new AtomicInteger();
  private final Clock clock;
  private final SpawnRunner runner;

  /**
   * @param executor one that runs calls in sequence makes their order deterministic
   */
  public Workbench(
      Advisor advisor, ChatApi chat, Usd perSpawn, Usd perDay, Executor executor, Clock clock) {
    this(advisor, chat, NOWHERE, policy(perSpawn), perDay, executor, clock);
  }

  /** Calls these providers. */
  public Workbench(
      Advisor advisor, ChatApi chat, Supplier<ModelRoutes> routes, SpawnPolicy policy) {
    this(advisor, chat, routes, policy, Usd.of("1000"), Runnable::run, Clock.systemUTC());
  }

  /** Calls the provider at {@code baseUrl}. */
  public Workbench(Advisor advisor, ChatApi chat, URI baseUrl) {
    this(advisor, chat, baseUrl, policy(Usd.of("1")));
  }

  public Workbench(Advisor advisor, ChatApi chat, Unjudged unjudged) {
    this(advisor, chat, NOWHERE, new SpawnPolicy(Usd.of("1"), unjudged, PrivacyRule.NONE));
  }

  private Workbench(Advisor advisor, ChatApi chat, URI baseUrl, SpawnPolicy policy) {
    this(advisor, chat, baseUrl, policy, Usd.of("10"), Runnable::run, Clock.systemUTC());
  }

  /** Calls the provider at {@code baseUrl}, one call of a spawn after another. */
  public Workbench(Advisor advisor, ChatApi chat, URI baseUrl, Usd perSpawn, Usd perDay) {
    this(advisor, chat, baseUrl, policy(perSpawn), perDay, Runnable::run, Clock.systemUTC());
  }

  private Workbench(
      Advisor advisor,
      ChatApi chat,
      URI baseUrl,
      SpawnPolicy policy,
      Usd perDay,
      Executor executor,
      Clock clock) {
    this(
        advisor,
        chat,
        () ->
            new ModelRoutes(
                List.of(),
                Provider.openRouter(baseUrl, Optional.of("sk-secret-key"), "OPENROUTER_API_KEY")),
        policy,
        perDay,
        executor,
        clock);
  }

  private Workbench(
      Advisor advisor,
      ChatApi chat,
      Supplier<ModelRoutes> routes,
      SpawnPolicy policy,
      Usd perDay,
      Executor executor,
      Clock clock) {
    this.clock = clock;
    CallResources resources =
        new CallResources(
            chat,
            routes,
            new CircuitBreakers(clock),
            new EmptyAccounts(clock),
            new RefusedKeys(clock),
            new CallLimits(64, 64),
            new DailyCeiling(perDay, ledger, clock),
            new CallSettings(1000, Duration.ofSeconds(10)));
    Supplier<ModelDirectory> directory =
        () ->
            new ModelDirectory(
                advisor, FallbackModels.BUILT_IN, OperatorPrices.NONE, OperatorLimits.NONE);
    BaselineModels models = new BaselineModels(directory, Optional.empty(), clock);
    this.runner =
        new SpawnRunner(
            directory,
            resources,
            models,
            new Baselines(models, new ObservedLengths()),
            policy,
            () -> new Fence("call-" + tokens.incrementAndGet()),
            executor,
            AttachmentBytes.NONE);
  }

  public Workbench(Advisor advisor, ChatApi chat) {
    this(advisor, chat, Usd.of("1"), Usd.of("10"), Runnable::run, Clock.systemUTC());
  }

  private static SpawnPolicy policy(Usd perSpawn) {
    return new SpawnPolicy(perSpawn, ESCALATE, PrivacyRule.NONE);
  }

  public SpawnRunner runner() {
    return runner;
  }

  public MemoryLedger ledger() {
    return ledger;
  }

  public Optional<Attempt> claim(SpawnId id, SpawnRequest request) {
    int delivery = attempts.incrementAndGet();
    return new Claims(ledger, clock, () -> "attempt-" + delivery)
        .claim(id, RECORD, REQUEST_ID, delivery, clock.instant().plus(request.timeout()));
  }

  /** Makes one attempt under a new claim. */
  public void attempt(SpawnId id, SpawnRequest request) {
    Instant now = clock.instant();
    claim(id, request).ifPresent(attempt -> runner.run(request, now, attempt));
  }

  /** Runs the spawn to its end. */
  public SpawnResult run(SpawnId id, SpawnRequest request) {
    attempt(id, request);
    return result(id).orElseThrow(() -> new AssertionError("not ended: " + ledger.steps(id)));
  }

  /** The first end in the log. */
  public Optional<SpawnResult> result(SpawnId id) {
    return ledger.events().stream()
        .filter(event -> event.spawnId().equals(id))
        .map(SpawnEvent::step)
        .filter(SpawnStep.Finished.class::isInstance)
        .map(step -> ((SpawnStep.Finished) step).result())
        .findFirst();
  }
}
