package dev.smartspawn.local.command.cost;

import dev.smartspawn.local.command.rest.RestApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which days and whose spawns. */
final class PeriodOptions {

  @Option(names = "--from", paramLabel = "DAY", description = "first day, UTC: 2026-07-22")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "DAY", description = "last day, today by default")
  @Nullable String to;

  @Option(names = "--profile", paramLabel = "NAME", description = "only this profile's spawns")
  @Nullable String profile;

  RestApi.Query query() {
    return new RestApi.Query().with("from", from).with("to", to).with("profile", profile);
  }
}
