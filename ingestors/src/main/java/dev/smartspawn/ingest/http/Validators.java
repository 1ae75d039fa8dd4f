package dev.smartspawn.ingest.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The validators of a source's answers: address to entity tag or date.
 *
 * <p>The keys carry {@link #REVISION}, so that a release that reads more from the same answer
 * requests it once without a condition.
 */
public record Validators(Map<String, String> byAddress) {

  public static final Validators NONE = new Validators(Map.of());

  /** Raise this when a reader starts to read more from an answer. */
  private static final String REVISION = "#1";

  public Validators {
    byAddress = Map.copyOf(byAddress);
  }

  public Validators with(URI address, Answer answer) {
    Optional<String> validator =
        answer.header("ETag").filter(Validators::isTag).or(() -> answer.header("Last-Modified"));
    if (validator.isEmpty()) {
      return this;
    }
    Map<String, String> all = new TreeMap<>(byAddress);
    all.put(address + REVISION, validator.get());
    return new Validators(all);
  }

  /** Takes over the validator of an answer that is still current. */
  public Validators stillWith(URI address, Validators known) {
    @Nullable String validator = known.byAddress.get(address + REVISION);
    if (validator == null) {
      return this;
    }
    Map<String, String> all = new TreeMap<>(byAddress);
    all.put(address + REVISION, validator);
    return new Validators(all);
  }

  Optional<String> of(URI address) {
    return Optional.ofNullable(byAddress.get(address + REVISION));
  }

  /** The request header that carries {@code validator}. */
  static String conditionHeader(String validator) {
    return isTag(validator) ? "If-None-Match" : "If-Modified-Since";
  }

  private static boolean isTag(String validator) {
    return validator.startsWith("\"") || validator.startsWith("W/\"");
  }
}
