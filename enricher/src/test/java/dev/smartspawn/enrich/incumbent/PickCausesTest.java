package dev.smartspawn.enrich.incumbent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.StandardQuestion;
import dev.smartspawn.schema.source.Source;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PickCausesTest {

  private static final StandardQuestion QUESTION =
      new StandardQuestion(Category.CODING, Budget.LOW);
  private static final CanonicalId GLM = CanonicalId.of("z-ai/glm-5.2");
  private static final CanonicalId SAGE = CanonicalId.of("acme/sage-2");
  private static final ClosedModel CHEAP = model(0.98, Category.CODING, "1");
  private static final ClosedModel EXPENSIVE = model(1.02, Category.CODING, "1");

  @Test
  void aPriceThatLeavesTheBudget() {
    assertThat(inWords(Map.of(GLM, CHEAP, SAGE, CHEAP), Map.of(GLM, EXPENSIVE, SAGE, CHEAP)))
        .isEqualTo("price of z-ai/glm-5.2 rose from 0.98 to 1.02, over the budget low");
  }

  @Test
  void aPriceThatComesIntoTheBudget() {
    assertThat(inWords(Map.of(GLM, CHEAP, SAGE, EXPENSIVE), Map.of(GLM, CHEAP, SAGE, CHEAP)))
        .isEqualTo("price of acme/sage-2 fell from 1.02 to 0.98, into the budget low");
  }

  @Test
  void aModelThatIsGoneAndOneThatIsNew() {
    assertThat(inWords(Map.of(GLM, CHEAP, SAGE, CHEAP), Map.of(SAGE, CHEAP)))
        .isEqualTo("z-ai/glm-5.2 is not in the catalogue any more");
    assertThat(inWords(Map.of(GLM, CHEAP), Map.of(GLM, CHEAP, SAGE, CHEAP)))
        .isEqualTo("acme/sage-2 is new");
  }

  @Test
  void aCategoryThatAModelIsNotOfferedFor() {
    ClosedModel writer = model(0.98, Category.CREATIVE, "1");
    assertThat(inWords(Map.of(GLM, CHEAP, SAGE, CHEAP), Map.of(GLM, writer, SAGE, CHEAP)))
        .isEqualTo("z-ai/glm-5.2 is not offered for coding any more");
    assertThat(inWords(Map.of(GLM, CHEAP, SAGE, writer), Map.of(GLM, CHEAP, SAGE, CHEAP)))
        .isEqualTo("acme/sage-2 is offered for coding now");
  }

  @Test
  void figuresOfBoth() {
    ClosedModel measured = model(0.98, Category.CODING, "2");
    assertThat(inWords(Map.of(GLM, CHEAP, SAGE, CHEAP), Map.of(GLM, measured, SAGE, measured)))
        .isEqualTo(
            "figures of z-ai/glm-5.2 changed (livebench); figures of acme/sage-2 changed (livebench)");
  }

  @Test
  void aPriceWithinTheBudget() {
    ClosedModel cheaper = model(0.1234, Category.CODING, "1");
    assertThat(inWords(Map.of(GLM, CHEAP, SAGE, CHEAP), Map.of(GLM, CHEAP, SAGE, cheaper)))
        .isEqualTo("price of acme/sage-2 fell from 0.98 to 0.1234");
  }

  @Test
  void aFirstAndALastAnswer() {
    Map<CanonicalId, ClosedModel> models = Map.of(SAGE, CHEAP);
    assertThat(new PickCauses(Map.of(), models).inWords(QUESTION, null, SAGE))
        .isEqualTo("acme/sage-2 is new");
    assertThat(new PickCauses(models, Map.of()).inWords(QUESTION, SAGE, null))
        .isEqualTo("acme/sage-2 is not in the catalogue any more");
  }

  private static String inWords(
      Map<CanonicalId, ClosedModel> before, Map<CanonicalId, ClosedModel> now) {
    return new PickCauses(before, now).inWords(QUESTION, GLM, SAGE);
  }

  private static ClosedModel model(double price, Category category, String figures) {
    String own = price + figures;
    return new ClosedModel(own, price, Set.of(category), Map.of(Source.LIVEBENCH, figures));
  }
}
