package dev.smartspawn.ingest;

import dev.smartspawn.ingest.schedule.PullSchedule;
import dev.smartspawn.ingest.source.ApiKey;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SourceSettings;
import dev.smartspawn.schema.source.SourceDescriptor;
import java.net.URI;
import java.util.Optional;

/**
 * The configuration of one source.
 *
 * @param address without a trailing slash
 * @param downloads the address of its files; equals {@code address} if it has no second address
 * @param key absent if there is none, or if the source needs none
 */
public record SourceConfig(
    SourceDescriptor<?> descriptor,
    URI address,
    URI downloads,
    PullSchedule schedule,
    Optional<ApiKey> key) {

  static SourceConfig from(Settings settings, SourceDescriptor<?> descriptor) {
    SourceSettings own = new SourceSettings(descriptor);
    URI address = address(settings, descriptor, own.address());
    return new SourceConfig(
        descriptor,
        address,
        own.downloads().map(setting -> address(settings, descriptor, setting)).orElse(address),
        new PullSchedule(settings.duration(own.interval()), settings.duration(own.minInterval())),
        own.key().flatMap(settings::find).map(ApiKey::of));
  }

  /**
   * A source's own address takes precedence over the address for all sources, which takes
   * precedence over the address that is set for its host, which takes precedence over the source's
   * default.
   */
  private static URI address(Settings settings, SourceDescriptor<?> source, Setting own) {
    if (settings.isSet(own)) {
      return settings.address(own);
    }
    if (settings.isSet(Setting.SOURCES_URL)) {
      return settings.address(Setting.SOURCES_URL);
    }
    SourceDescriptor<?> host = source.access().host();
    return settings.address(host == null ? own : new SourceSettings(host).address());
  }
}
