package dev.smartspawn.worker.provider;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What a provider's operator knows about the data it is sent. What is not known counts as forbidden
 * where a rule asks for it.
 *
 * @param trainsOnData whether it keeps requests or trains on them; empty where that is not known
 * @param region where it processes them, in lower case; empty where that is not known
 * @param forwards whether it passes requests on to providers of its own, by OpenRouter's provider
 *     preferences
 */
public record DataPolicy(Optional<Boolean> trainsOnData, String region, boolean forwards) {

  public static final DataPolicy UNKNOWN = new DataPolicy(Optional.empty(), "", false);

  private static final String OPENROUTER_HOST = "openrouter.ai";

  /** OpenRouter processes requests to this address within the European Union. */
  private static final String OPENROUTER_EU_HOST = "eu.openrouter.ai";

  /** The policy of the provider for models that no direct provider serves. */
  static DataPolicy openRouter(URI baseUrl) {
    String region = host(baseUrl).equals(OPENROUTER_EU_HOST) ? "eu" : "";
    return new DataPolicy(Optional.empty(), region, true);
  }

  static boolean isOpenRouter(URI baseUrl) {
    String host = host(baseUrl);
    return host.equals(OPENROUTER_HOST) || host.endsWith("." + OPENROUTER_HOST);
  }

  private static String host(URI baseUrl) {
    return String.valueOf(baseUrl.getHost()).toLowerCase(Locale.ROOT);
  }
}
