package dev.smartspawn.local.command.day;

import java.time.LocalDate;

/** The whole system, running at the time of a recorded day. */
interface DaySystem extends AutoCloseable {

  /** Of the REST API. */
  String url();

  String bootstrapServers();

  /** Whether waiting for an answer still makes sense. */
  boolean isHopeful();

  /** Its clock goes to noon of {@code day}. */
  void begin(LocalDate day);

  /**
   * Whether the system was stopped and started since it was last asked. A refresh that it was told
   * to make may be lost then, and is asked for again.
   */
  boolean wasRestarted();

  @Override
  void close();
}
