package dev.smartspawn.schema.setting;

import dev.smartspawn.schema.source.SourceDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of one source, derived from its descriptor. */
public final class SourceSettings {

  private static final List<SettingReader> READERS = List.of(SettingReader.INGESTORS);

  private final SourceDescriptor<?> source;

  public SourceSettings(SourceDescriptor<?> source) {
    this.source = source;
  }

  public Setting address() {
    return new Setting(
        source.settingPrefix() + "_URL",
        source.access().address(),
        SettingForm.address(),
        READERS,
        source.access().addressMeaning());
  }

  /** Empty for a source with a single address. */
  public Optional<Setting> downloads() {
    return Optional.ofNullable(source.access().downloads())
        .map(
            downloads ->
                new Setting(
                    source.settingPrefix() + "_DOWNLOAD_URL",
                    downloads.address(),
                    SettingForm.address(),
                    READERS,
                    downloads.meaning()));
  }

  /** Empty for a source that needs no key. */
  public Optional<Setting> key() {
    return source
        .access()
        .key()
        .map(
            variable ->
                new Setting(
                    variable,
                    null,
                    SettingForm.text("a key"),
                    READERS,
                    "key for %s; without one the source is disabled".formatted(source.title())));
  }

  public Setting interval() {
    return new Setting(
        source.settingPrefix() + "_INTERVAL",
        source.access().interval(),
        SettingForm.duration(),
        READERS,
        "how often %s is pulled".formatted(source.title()));
  }

  public Setting minInterval() {
    return new Setting(
        source.settingPrefix() + "_MIN_INTERVAL",
        source.access().minInterval(),
        SettingForm.duration(),
        READERS,
        "shortest time between two pulls of %s".formatted(source.title()));
  }

  List<Setting> all() {
    List<Setting> all = new ArrayList<>();
    key().ifPresent(all::add);
    all.add(address());
    downloads().ifPresent(all::add);
    all.add(interval());
    all.add(minInterval());
    return all;
  }
}
