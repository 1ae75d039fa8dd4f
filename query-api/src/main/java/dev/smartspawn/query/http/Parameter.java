package dev.smartspawn.query.http;

/** A parameter of a query string, by the name it has there. */
enum Parameter {
  CATEGORY("category"),
  TIER("tier"),
  LIMIT("limit"),
  SORT("sort"),
  TASK("task"),
  CONTEXT("context"),
  BUDGET("budget"),
  COUNT("count"),
  EXCLUDE("exclude"),
  REQUIRE("require"),
  MIN_CONTEXT("minContext"),
  INCLUDE_FREE("includeFree"),
  EXPLAIN("explain"),
  IDS("ids"),
  SOURCE("source"),
  STATUS("status"),
  MODEL("model"),
  SINCE("since"),
  KIND("kind"),
  Q("q");

  private final String id;

  Parameter(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Whether it is a person's text, which may have several lines. */
  boolean isProse() {
    return this == TASK || this == CONTEXT;
  }
}
