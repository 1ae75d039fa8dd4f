package dev.smartspawn.enrich.source;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.metric.MetricReading;
import dev.smartspawn.enrich.metric.MetricReading.Unit;
import dev.smartspawn.enrich.metric.MetricReadings;
import dev.smartspawn.enrich.metric.Poll;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.plausibility.FieldCheck;
import dev.smartspawn.enrich.plausibility.ValueRange;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * LMArena's own data set: Elo ratings by people's votes, per board and kind of prompt. Some boards
 * are published twice from the same votes: as they are, and controlled for style. Only the
 * controlled ones are used, because two figures of the same votes would count twice.
 */
public final class ArenaDatasetReading implements SourceReading<ArenaStanding> {

  private static final String CONTROLLED = "_style_control";

  private final Leaderboard<ArenaStanding> text = new Leaderboard<>(this, Board.TEXT.id());
  private final Leaderboard<ArenaStanding> vision = new Leaderboard<>(this, Board.VISION.id());
  private final List<Leaderboard<ArenaStanding>> leaderboards =
      Stream.concat(
              Stream.of(text, vision),
              Stream.of("webdev", "search", "document").map(id -> new Leaderboard<>(this, id)))
          .toList();

  ArenaDatasetReading() {}

  @Override
  public Source source() {
    return Source.LMARENA_DATASET;
  }

  @Override
  public Topic<String, Raw<ArenaStanding>> topic() {
    return Topics.RAW_LMARENA_DATASET;
  }

  public Leaderboard<ArenaStanding> text() {
    return text;
  }

  public Leaderboard<ArenaStanding> vision() {
    return vision;
  }

  @Override
  public List<Leaderboard<ArenaStanding>> leaderboards() {
    return leaderboards;
  }

  @Override
  public boolean isOn(Leaderboard<ArenaStanding> leaderboard, ArenaStanding standing) {
    return board(standing).equals(leaderboard.id());
  }

  /** Of a board that is published twice, only the one that is controlled for style. */
  @Override
  public List<TopicValue<Raw<ArenaStanding>>> used(
      Collection<TopicValue<Raw<ArenaStanding>>> records) {
    Set<String> controlled =
        records.stream()
            .map(one -> one.value().record().board())
            .filter(board -> board.endsWith(CONTROLLED))
            .collect(Collectors.toSet());
    return records.stream()
        .filter(one -> !controlled.contains(one.value().record().board() + CONTROLLED))
        .toList();
  }

  @Override
  public NamedRecord named(ArenaStanding standing) {
    return new NamedRecord(
        source(),
        nameConvention(),
        standing.key(),
        standing.name(),
        null,
        standing.organization(),
        null,
        null);
  }

  @Override
  public Collection<MetricReading> readings(ArenaStanding standing) {
    MetricReadings readings = new MetricReadings(source());
    standing
        .categories()
        .forEach(
            (category, rating) ->
                readings.add(
                    field(standing, category),
                    rating.rating(),
                    Unit.ELO,
                    new Poll(
                        standing.board(),
                        category,
                        rating.published(),
                        rating.votes(),
                        Figure.plain(rating.lower()),
                        Figure.plain(rating.upper()))));
    return readings.all();
  }

  @Override
  public @Nullable ArenaStanding plausible(ArenaStanding standing, FieldCheck check) {
    if (!check.isName("name", standing.name())) {
      return null;
    }
    Map<String, ArenaStanding.Rating> plausible = new TreeMap<>();
    standing
        .categories()
        .forEach(
            (category, rating) -> {
              String field = field(standing, category);
              if (check.figure(field, rating.rating(), ValueRange.ELO) != null
                  && check.past("published", rating.published()) != null) {
                plausible.put(category, rating);
              }
            });
    return plausible.isEmpty()
        ? null
        : new ArenaStanding(
            standing.board(),
            standing.name(),
            standing.organization(),
            standing.license(),
            plausible);
  }

  @Override
  public Map<Metric, Double> figures(ArenaStanding standing) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    standing
        .categories()
        .forEach(
            (category, rating) -> {
              @Nullable Metric metric = metric(standing, category);
              if (metric != null) {
                Figure.put(figures, metric, rating.rating());
              }
            });
    return figures;
  }

  /** The rating for all prompts. */
  public static ArenaStanding.@Nullable Rating overall(@Nullable ArenaStanding standing) {
    return standing == null ? null : standing.categories().get(Poll.OVERALL);
  }

  /** The release and the data set publish the same figures of these two boards. */
  private @Nullable Metric metric(ArenaStanding standing, String category) {
    String field = field(standing, category);
    return switch (field) {
      case "text/" + Poll.OVERALL -> Metric.ARENA_TEXT;
      case "vision/" + Poll.OVERALL -> Metric.ARENA_VISION;
      default -> Metric.of(source(), field).orElse(null);
    };
  }

  private static String field(ArenaStanding standing, String category) {
    return board(standing) + "/" + category;
  }

  /** The board, however its figures are controlled. */
  static String board(ArenaStanding standing) {
    String board = standing.board();
    return board.endsWith(CONTROLLED)
        ? board.substring(0, board.length() - CONTROLLED.length())
        : board;
  }
}
