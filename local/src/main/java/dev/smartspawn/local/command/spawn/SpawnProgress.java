package dev.smartspawn.local.command.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.rest.RestApi;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Prints a spawn's steps as they come, until its end. */
final class SpawnProgress {

  private final RestApi api;
  private final PrintWriter out;
  private final Map<String, JsonNode> calls = new HashMap<>();
  private final long begun = System.nanoTime();

  SpawnProgress(RestApi api, PrintWriter out) {
    this.api = api;
    this.out = out;
  }

  /** Returns when it has ended. */
  void follow(String id) {
    print("spawn " + id);
    api.events("/spawns/" + id + "/events", event -> step(event.path("step")));
  }

  private void step(JsonNode step) {
    switch (step.path("type").asText()) {
      case "planned" -> planned(step);
      case "callStarted" -> {
        calls.put(step.path("callId").asText(), step);
        print("%s: asking %s".formatted(text(step, "part"), text(step, "model")));
      }
      case "callFinished" ->
          print("%s answered, %s".formatted(caller(step), cost(step, "costUsd")));
      case "answerRejected" ->
          print(
              "%s gave an answer that is not valid: %s"
                  .formatted(caller(step), step.path("mistakes").path(0).asText()));
      case "callFailed", "callAmbiguous" ->
          print("%s failed: %s".formatted(caller(step), text(step, "reason")));
      case "callWithheld" ->
          print("%s not asked: %s".formatted(text(step, "model"), text(step, "reason")));
      case "retryScheduled" ->
          print("%s will be asked again: %s".formatted(text(step, "model"), text(step, "reason")));
      case "fellBack" -> print("fallback models: " + text(step, "reason"));
      case "shrunk" ->
          print(
              "%s instead of %s models: %s"
                  .formatted(text(step, "to"), text(step, "from"), text(step, "reason")));
      case "judged" ->
          print(
              "judged %s of 10, %s needed: %s"
                  .formatted(text(step, "score"), text(step, "threshold"), text(step, "reason")));
      case "escalated" -> print("escalating: " + text(step, "reason"));
      case "cancelRequested" -> print("cancelled by " + text(step, "requestedBy"));
      default -> {
        // Requested, claimed and the end say nothing a person waits for.
      }
    }
  }

  private void planned(JsonNode step) {
    for (JsonNode model : step.path("models")) {
      print(
          "%s: planned %s (%s)"
              .formatted(text(step, "part"), text(model, "model"), text(model, "reason")));
    }
  }

  private String caller(JsonNode step) {
    JsonNode call = calls.getOrDefault(step.path("callId").asText(), step);
    return "%s: %s".formatted(text(call, "part"), text(call, "model"));
  }

  private void print(String line) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, line);
    out.flush();
  }

  static String cost(JsonNode object, String field) {
    return usd(object.path(field).decimalValue());
  }

  static String usd(BigDecimal usd) {
    return "$" + amount(usd);
  }

  /** Dollars without their sign and without zeros at the end. */
  static String amount(BigDecimal usd) {
    return usd.signum() == 0 ? "0" : usd.stripTrailingZeros().toPlainString();
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).asText("-");
  }
}
