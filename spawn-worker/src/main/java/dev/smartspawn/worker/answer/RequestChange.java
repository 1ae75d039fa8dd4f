package dev.smartspawn.worker.answer;

/** How a refused request can be changed so that the same model takes it. */
public sealed interface RequestChange {

  /** For the log: what the next request does differently. */
  String description();

  /** The model has no system role: its text goes before the user's. */
  record SystemRoleAsUser() implements RequestChange {
    @Override
    public String description() {
      return "the system message as part of the user's";
    }
  }

  /** The limit on what is written has another name with this model. */
  record TokensParameter(String name) implements RequestChange {
    @Override
    public String description() {
      return "the limit as " + name;
    }
  }

  /** The parameter is not known to the model, and the request does without it. */
  record WithoutParameter(String name) implements RequestChange {
    @Override
    public String description() {
      return "no " + name;
    }
  }

  /** The model writes so many tokens at most. */
  record FewerTokens(int maxTokens) implements RequestChange {
    @Override
    public String description() {
      return "at most " + maxTokens + " tokens to write";
    }
  }

  /** The prompt leaves room for so many tokens in the model's window; true of this prompt only. */
  record RoomLeft(int maxTokens) implements RequestChange {
    @Override
    public String description() {
      return "at most " + maxTokens + " tokens to write, which the window has room for";
    }
  }

  /** The provider answers only in a stream, or only whole. */
  record Streaming(boolean wanted) implements RequestChange {
    @Override
    public String description() {
      return wanted ? "a streamed answer" : "an answer in one piece";
    }
  }
}
