package dev.smartspawn.local.readme;

import dev.smartspawn.worker.stub.StubChatApi.Call;
import dev.smartspawn.worker.stub.StubChatApi.Reply;

/**
 * Plays the models of the documents' samples: they name primes, as JSON where they are told to, and
 * grade an answer.
 */
final class PrimesChat {

  private static final String ANSWER = "2, 3, 5";
  private static final String LIST = "[2, 3, 5]";

  private PrimesChat() {}

  static Reply answer(Call call) {
    if (call.system().startsWith("You grade")) {
      String code = call.system().replaceAll("(?s).*carry the code (\\S+)\\. .*", "$1");
      String grade = "{\"code\":\"%s\",\"score\":9,\"reason\":\"right and complete\"}";
      return Reply.text(grade.formatted(code), 420, 40);
    }
    String answer = call.user().contains("JSON") || call.system().contains("JSON") ? LIST : ANSWER;
    int systemTokens = call.system().isEmpty() ? 0 : 380;
    return Reply.text(answer, 12 + systemTokens, 8);
  }
}
