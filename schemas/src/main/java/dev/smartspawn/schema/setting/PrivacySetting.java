package dev.smartspawn.schema.setting;

import java.util.List;

/** Where requests may go: rules for every spawn, which a request can only narrow. */
public final class PrivacySetting {

  public static final Setting DATA_COLLECTION =
      new Setting(
          "SMART_SPAWN_PRIVACY_DATA_COLLECTION",
          "allow",
          SettingForm.text("allow or deny"),
          List.of(SettingReader.SPAWN_WORKER),
          "deny: no request goes to a provider that keeps or trains on its data");

  public static final Setting ONLY =
      new Setting(
          "SMART_SPAWN_PRIVACY_ONLY",
          "",
          SettingForm.text("names of providers, separated by commas"),
          List.of(SettingReader.SPAWN_WORKER),
          "the only providers that requests may go to, separated by commas; empty allows all");

  public static final Setting IGNORE =
      new Setting(
          "SMART_SPAWN_PRIVACY_IGNORE",
          "",
          SettingForm.text("names of providers, separated by commas"),
          List.of(SettingReader.SPAWN_WORKER),
          "providers that no request may go to, separated by commas");

  public static final Setting REGIONS =
      new Setting(
          "SMART_SPAWN_PRIVACY_REGIONS",
          "",
          SettingForm.text("names of regions, separated by commas"),
          List.of(SettingReader.SPAWN_WORKER),
          "the only regions in which requests may be processed, separated by commas; empty allows all");

  private PrivacySetting() {}
}
