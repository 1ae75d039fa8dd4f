package dev.smartspawn.query.http;

import dev.smartspawn.query.view.Catalogue;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers for as long as the catalogue stays the same: a catalogue never changes, so an
 * endpoint that looks at nothing else answers the same question the same way. Refusals are not
 * remembered.
 */
final class Remembered implements Endpoint {

  private static final int MOST_ANSWERS = 2048;
  private static final int LONGEST_QUERY = 512;
  private static final int LARGEST_BODY_BYTES = 32 * 1024;

  private final Endpoint endpoint;
  private volatile Memory memory = new Memory(null);

  /**
   * @param endpoint looks at nothing but the query and the catalogue
   */
  Remembered(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Answer answer(Question question) {
    Catalogue catalogue = question.view().catalogue();
    Memory known = memory;
    if (known.catalogue != catalogue) {
      known = new Memory(catalogue);
      memory = known;
    }
    Answer remembered = known.answers.get(question.query());
    return remembered == null ? ask(question, known) : remembered;
  }

  private Answer ask(Question question, Memory memory) {
    Answer answer = endpoint.answer(question);
    if (question.query().length() <= LONGEST_QUERY
        && answer.body().remaining() <= LARGEST_BODY_BYTES
        && memory.answers.size() < MOST_ANSWERS) {
      memory.answers.put(question.query(), direct(answer));
    }
    return answer;
  }

  /** Outside the heap, from where a socket takes it without a further copy. */
  private static Answer direct(Answer answer) {
    ByteBuffer body = ByteBuffer.allocateDirect(answer.body().remaining());
    body.put(answer.body().duplicate()).flip();
    return new Answer(
        answer.status(), answer.contentType(), body, answer.entityTag(), answer.headers());
  }

  private static final class Memory {

    private final @Nullable Catalogue catalogue;
    private final ConcurrentHashMap<String, Answer> answers = new ConcurrentHashMap<>();

    Memory(@Nullable Catalogue catalogue) {
      this.catalogue = catalogue;
    }
  }
}
