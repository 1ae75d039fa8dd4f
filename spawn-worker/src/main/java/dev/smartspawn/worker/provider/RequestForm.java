package dev.smartspawn.worker.provider;

import dev.smartspawn.worker.answer.RequestChange;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The form in which a model takes requests.
 *
 * @param tokensParameter the name of the limit on what is written
 * @param systemAsUser whether the system's text goes before the user's
 * @param streaming whether the answer is asked for as a stream
 * @param without parameters that the model does not take
 * @param maxTokens the most the model writes; empty where no limit is known
 */
record RequestForm(
    String tokensParameter,
    boolean systemAsUser,
    boolean streaming,
    Set<String> without,
    OptionalInt maxTokens) {

  RequestForm {
    without = Set.copyOf(without);
  }

  /** The form that the operator has described; answers may teach another one. */
  static RequestForm of(Provider provider) {
    Dialect.Supports supports = provider.dialect().supports();
    return new RequestForm(
        provider.maxTokensParameter(),
        !supports.systemRole(),
        supports.streaming(),
        refused(supports),
        OptionalInt.empty());
  }

  private static Set<String> refused(Dialect.Supports supports) {
    Set<String> refused = new HashSet<>();
    if (!supports.structuredOutput()) {
      refused.add(ChatRequestBody.RESPONSE_FORMAT);
    }
    if (!supports.images()) {
      refused.add(ChatRequestBody.IMAGE);
    }
    if (!supports.files()) {
      refused.add(ChatRequestBody.FILE);
    }
    return refused;
  }

  int limit(int wanted) {
    return Math.min(wanted, maxTokens.orElse(wanted));
  }

  boolean takes(String parameter) {
    return !without.contains(parameter);
  }

  RequestForm changed(RequestChange change) {
    if (change instanceof RequestChange.SystemRoleAsUser) {
      return new RequestForm(tokensParameter, true, streaming, without, maxTokens);
    }
    if (change instanceof RequestChange.TokensParameter other) {
      return new RequestForm(other.name(), systemAsUser, streaming, without, maxTokens);
    }
    if (change instanceof RequestChange.Streaming other) {
      return new RequestForm(tokensParameter, systemAsUser, other.wanted(), without, maxTokens);
    }
    if (change instanceof RequestChange.FewerTokens fewer) {
      OptionalInt limit = OptionalInt.of(fewer.maxTokens());
      return new RequestForm(tokensParameter, systemAsUser, streaming, without, limit);
    }
    if (change instanceof RequestChange.WithoutParameter parameter) {
      Set<String> all = new HashSet<>(without);
      all.add(parameter.name());
      return new RequestForm(tokensParameter, systemAsUser, streaming, all, maxTokens);
    }
    // The room that one prompt leaves says nothing about the next.
    return this;
  }
}
