package dev.smartspawn.local;

import dev.smartspawn.local.command.SmartSpawn;
import java.nio.file.Path;
import java.util.List;

/** How the command line is started in a JVM of its own, from the test's class path. */
public final class ChildJvm {

  private ChildJvm() {}

  /** Everything before the command. */
  public static List<String> launcher() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx384m",
        "-Dsmartspawn.home=" + ProjectFiles.root(),
        "-cp",
        System.getProperty("java.class.path"),
        SmartSpawn.class.getName());
  }
}
