package dev.smartspawn.query.task;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The sentence-embedding model all-MiniLM-L6-v2, for single words. */
final class WordEmbeddings {

  private static final String MODEL = "/all-minilm-l6-v2.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";
  private static final int BATCH = 256;
  private static final String INSIDE_A_WORD = "##";

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Map<String, Integer> pieces;

  private WordEmbeddings(byte[] model, Map<String, Integer> pieces) throws OrtException {
    session = environment.createSession(model);
    this.pieces = pieces;
  }

  static WordEmbeddings load() throws IOException, OrtException {
    Map<String, Integer> pieces = new TreeMap<>();
    new ObjectMapper()
        .readTree(resource(TOKENIZER))
        .at("/model/vocab")
        .properties()
        .forEach(piece -> pieces.put(piece.getKey(), piece.getValue().asInt()));
    return new WordEmbeddings(resource(MODEL), pieces);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(WordEmbeddings.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  Set<String> vocabulary() {
    return pieces.keySet();
  }

  /** The normalised mean over each word's pieces. */
  float[][] of(List<String> words) throws OrtException {
    Map<Integer, List<Integer>> byLength = new TreeMap<>();
    long[][] ids = new long[words.size()][];
    for (int word = 0; word < ids.length; word++) {
      ids[word] = ids(words.get(word));
      byLength.computeIfAbsent(ids[word].length, length -> new ArrayList<>()).add(word);
    }
    float[][] vectors = new float[ids.length][];
    for (List<Integer> sameLength : byLength.values()) {
      for (int from = 0; from < sameLength.size(); from += BATCH) {
        embed(sameLength.subList(from, Math.min(sameLength.size(), from + BATCH)), ids, vectors);
      }
    }
    return vectors;
  }

  private void embed(List<Integer> words, long[][] ids, float[][] vectors) throws OrtException {
    long[][] batch = words.stream().map(word -> ids[word]).toArray(long[][]::new);
    long[][] mask = new long[batch.length][batch[0].length];
    for (long[] row : mask) {
      Arrays.fill(row, 1);
    }
    long[][] types = new long[batch.length][batch[0].length];
    try (OnnxTensor input = OnnxTensor.createTensor(environment, batch);
        OnnxTensor attention = OnnxTensor.createTensor(environment, mask);
        OnnxTensor type = OnnxTensor.createTensor(environment, types);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", type))) {
      float[][][] states = (float[][][]) result.get(0).getValue();
      for (int i = 0; i < states.length; i++) {
        vectors[words.get(i)] = mean(states[i]);
      }
    }
  }

  private static float[] mean(float[][] states) {
    float[] sum = new float[states[0].length];
    for (float[] state : states) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += state[d];
      }
    }
    double squares = 0;
    for (float value : sum) {
      squares += value * value;
    }
    for (int d = 0; d < sum.length; d++) {
      sum[d] /= (float) Math.sqrt(squares);
    }
    return sum;
  }

  /** The longest known piece, then the longest that goes on from there, between the two marks. */
  private long[] ids(String word) {
    List<Integer> found = new ArrayList<>();
    found.add(pieces.get("[CLS]"));
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      while (to > from && !pieces.containsKey(piece(word, from, to))) {
        to--;
      }
      if (to == from) {
        throw new IllegalArgumentException("no piece of the vocabulary begins: " + word);
      }
      found.add(pieces.get(piece(word, from, to)));
      from = to;
    }
    found.add(pieces.get("[SEP]"));
    return found.stream().mapToLong(Integer::longValue).toArray();
  }

  private static String piece(String word, int from, int to) {
    return (from == 0 ? "" : INSIDE_A_WORD) + word.substring(from, to);
  }
}
