package dev.smartspawn.schema.refresh;

import dev.smartspawn.schema.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command to pull sources.
 *
 * @param sources the sources to pull; absent or empty means all
 * @param requestedBy the sender, for the log
 */
public record RefreshCommand(@Nullable List<Source> sources, @Nullable String requestedBy) {

  public static final RefreshCommand EVERYTHING = new RefreshCommand(null, null);

  /**
   * @throws IllegalArgumentException when a source is not listed
   */
  public RefreshCommand {
    sources = sources == null ? null : sources.stream().map(Source::requireListed).toList();
  }

  public boolean asksFor(Source source) {
    return sources == null || sources.isEmpty() || sources.contains(source);
  }
}
