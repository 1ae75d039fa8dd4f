package dev.smartspawn.local.bench;

import dev.smartspawn.local.bench.Measurement.Bound;
import dev.smartspawn.local.kafka.LoopbackPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Measures GET /pick over 64 rotating questions and a constant answer of the same size in turns, so
 * that other load on the machine affects both; and questions in free text that nobody has asked
 * before, so that each is classified and no cache helps.
 */
final class PickBenchmark {

  private static final double PROMISED_SHARE = 0.60;

  /** Of the rate of rotating questions. */
  private static final double PROMISED_NEW_SHARE = 0.30;

  /** More than a round can ask: no question is asked twice. */
  private static final int NEW_QUESTIONS = 240_000;

  private static final int NEW_WARM_UP_ROUNDS = 4;

  /** Long enough for the optimising compiler, which waits longer in {@code up}, to do its work. */
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  private static final Duration ROUND = Duration.ofSeconds(3);

  private final SystemProcess system;

  PickBenchmark(SystemProcess system) {
    this.system = system;
  }

  List<Measurement> measure(int rounds) throws IOException, InterruptedException, TimeoutException {
    int constantPort = LoopbackPort.free();
    Process constant = startConstant(constantPort);
    try {
      LoadGenerator picks = new LoadGenerator(system.httpPort(), Questions.all());
      LoadGenerator constants = new LoadGenerator(constantPort, List.of("/"));
      picks.run(WARM_UP);
      constants.run(WARM_UP);
      for (int round = 0; round < NEW_WARM_UP_ROUNDS; round++) {
        Object unused = neverAsked(-1 - round);
      }
      List<Double> pickRates = new ArrayList<>();
      List<Double> newShares = new ArrayList<>();
      List<Double> constantRates = new ArrayList<>();
      List<Double> shares = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        pickRates.add(picks.run(ROUND).rate());
        constantRates.add(constants.run(ROUND).rate());
        shares.add(pickRates.get(round) / constantRates.get(round));
        newShares.add(neverAsked(round) / pickRates.get(round));
      }
      return List.of(
          new Measurement("a constant Undertow answer, /s", constantRates, Bound.AT_LEAST, 0),
          new Measurement("/pick over 64 rotating questions, /s", pickRates, Bound.AT_LEAST, 0),
          new Measurement(
              "/pick as a share of the constant answer", shares, Bound.AT_LEAST, PROMISED_SHARE),
          new Measurement(
              "/pick of texts never asked before, as a share of /pick",
              newShares,
              Bound.AT_LEAST,
              PROMISED_NEW_SHARE));
    } finally {
      constant.destroyForcibly().waitFor();
    }
  }

  /** Answers per second. */
  private double neverAsked(int round) throws IOException {
    return new LoadGenerator(system.httpPort(), Questions.neverAsked(round, NEW_QUESTIONS))
        .run(ROUND)
        .rate();
  }

  private Process startConstant(int port)
      throws IOException, InterruptedException, TimeoutException {
    String body =
        system.api().await("/pick?task=coding", Benchmark.PATIENCE, answer -> true).toString();
    Process constant =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                ConstantAnswer.class.getName(),
                Integer.toString(port),
                body)
            .redirectErrorStream(true)
            .start();
    long deadline = System.nanoTime() + Benchmark.PATIENCE.toNanos();
    while (!LoopbackPort.accepts(port)) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("the constant answer did not start");
      }
      Thread.sleep(20);
    }
    return constant;
  }
}
