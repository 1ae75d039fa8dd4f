package dev.smartspawn.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smartspawn.local.bench.RecordedSources;

/** What the recordings hold, for tests that are skipped where there are none. */
public final class RecordedFigures {

  public static final int OPENROUTER = 342;
  public static final int ARTIFICIAL_ANALYSIS = 538;
  public static final int HF_LEADERBOARD = 4576;

  /** 303 on the text board, 94 on the vision board. */
  public static final int LMARENA = 397;

  /** Models on seven boards: two with 374, two with 133, and 96, 32 and 32. */
  public static final int LMARENA_DATASET = 1_174;

  public static final int LIVEBENCH = 119;

  private RecordedFigures() {}

  public static void assumePresent() {
    assumeTrue(
        RecordedSources.isAvailable(ProjectFiles.shared()),
        () ->
            "skipped: needs the recordings and their server in %s, and python3"
                .formatted(ProjectFiles.shared()));
  }
}
