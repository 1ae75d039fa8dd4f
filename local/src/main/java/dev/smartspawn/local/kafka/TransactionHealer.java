package dev.smartspawn.local.kafka;

import dev.smartspawn.schema.kafka.ClusterNames;
import dev.smartspawn.schema.kafka.HangingTransactions;
import dev.smartspawn.schema.kafka.HangingTransactions.Hanging;
import dev.smartspawn.schema.kafka.KafkaClients;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts transactions that killed processes left open on the embedded broker and that nobody else
 * will end. Without it a spawn could wait for ever: its result is in the log, but behind such a
 * transaction. It leaves the transactions of other applications alone.
 */
final class TransactionHealer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TransactionHealer.class);

  /** All transactional ids of the system begin so. */
  private static final String OWN = ClusterNames.own("");

  /** Such transactions come from an unclean stop, so the first minute is looked at closely. */
  private static final Duration FIRST = Duration.ofMinutes(1);

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaClients clients;
  private final Thread thread;
  private volatile boolean closed;

  private TransactionHealer(String bootstrapServers) {
    this.clients = KafkaClients.plain(bootstrapServers, "broker");
    this.thread = new Thread(this::run, "transaction-healer");
    this.thread.setDaemon(true);
  }

  /** Returns at once. */
  static TransactionHealer start(String bootstrapServers) {
    TransactionHealer healer = new TransactionHealer(bootstrapServers);
    healer.thread.start();
    return healer;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long start = System.nanoTime();
    try (Admin admin = clients.admin("healer")) {
      HangingTransactions transactions = new HangingTransactions(admin, topic -> true);
      boolean suspicious = true;
      while (!closed) {
        boolean early = System.nanoTime() - start < FIRST.toNanos();
        Thread.sleep((early || suspicious ? SOON : LATER).toMillis());
        suspicious = heal(admin, transactions);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @return whether it is worth looking again soon
   */
  private boolean heal(Admin admin, HangingTransactions transactions) throws InterruptedException {
    try {
      for (Hanging hanging : transactions.find()) {
        if (hanging.transactionalId().orElse(OWN).startsWith(OWN)) {
          abort(admin, hanging);
        }
      }
      return transactions.hasSuspects();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      if (!closed) {
        log.debug("cannot look for hanging transactions at the moment", e);
      }
      return true;
    }
  }

  private static void abort(Admin admin, Hanging hanging) throws InterruptedException {
    try {
      hanging.abort(admin).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      log.warn(
          "aborted a transaction of {} that was left open and held back {} from offset {} on",
          hanging.transactionalId().orElse("an ended process"),
          hanging.partition(),
          hanging.startOffset());
    } catch (ExecutionException | TimeoutException e) {
      log.warn(
          "a transaction holds back {} from offset {} on and cannot be aborted: {}",
          hanging.partition(),
          hanging.startOffset(),
          e.getMessage());
    }
  }
}
