package dev.smartspawn.query.view.kafka;

import static dev.smartspawn.query.SampleModel.model;
import static dev.smartspawn.schema.enriched.Category.CODING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.SampleModel;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesBuilderTest {

  private final Map<String, byte[]> table = new HashMap<>();
  private final NewestView view = new NewestView();
  private final NamesBuilder builder = new NamesBuilder(topic -> table, view);

  @Test
  void namesComeAndGo() {
    put("x-9");
    builder.build();
    assertThat(names()).containsExactly("x-9");

    put("x-10");
    builder.build();
    assertThat(names()).containsExactly("x-10", "x-9");

    table.remove("livebench/x-9");
    builder.build();
    assertThat(names()).containsExactly("x-10");
  }

  @Test
  void modelsAreLeftAsTheyAre() {
    ModelView models = SampleModel.view(model("a/one").score(CODING, 80).build());
    ModelView before = view.publish(models.catalogue(), models.freshness(), Instant.MIN);
    put("x-9");
    builder.build();
    assertThat(view.get().catalogue()).isSameAs(before.catalogue());
    assertThat(view.get().freshness()).isSameAs(before.freshness());
    assertThat(view.get().freshness()).isSameAs(before.freshness());
  }

  @Test
  void theSameNamesAreNotPublishedAgain() {
    put("x-9");
    builder.build();
    ModelView published = view.get();
    builder.build();
    assertThat(view.get()).isSameAs(published);
  }

  private void put(String name) {
    UnresolvedName unresolved = new UnresolvedName(Source.LIVEBENCH, name, name, List.of());
    table.put(
        "livebench/" + name,
        Topics.UNRESOLVED_NAMES
            .valueSerde()
            .serializer()
            .serialize(Topics.UNRESOLVED_NAMES.name(), unresolved));
  }

  private List<String> names() {
    return view.get().names().find(null, "").stream().map(UnresolvedName::name).toList();
  }
}
