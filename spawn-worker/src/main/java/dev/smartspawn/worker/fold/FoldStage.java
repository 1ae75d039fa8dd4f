package dev.smartspawn.worker.fold;

import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.stage.WorkerStage;
import java.time.Duration;
import java.util.List;

/** The stage that runs {@link FoldTopology}. */
public final class FoldStage {

  public static final WorkerStage.Plan PLAN =
      new WorkerStage.Plan(
          "results",
          "fold",
          FoldTopology.NAME,
          Duration.ofMillis(100),
          List.of(Topics.SPAWN_EVENTS.name()),
          FoldTopology::build);

  private FoldStage() {}
}
