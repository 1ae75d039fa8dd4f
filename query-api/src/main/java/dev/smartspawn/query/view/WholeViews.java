package dev.smartspawn.query.view;

import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.schema.source.Source;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The newest view for questions about models. Until the first table is whole, a question is refused
 * with what is awaited: half a catalogue gives wrong answers.
 */
public final class WholeViews implements Supplier<ModelView> {

  /** The code of the refusal. */
  public static final String NOT_READY = "not_ready";

  private static final String RETRY_SECONDS = "1";

  private final Supplier<ModelView> views;
  private final Clock clock;

  public WholeViews(Supplier<ModelView> views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  /**
   * @throws Refusal until the first table is whole
   */
  @Override
  public ModelView get() {
    ModelView view = views.get();
    if (!view.isWhole(clock.instant())) {
      throw new Refusal(StatusCodes.SERVICE_UNAVAILABLE, NOT_READY, awaited(view))
          .with(Headers.RETRY_AFTER, RETRY_SECONDS);
    }
    return view;
  }

  /** Names the sources that are missing, in one sentence. */
  public static String awaited(ModelView view) {
    List<Source> missing = view.catalogue().awaiting();
    String what =
        missing.isEmpty()
            ? "its models"
            : missing.stream().map(Source::id).collect(Collectors.joining(", "));
    return "the first table of models is not complete yet: awaiting " + what;
  }
}
