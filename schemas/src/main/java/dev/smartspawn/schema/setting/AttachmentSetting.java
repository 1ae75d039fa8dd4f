package dev.smartspawn.schema.setting;

import java.time.Duration;
import java.util.List;

/** What becomes of files of requests. */
public final class AttachmentSetting {

  public static final Setting KEPT =
      new Setting(
          "SMART_SPAWN_ATTACHMENTS_KEPT",
          "2d",
          SettingForm.text("a duration from 1h to 2d"),
          List.of(SettingReader.SPAWN_WORKER),
          "longest time a file of a request is kept, even if its spawn is still open");

  /** The smallest value of {@link #KEPT}; the largest is what the topic keeps. */
  public static final Duration LEAST = Duration.ofHours(1);

  private AttachmentSetting() {}
}
