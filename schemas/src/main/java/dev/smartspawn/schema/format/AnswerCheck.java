package dev.smartspawn.schema.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.AbstractJsonValidator;
import com.networknt.schema.AbstractKeyword;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.InputStreamSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether answers have the form that a request asks for. It fetches nothing, and its work is
 * bounded: an answer that takes more counts as not valid. Not for several threads at once.
 */
public final class AnswerCheck {

  private static final int SHOWN_MISTAKES = 5;
  private static final int SHOWN_LENGTH = 300;

  private static final Pattern CODE_FENCE =
      Pattern.compile("\\A\\s*```[a-zA-Z]*\\s*\\n(.*?)\\n?\\s*```\\s*\\z", Pattern.DOTALL);

  /** What the counting adds to a schema is not shown to anyone. */
  private static final Pattern COUNTING =
      Pattern.compile(",?\"" + SchemaWalk.STEP_KEYWORD + "\":true");

  private static final JsonSchema DRAFT =
      factory(null)
          .getSchema(
              SchemaLocation.of(SchemaWalk.DRAFT),
              SchemaValidatorsConfig.builder()
                  .pathType(PathType.JSON_PATH)
                  .locale(Locale.ROOT)
                  .build());

  /** A schema that applies itself without end is found by any of these. */
  private static final List<String> PROBES = List.of("null", "{}", "[]", "\"\"", "0", "true");

  private final CheckWork work = new CheckWork();
  private final @Nullable JsonSchema schema;

  /**
   * What is found out about an answer.
   *
   * @param json the answer as a value; absent if it is not valid
   * @param mistakes for the model; empty if it is valid
   */
  public record Checked(@Nullable JsonNode json, List<String> mistakes) {

    public boolean isValid() {
      return mistakes.isEmpty();
    }

    static Checked invalid(String... mistakes) {
      return new Checked(null, List.of(mistakes));
    }
  }

  private AnswerCheck(@Nullable JsonNode schema) {
    this.schema = schema == null ? null : compiled(schema);
  }

  static AnswerCheck anyJson() {
    return new AnswerCheck(null);
  }

  /**
   * @throws UnusableSchemaException when the schema is not valid, refers to another document, or
   *     takes too much to check
   */
  static AnswerCheck of(JsonNode schema) {
    @Nullable JsonNode exact = ExactJson.exact(schema);
    if (exact == null) {
      throw new UnusableSchemaException("has a number that is out of range");
    }
    JsonNode counted = SchemaWalk.counted(exact);
    requireDraft(exact);
    AnswerCheck check = new AnswerCheck(counted);
    PROBES.forEach(check::probe);
    return check;
  }

  /** The whole text must be JSON; a code fence around it is taken off. */
  public synchronized Checked check(String text) {
    Matcher fence = CODE_FENCE.matcher(text);
    Optional<JsonNode> json = ExactJson.parse(fence.matches() ? fence.group(1) : text);
    if (json.isEmpty()) {
      return Checked.invalid("the answer is not JSON");
    }
    return schema == null ? new Checked(json.get(), List.of()) : checked(json.get(), schema);
  }

  private Checked checked(JsonNode json, JsonSchema against) {
    work.begin();
    try {
      Set<ValidationMessage> mistakes = against.validate(json);
      return mistakes.isEmpty()
          ? new Checked(json, List.of())
          : new Checked(
              null, mistakes.stream().limit(SHOWN_MISTAKES).map(AnswerCheck::sentence).toList());
    } catch (RuntimeException | StackOverflowError e) {
      return Checked.invalid("the answer takes too much work to check");
    }
  }

  /** Uses the schema once, which shows what only its use can show. */
  private void probe(String value) {
    if (schema != null) {
      work.begin();
      try {
        Set<ValidationMessage> unused =
            schema.validate(ExactJson.parse(value).orElseThrow(IllegalStateException::new));
      } catch (RuntimeException | StackOverflowError e) {
        throw unusable(e);
      }
    }
  }

  private static UnusableSchemaException unusable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnusableSchemaException known) {
        return known;
      }
      if (cause instanceof CheckWork.TooMuchWorkException || cause instanceof StackOverflowError) {
        return new UnusableSchemaException(
            "refers to itself without end, or takes too much work: expected a simpler schema");
      }
    }
    return new UnusableSchemaException(
        "has a reference that leads nowhere or to another document: expected references within the"
            + " schema");
  }

  private static String sentence(ValidationMessage mistake) {
    String text = COUNTING.matcher(mistake.getMessage()).replaceAll("");
    return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
  }

  private static void requireDraft(JsonNode schema) {
    Set<ValidationMessage> mistakes = DRAFT.validate(schema);
    if (!mistakes.isEmpty()) {
      throw new UnusableSchemaException(
          "is not a JSON Schema of draft 2020-12: " + sentence(mistakes.iterator().next()));
    }
  }

  private JsonSchema compiled(JsonNode counted) {
    work.begin();
    try {
      JsonSchema compiled =
          factory(work)
              .getSchema(
                  counted,
                  SchemaValidatorsConfig.builder()
                      .regularExpressionFactory(pattern -> new BoundedPattern(pattern, work))
                      .pathType(PathType.JSON_PATH)
                      .locale(Locale.ROOT)
                      .preloadJsonSchema(false)
                      .build());
      compiled.initializeValidators();
      compiled.preloadJsonSchema();
      return compiled;
    } catch (RuntimeException | StackOverflowError e) {
      throw unusable(e);
    }
  }

  /**
   * @param work counted for each schema that is applied; null to count nothing
   */
  private static JsonSchemaFactory factory(@Nullable CheckWork work) {
    JsonMetaSchema.Builder draft =
        JsonMetaSchema.builder(SchemaWalk.DRAFT, JsonMetaSchema.getV202012());
    if (work != null) {
      draft.keyword(new StepKeyword(work));
    }
    return JsonSchemaFactory.builder()
        .defaultMetaSchemaIri(SchemaWalk.DRAFT)
        .metaSchema(draft.build())
        .schemaLoaders(loaders -> loaders.add(AnswerCheck::onlyTheDraft))
        .build();
  }

  /** The draft's own schemas come with the library; nothing else is loaded, from anywhere. */
  private static @Nullable InputStreamSource onlyTheDraft(AbsoluteIri iri) {
    String name = iri.toString();
    if (name.startsWith("classpath:draft/2020-12/")
        || name.startsWith("https://json-schema.org/draft/2020-12/")) {
      return null;
    }
    throw new UnusableSchemaException(
        "refers to %s: expected references within the schema"
            .formatted(name.length() <= 100 ? name : name.substring(0, 100) + "..."));
  }

  /** Counts each use of a schema. */
  private static final class StepKeyword extends AbstractKeyword {

    private final CheckWork work;

    StepKeyword(CheckWork work) {
      super(SchemaWalk.STEP_KEYWORD);
      this.work = work;
    }

    @Override
    public JsonValidator newValidator(
        SchemaLocation location,
        JsonNodePath path,
        JsonNode node,
        JsonSchema parent,
        ValidationContext context) {
      work.step();
      return new AbstractJsonValidator(location, path, this, node) {
        @Override
        public Set<ValidationMessage> validate(
            ExecutionContext execution, JsonNode value, JsonNode root, JsonNodePath at) {
          work.step();
          return Set.of();
        }
      };
    }
  }
}
