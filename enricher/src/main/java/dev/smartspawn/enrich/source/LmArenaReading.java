package dev.smartspawn.enrich.source;

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
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** LMArena's release files: Elo ratings by people's votes, on a text and a vision board. */
public final class LmArenaReading implements SourceReading<ArenaRating> {

  private final Leaderboard<ArenaRating> text = new Leaderboard<>(this, Board.TEXT.id());
  private final Leaderboard<ArenaRating> vision = new Leaderboard<>(this, Board.VISION.id());

  LmArenaReading() {}

  @Override
  public Source source() {
    return Source.LMARENA;
  }

  @Override
  public Topic<String, Raw<ArenaRating>> topic() {
    return Topics.RAW_LMARENA;
  }

  public Leaderboard<ArenaRating> text() {
    return text;
  }

  public Leaderboard<ArenaRating> vision() {
    return vision;
  }

  @Override
  public List<Leaderboard<ArenaRating>> leaderboards() {
    return List.of(text, vision);
  }

  @Override
  public boolean isOn(Leaderboard<ArenaRating> leaderboard, ArenaRating rating) {
    return rating.board().id().equals(leaderboard.id());
  }

  @Override
  public NamedRecord named(ArenaRating rating) {
    return new NamedRecord(
        source(),
        nameConvention(),
        rating.key(),
        rating.name(),
        null,
        rating.organization(),
        null,
        null);
  }

  @Override
  public Collection<MetricReading> readings(ArenaRating rating) {
    MetricReadings readings = new MetricReadings(source());
    readings.add(rating.board().id(), rating.rating(), Unit.ELO, poll(rating));
    return readings.all();
  }

  private static Poll poll(ArenaRating rating) {
    @Nullable Double above = Figure.plain(rating.above());
    @Nullable Double below = Figure.plain(rating.below());
    return new Poll(
        rating.board().id(),
        Poll.OVERALL,
        rating.published(),
        rating.votes(),
        below == null ? null : rating.rating() - below,
        above == null ? null : rating.rating() + above);
  }

  @Override
  public @Nullable ArenaRating plausible(ArenaRating rating, FieldCheck check) {
    if (!check.isName("name", rating.name())
        || check.figure(rating.board().id(), rating.rating(), ValueRange.ELO) == null) {
      return null;
    }
    return check.past("published", rating.published()) == null ? rating.undated() : rating;
  }

  @Override
  public Map<Metric, Double> figures(ArenaRating rating) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    Metric metric = rating.board() == Board.VISION ? Metric.ARENA_VISION : Metric.ARENA_TEXT;
    Figure.put(figures, metric, rating.rating());
    return figures;
  }
}
