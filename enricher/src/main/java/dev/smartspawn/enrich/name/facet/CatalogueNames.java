package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.parse.NameParser;
import dev.smartspawn.enrich.name.parse.ParsedName;
import dev.smartspawn.enrich.name.parse.PartialDate;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names the catalogue has for one model: id, display name, canonical slug and Hugging Face id.
 *
 * @param all different readings, the id's first
 * @param statedDates what id and display name say
 * @param slugDate what the slug says, where the name alone says nothing
 */
record CatalogueNames(
    List<ParsedName> all, List<PartialDate> statedDates, @Nullable PartialDate slugDate) {

  private static final Pattern VARIANT =
      Pattern.compile("(?i)\\s*\\((free|thinking|batch)\\)\\s*$");

  /** {@code Nano Banana 2 (Gemini 3.1 Flash Image)}: two names. */
  private static final Pattern SECOND_NAME = Pattern.compile("^(.+)\\((\\S+ \\S+ \\S.*)\\)$");

  static CatalogueNames of(OpenRouterModel entry) {
    ParsedName id = parsed(CanonicalId.of(entry.id()).base().value());
    @Nullable ParsedName repository = parsedOrNull(entry.huggingFaceId());
    @Nullable ParsedName slug = parsedOrNull(entry.canonicalSlug());
    List<ParsedName> displayed = displayed(entry.name());

    List<ParsedName> all = new ArrayList<>(List.of(id));
    displayed.stream().filter(name -> !isCutShort(name, id, repository)).forEach(all::add);
    if (slug != null && says(slug, id)) {
      all.add(slug);
    }
    if (repository != null) {
      all.add(repository);
    }
    List<PartialDate> stated = new ArrayList<>();
    stated.add(id.date());
    displayed.forEach(name -> stated.add(name.date()));
    stated.removeIf(Objects::isNull);
    return new CatalogueNames(
        all.stream().distinct().toList(), List.copyOf(stated), slug == null ? null : slug.date());
  }

  private static List<ParsedName> displayed(String name) {
    String own = VARIANT.matcher(name.substring(name.indexOf(": ") + 1)).replaceAll("").strip();
    Matcher two = SECOND_NAME.matcher(own);
    return two.matches()
        ? List.of(NameParser.parse(two.group(1)), NameParser.parse(two.group(2)))
        : List.of(NameParser.parse(own));
  }

  /**
   * A display name may leave out what id and repository both say: {@code Granite 4.0 Micro} for
   * {@code granite-4.0-h-micro}, while there is a Micro without H.
   */
  private static boolean isCutShort(
      ParsedName displayed, ParsedName id, @Nullable ParsedName repository) {
    return repository != null
        && isPart(displayed.words(), id.words())
        && isPart(displayed.words(), repository.words());
  }

  private static boolean isPart(Set<String> words, Set<String> whole) {
    return words.size() < whole.size() && whole.containsAll(words);
  }

  /** Whether a slug says all the id says: {@code glm-4.6-20251208} is no name of GLM 4.6V. */
  private static boolean says(ParsedName slug, ParsedName id) {
    return slug.words().containsAll(id.words())
        && slug.versions().containsAll(id.versions())
        && slug.sizes().containsAll(id.sizes())
        && slug.mode() == id.mode();
  }

  private static ParsedName parsed(String path) {
    return NameParser.parse(path.substring(path.lastIndexOf('/') + 1));
  }

  private static @Nullable ParsedName parsedOrNull(@Nullable String path) {
    return path == null || path.isBlank() ? null : parsed(path);
  }
}
