package dev.smartspawn.worker.answer;

import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Reads eight packed answers of 16 MB at once, of each shape, and prints what came of them. {@link
 * PackedAnswersTest} runs it with a small heap.
 */
final class PackedAnswers {

  private static final int AT_ONCE = 8;
  private static final int BYTES = 16 << 20;
  private static final SentRequest SENT =
      new SentRequest(4096, "max_tokens", true, true, Set.of("max_tokens"));

  private PackedAnswers() {}

  public static void main(String[] unused) throws Exception {
    AnswerReader reader = new AnswerReader(new KeyMask(List.of("sk-secret")), Clock.systemUTC());
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    for (Map.Entry<String, byte[]> shape : shapes().entrySet()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int status = i % 2 == 0 ? 200 : 400;
        answers.add(threads.submit(() -> read(reader, status, shape.getValue())));
      }
      for (Future<String> answer : answers) {
        System.out.println(shape.getKey() + ": " + answer.get());
      }
    }
    threads.shutdown();
  }

  private static Map<String, byte[]> shapes() throws IOException {
    String chunk = "{\"choices\":[{\"delta\":{\"content\":\"%s\"}}]}";
    Map<String, byte[]> shapes = new LinkedHashMap<>();
    shapes.put("text", packed("{\"choices\":[{\"message\":{\"content\":\"", "and on "));
    shapes.put("wide text", packed("{\"choices\":[{\"message\":{\"content\":\"", "\u4e2d\u6587"));
    shapes.put("objects", packed("{\"choices\":[", "{},"));
    shapes.put("lists", packed("", "["));
    shapes.put("fields", packed("{", "\"a\":{\"b\":1},"));
    shapes.put("documents", packed("", "{\"a\":1}\n"));
    shapes.put("page", packed("<html><body>", "<p>not found</p>"));
    shapes.put("words", packed("", "not found "));
    shapes.put("line", packed("data: ", "{\"a\":1},"));
    shapes.put("lines", packed("", "data: {\"a\":\n"));
    shapes.put("events", packed("", "data: " + chunk.formatted("many words of a text") + "\n\n"));
    shapes.put("errors", packed("", "event: error\ndata: {\"error\":\"it is broken\"}\n\n"));
    shapes.put("comments", packed("", ": still here\n"));
    shapes.put("blanks", packed("", "\n"));
    return shapes;
  }

  private static byte[] packed(String begin, String repeated) throws IOException {
    byte[] piece = repeated.repeat(1000).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(begin.getBytes(StandardCharsets.UTF_8));
      for (int written = 0; written < BYTES; written += piece.length) {
        gzip.write(piece);
      }
    }
    return bytes.toByteArray();
  }

  private static String read(AnswerReader reader, int status, byte[] packed) throws IOException {
    try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      ProviderAnswer answer = reader.read(new ProviderResponse(status, Map.of(), body), SENT);
      return answer instanceof Failed failed
          ? failed.kind() + ", " + failed.message()
          : "a whole answer";
    }
  }
}
