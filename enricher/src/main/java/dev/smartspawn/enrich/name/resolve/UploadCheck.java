package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.enrich.name.facet.CatalogueModel;
import dev.smartspawn.enrich.name.facet.NameComparison;
import dev.smartspawn.enrich.name.facet.NameReading;
import dev.smartspawn.enrich.name.parse.Flavour;
import dev.smartspawn.enrich.name.parse.ParsedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The extra rules for repositories. Most are fine-tunes, mirrors, merges and bases of models on
 * sale; only the maker's own instruct model, by its full name, is the model itself.
 */
final class UploadCheck {

  private UploadCheck() {}

  /** Why the repository is not the model although the names match. */
  static Optional<String> objection(NameReading asked, NameComparison comparison) {
    CatalogueModel model = comparison.model();
    @Nullable String maker = asked.maker();
    if (maker == null || !maker.equals(model.maker())) {
      return Optional.of("not uploaded by its maker");
    }
    if (!isTuned(asked.name()) && !isNeverCalledTuned(model)) {
      return Optional.of("not said to be the instruct model");
    }
    return comparison.rule().compareTo(MatchRule.FLAVOUR) <= 0
        ? Optional.empty()
        : Optional.of("not its full name");
  }

  private static boolean isTuned(ParsedName name) {
    return name.flavours().contains(Flavour.INSTRUCT) || name.flavours().contains(Flavour.CHAT);
  }

  /** Such as Cohere's: no base was ever published, and none of its names says instruct. */
  private static boolean isNeverCalledTuned(CatalogueModel model) {
    return model.huggingFaceId() == null
        && !model.flavours().contains(Flavour.INSTRUCT)
        && !model.flavours().contains(Flavour.CHAT);
  }
}
