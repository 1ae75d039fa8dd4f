package dev.smartspawn.local;

import dev.smartspawn.schema.lifecycle.RunningService;
import dev.smartspawn.schema.setting.Settings;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A service of the system, with the entry points of its module.
 *
 * @param configure reads its settings, which collect the mistakes
 * @param start starts it and returns once it runs
 */
record Part<C>(
    String name, Function<Settings, C> configure, BiFunction<C, Clock, RunningService> start) {

  RunningService start(Settings settings, Clock clock) {
    C config = configure.apply(settings);
    settings.rejectMistakes();
    return start.apply(config, clock);
  }
}
