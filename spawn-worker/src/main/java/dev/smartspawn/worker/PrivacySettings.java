package dev.smartspawn.worker;

import dev.smartspawn.schema.privacy.DataCollection;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.privacy.PrivacyRuleReader;
import dev.smartspawn.schema.setting.PrivacySetting;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the operator's privacy rule. */
final class PrivacySettings {

  private PrivacySettings() {}

  static PrivacyRule rule(Settings settings) {
    return new PrivacyRule(
        dataCollection(settings),
        new PrivacyRule.Providers(
            names(settings, PrivacySetting.ONLY), names(settings, PrivacySetting.IGNORE)),
        names(settings, PrivacySetting.REGIONS));
  }

  private static @Nullable DataCollection dataCollection(Settings settings) {
    String id = settings.text(PrivacySetting.DATA_COLLECTION);
    Optional<DataCollection> known = DataCollection.find(id);
    if (known.isEmpty()) {
      settings.addMistake(
          PrivacySetting.DATA_COLLECTION,
          "'%s': expected %s".formatted(id, PrivacySetting.DATA_COLLECTION.form().expected()));
    }
    return known.orElse(DataCollection.DENY);
  }

  private static @Nullable List<String> names(Settings settings, Setting setting) {
    List<String> names = new ArrayList<>();
    for (String name : settings.list(setting)) {
      Optional<String> known = PrivacyRuleReader.name(name);
      known.ifPresent(names::add);
      if (known.isEmpty()) {
        settings.addMistake(
            setting, "'%s': expected %s".formatted(name, setting.form().expected()));
      }
    }
    return names.isEmpty() ? null : names;
  }
}
