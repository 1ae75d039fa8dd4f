package dev.smartspawn.local.command;

import java.nio.file.Path;

/** The folder the project was cloned to; the {@code smart-spawn} script says which it is. */
final class Project {

  /** System property the script sets. */
  static final String HOME_PROPERTY = "smartspawn.home";

  private Project() {}

  static Path home() {
    return Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath().normalize();
  }

  /** Reference files, snapshot and, by default, state. */
  static Path data() {
    return home().resolve("data");
  }
}
