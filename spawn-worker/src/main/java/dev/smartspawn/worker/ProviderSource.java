package dev.smartspawn.worker;

import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** Where providers come from: settings, and the operator's file, which may change. */
public final class ProviderSource {

  private final Settings settings;
  private final ProviderSet first;

  private ProviderSource(Settings settings, ProviderSet first) {
    this.settings = settings;
    this.first = first;
  }

  /** Reports mistakes to {@code settings}. */
  static ProviderSource from(Settings settings) {
    return new ProviderSource(settings, ProviderSet.from(settings));
  }

  /** The providers at the start. */
  ProviderSet first() {
    return first;
  }

  /** The operator's file; empty if there is none. */
  Optional<Path> file() {
    return settings.isSet(Setting.PROVIDERS_FILE)
        ? Optional.of(Path.of(settings.text(Setting.PROVIDERS_FILE)))
        : Optional.empty();
  }

  /**
   * The providers as the file describes them now.
   *
   * @throws dev.smartspawn.schema.setting.SettingsException with every mistake
   */
  ProviderSet read() {
    Settings again = settings.again();
    ProviderSet set = ProviderSet.from(again);
    again.rejectMistakes();
    return set;
  }
}
