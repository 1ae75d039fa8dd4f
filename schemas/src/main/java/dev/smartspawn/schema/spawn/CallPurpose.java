package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a call is paid for. */
public enum CallPurpose {
  /** The task's answer: the only one, or the cheap one of a cascade. */
  ANSWER,
  /** One of several answers that are merged. */
  MEMBER,
  /** The grade of an answer. */
  JUDGE,
  /** The merging of several answers. */
  MERGE,
  /** A second answer, because the first was not good enough. */
  ESCALATION,
  /** The division of a task into parts. */
  PLAN;

  /**
   * @param part of the work, as a spawn's steps name it
   */
  public static CallPurpose ofPart(String part) {
    if (part.startsWith("member")) {
      return MEMBER;
    }
    return switch (part) {
      case "judge", "judge-again", "other-judge" -> JUDGE;
      case "merge" -> MERGE;
      case "escalation" -> ESCALATION;
      case "plan" -> PLAN;
      default -> ANSWER;
    };
  }

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static CallPurpose of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown purpose '%s': expected one of %s".formatted(id, known())));
  }

  public static Optional<CallPurpose> find(String id) {
    return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
  }

  /** The ids of all purposes, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(CallPurpose::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id();
  }
}
