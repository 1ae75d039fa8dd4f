package dev.smartspawn.worker.provider;

import dev.smartspawn.worker.answer.RequestChange;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers in which form each model of each provider takes requests. */
final class LearnedForms {

  private final Map<String, RequestForm> forms = new ConcurrentHashMap<>();

  RequestForm of(ModelRoute route) {
    return forms.computeIfAbsent(key(route), unknown -> firstForm(route));
  }

  void learn(ModelRoute route, RequestChange change) {
    forms.compute(
        key(route), (key, known) -> (known == null ? firstForm(route) : known).changed(change));
  }

  private static RequestForm firstForm(ModelRoute route) {
    return RequestForm.of(route.provider());
  }

  private static String key(ModelRoute route) {
    return route.provider().name() + ' ' + route.nativeId();
  }
}
