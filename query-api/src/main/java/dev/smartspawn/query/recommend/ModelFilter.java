package dev.smartspawn.query.recommend;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.smartspawn.schema.question.Capability;

/** What can keep a model from being recommended. */
public enum ModelFilter {
  ROUTER("router"),
  ALIAS("alias"),
  VARIANT("variant"),
  CATEGORY("category"),
  BUDGET("budget"),
  REQUIRE_VISION("require:vision"),
  REQUIRE_FUNCTION_CALLING("require:functionCalling"),
  REQUIRE_JSON("require:json"),
  REQUIRE_REASONING("require:reasoning"),
  REQUIRE_FILES("require:files"),
  PARAMETERS("parameters"),
  MIN_CONTEXT("minContext"),
  EXCLUDE("exclude"),
  /** The model has neither an estimate nor a score in the category. */
  NO_ESTIMATE("no-estimate");

  private final String id;

  ModelFilter(String id) {
    this.id = id;
  }

  static ModelFilter missing(Capability capability) {
    return switch (capability) {
      case VISION -> REQUIRE_VISION;
      case FUNCTION_CALLING -> REQUIRE_FUNCTION_CALLING;
      case JSON -> REQUIRE_JSON;
      case REASONING -> REQUIRE_REASONING;
      case FILES -> REQUIRE_FILES;
    };
  }

  @JsonValue
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
