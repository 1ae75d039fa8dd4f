package dev.smartspawn.schema.refresh;

import dev.smartspawn.schema.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "Refresh now."
 *
 * @param sources which; absent or empty means all
 * @param requestedBy for the log
 */
public record RefreshCommand(@Nullable List<Source> sources, @Nullable String requestedBy) {

  public static final RefreshCommand EVERYTHING = new RefreshCommand(null, null);

  public RefreshCommand {
    sources = sources == null ? null : List.copyOf(sources);
  }

  public boolean asksFor(Source source) {
    return sources == null || sources.isEmpty() || sources.contains(source);
  }
}
