package dev.smartspawn.worker.provider;

import dev.smartspawn.worker.answer.RequestChange;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers in which form each model of each provider takes requests. A provider whose entry has
 * changed is another one.
 */
final class LearnedForms {

  private record Form(Provider provider, String nativeId) {}

  private final Map<Form, RequestForm> forms = new ConcurrentHashMap<>();

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

  private static Form key(ModelRoute route) {
    return new Form(route.provider(), route.nativeId());
  }
}
