package dev.smartspawn.worker;

import dev.smartspawn.worker.plan.Advisor;
import dev.smartspawn.worker.plan.ListedModels;
import dev.smartspawn.worker.plan.ModelDirectory;
import dev.smartspawn.worker.provider.ModelRoutes;
import java.util.List;
import java.util.function.Consumer;

/** The providers, models and prices that the next call uses. */
final class CurrentProviders {

  private record Used(ProviderSet set, ModelRoutes routes, ModelDirectory directory) {}

  private final Advisor queryApi;
  private final Consumer<List<String>> hide;
  private volatile Used used;

  /**
   * @param queryApi asked for models if the operator lists none
   * @param hide is given all keys before they are used
   */
  CurrentProviders(ProviderSet first, Advisor queryApi, Consumer<List<String>> hide) {
    this.queryApi = queryApi;
    this.hide = hide;
    this.used = used(first);
  }

  /** From the next call on. Calls that are open end as they began. */
  void use(ProviderSet set) {
    used = used(set);
  }

  ProviderSet set() {
    return used.set();
  }

  ModelRoutes routes() {
    return used.routes();
  }

  ModelDirectory directory() {
    return used.directory();
  }

  private Used used(ProviderSet set) {
    ModelRoutes routes = set.routes();
    hide.accept(routes.keys());
    Advisor advisor = set.listed().isEmpty() ? queryApi : new ListedModels(set.listed());
    return new Used(
        set,
        routes,
        new ModelDirectory(advisor, set.fallback(), set.direct().prices(), set.direct().limits()));
  }
}
