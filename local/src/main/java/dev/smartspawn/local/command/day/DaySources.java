package dev.smartspawn.local.command.day;

import java.time.LocalDate;

/** Serves the recorded answers of one day after the other at one address. */
interface DaySources extends AutoCloseable {

  String url();

  /** Answers as the sources did on {@code day}. */
  void show(LocalDate day);

  @Override
  void close();
}
