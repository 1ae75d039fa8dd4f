package dev.smartspawn.schema.source;

import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.source.SourceDescriptor.Access;
import dev.smartspawn.schema.source.SourceDescriptor.Credit;
import dev.smartspawn.schema.source.SourceDescriptor.Records;
import java.util.List;

/** Every pulled source. */
public final class Sources {

  private static final String WITH_ATTRIBUTION = "figures may be used with attribution";

  public static final SourceDescriptor<OpenRouterModel> OPENROUTER =
      new SourceDescriptor<>(
          Source.OPENROUTER,
          "OpenRouter",
          new Records<>(OpenRouterModel.class, "OpenRouter's id of a model", "a model on sale"),
          Access.open("https://openrouter.ai", "address of OpenRouter", "6h", "60s"),
          new Credit("OpenRouter", "https://openrouter.ai", WITH_ATTRIBUTION));

  public static final SourceDescriptor<ArtificialAnalysisModel> ARTIFICIAL_ANALYSIS =
      new SourceDescriptor<>(
          Source.ARTIFICIAL_ANALYSIS,
          "Artificial Analysis",
          new Records<>(
              ArtificialAnalysisModel.class,
              "Artificial Analysis's id of a row",
              "a model at an effort, with its indices and speed"),
          Access.open("https://artificialanalysis.ai", "address of Artificial Analysis", "6h", "1h")
              .withKey("ARTIFICIAL_ANALYSIS_API_KEY"),
          new Credit(
              "Artificial Analysis",
              "https://artificialanalysis.ai",
              "its name with a link wherever its figures are shown"));

  public static final SourceDescriptor<HfEvaluation> HF_LEADERBOARD =
      new SourceDescriptor<>(
          Source.HF_LEADERBOARD,
          "HF leaderboard",
          new Records<>(
              HfEvaluation.class,
              "eval_name",
              "an evaluation of the Open LLM Leaderboard, a retired board"),
          Access.open(
              "https://datasets-server.huggingface.co",
              "address of Hugging Face's rows API",
              "1d",
              "60s"),
          new Credit("Open LLM Leaderboard", "https://huggingface.co", WITH_ATTRIBUTION));

  public static final SourceDescriptor<ArenaRating> LMARENA =
      new SourceDescriptor<>(
          Source.LMARENA,
          "LMArena",
          new Records<>(ArenaRating.class, "board and name", "a rating by people's votes"),
          Access.open(
                  "https://api.github.com",
                  "where LMArena's latest release is looked up",
                  "6h",
                  "60s")
              .withDownloads("https://github.com", "where LMArena's release files are downloaded"),
          new Credit("LMArena", "https://lmarena.ai", WITH_ATTRIBUTION));

  public static final SourceDescriptor<LiveBenchResult> LIVEBENCH =
      new SourceDescriptor<>(
          Source.LIVEBENCH,
          "LiveBench",
          new Records<>(
              LiveBenchResult.class,
              "the model's name at LiveBench",
              "a model's mean scores by task"),
          Access.open("https://huggingface.co", "address of LiveBench's data set", "30d", "60s"),
          new Credit("LiveBench", "https://livebench.ai", WITH_ATTRIBUTION));

  public static final SourceDescriptor<ArenaStanding> LMARENA_DATASET =
      new SourceDescriptor<>(
          Source.LMARENA_DATASET,
          "LMArena dataset",
          new Records<>(
              ArenaStanding.class,
              "board and name",
              "a model's ratings by people's votes on one board, by kind of prompt"),
          Access.open(
                  LIVEBENCH.access().address(), "address of LMArena's own data set", "6h", "60s")
              .onHostOf(LIVEBENCH),
          new Credit(
              "LMArena",
              "https://huggingface.co/datasets/lmarena-ai/leaderboard-dataset",
              WITH_ATTRIBUTION));

  /** In the order of {@link Source#PULLED}. */
  public static final List<SourceDescriptor<?>> ALL =
      List.of(OPENROUTER, ARTIFICIAL_ANALYSIS, HF_LEADERBOARD, LMARENA, LMARENA_DATASET, LIVEBENCH);

  private Sources() {}
}
