package dev.smartspawn.schema.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;

/** Describes what is wrong with a JSON text to the person who wrote it. */
public final class JsonMistake {

  private JsonMistake() {}

  /** One sentence that names no types of the parser. */
  public static String message(JacksonException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return "unknown field '%s': expected one of %s"
          .formatted(
              unknown.getPropertyName(),
              unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (failure instanceof ValueInstantiationException refused && refused.getCause() != null) {
      return String.valueOf(refused.getCause().getMessage());
    }
    if (failure instanceof MismatchedInputException mismatch) {
      return mismatch.getPath().isEmpty()
          ? "the value is of the wrong type"
          : "'%s' has a value of the wrong type".formatted(path(mismatch));
    }
    return failure instanceof JsonEOFException
        ? "not valid JSON: it ends too early"
        : "not valid JSON";
  }

  /** For example {@code providers[0].baseUrl}. */
  private static String path(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
