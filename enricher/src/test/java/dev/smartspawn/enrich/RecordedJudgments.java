package dev.smartspawn.enrich;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.smartspawn.schema.raw.LiveBenchResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;

/** LiveBench's recorded judgments: the later of two counts, means of tasks, then of categories. */
final class RecordedJudgments {

  private RecordedJudgments() {}

  static List<LiveBenchResult> read(Path file) {
    Map<String, Judgment> latest = new HashMap<>();
    RecordedRows.of(file)
        .map(Judgment::of)
        .forEach(one -> latest.merge(one.key(), one, Judgment::later));
    Map<String, List<Judgment>> byModel =
        latest.values().stream().collect(groupingBy(Judgment::model, TreeMap::new, toList()));
    List<LiveBenchResult> results = new ArrayList<>();
    byModel.forEach((model, judgments) -> results.add(result(model, judgments)));
    return results;
  }

  private static LiveBenchResult result(String model, List<Judgment> judgments) {
    Map<String, Double> categories = new TreeMap<>();
    judgments.stream()
        .collect(groupingBy(Judgment::category))
        .forEach(
            (category, ofCategory) ->
                categories.put(
                    category,
                    ofCategory.stream()
                        .collect(groupingBy(Judgment::task, averagingDouble(Judgment::score)))
                        .values()
                        .stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .average()
                        .orElseThrow()));
    return new LiveBenchResult(model, Map.of(), categories, judgments.size());
  }

  private record Judgment(
      String key, String model, String category, String task, double score, double at) {

    static Judgment of(Group row) {
      String model = row.getString("model", 0);
      String key =
          String.join("|", model, row.getString("question_id", 0), "" + row.getLong("turn", 0));
      return new Judgment(
          key,
          model,
          row.getString("category", 0),
          row.getString("task", 0),
          row.getDouble("score", 0),
          row.getDouble("tstamp", 0));
    }

    static Judgment later(Judgment one, Judgment other) {
      return other.at >= one.at ? other : one;
    }
  }
}
