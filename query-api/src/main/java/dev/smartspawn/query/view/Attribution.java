package dev.smartspawn.query.view;

import dev.smartspawn.schema.source.Source;
import org.jspecify.annotations.Nullable;

/** The credit a source requires where its figures are shown. */
public record Attribution(String text, String url) {

  public static final Attribution ARTIFICIAL_ANALYSIS =
      new Attribution("Artificial Analysis", "https://artificialanalysis.ai");

  private static final Attribution LMARENA =
      new Attribution("LMArena", "https://huggingface.co/datasets/lmarena-ai/leaderboard-dataset");

  /** The credit for a source's figures; absent where none is required. */
  public static @Nullable Attribution of(Source source) {
    if (source.equals(Source.ARTIFICIAL_ANALYSIS)) {
      return ARTIFICIAL_ANALYSIS;
    }
    return source.equals(Source.LMARENA_DATASET) ? LMARENA : null;
  }
}
