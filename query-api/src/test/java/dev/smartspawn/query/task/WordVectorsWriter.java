package dev.smartspawn.query.task;

import ai.onnxruntime.OrtException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;

/**
 * Computes the vectors of words anew with a sentence-embedding model and writes them to the file
 * that {@link WordVectors} reads. docs/tasks.md says how to run it. Afterwards, the task model has
 * to be trained again.
 */
final class WordVectorsWriter {

  private static final int DIMENSIONS = 64;

  /** With so many components, vectors have a mean length of 5: learned in favour of the buckets. */
  private static final int MEASURED_DIMENSIONS = 256;

  private static final double LENGTH = 5;

  /** So many of ten thousand numbers may be beyond the largest byte. */
  private static final int CUT_OFF_PER_10_000 = 5;

  private static final Pattern WORD = Pattern.compile("[a-z]{2,}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}");

  private WordVectorsWriter() {}

  public static void main(String[] args) throws IOException, OrtException {
    Path file = Path.of(args.length == 0 ? "src/test/resources/task/word-vectors.bin" : args[0]);
    WordEmbeddings embeddings = WordEmbeddings.load();
    List<String> words = words(embeddings);
    float[][] vectors = embeddings.of(words);
    System.out.printf("%d words were embedded%n", vectors.length);
    double[][] reduced = PrincipalComponents.of(vectors).project(vectors, MEASURED_DIMENSIONS);
    write(words, reduced, file);
  }

  /** Those of the embedding model's vocabulary and of our English tasks, in alphabetical order. */
  private static List<String> words(WordEmbeddings embeddings) {
    TreeSet<String> words = new TreeSet<>();
    for (String piece : embeddings.vocabulary()) {
      if (WORD.matcher(piece).matches()) {
        words.add(piece);
      }
    }
    for (LabelledTask task : LabelledTasks.all()) {
      if (task.language().equals("en")) {
        String plain =
            ACCENT.matcher(Normalizer.normalize(task.text(), Normalizer.Form.NFD)).replaceAll("");
        for (String word : BETWEEN_WORDS.split(plain.toLowerCase(Locale.ROOT))) {
          Matcher matcher = WORD.matcher(word);
          if (matcher.matches()) {
            words.add(word);
          }
        }
      }
    }
    return List.copyOf(words);
  }

  private static void write(List<String> words, double[][] vectors, Path file) throws IOException {
    double squares = 0;
    for (double[] vector : vectors) {
      for (double value : vector) {
        squares += value * value;
      }
    }
    double factor = LENGTH / Math.sqrt(squares / vectors.length);
    double step = factor * largest(vectors) / Byte.MAX_VALUE;
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new DeflaterOutputStream(Files.newOutputStream(file))))) {
      out.writeInt(words.size());
      out.writeInt(DIMENSIONS);
      out.writeFloat((float) step);
      for (String word : words) {
        out.writeUTF(word);
      }
      for (double[] vector : vectors) {
        for (int d = 0; d < DIMENSIONS; d++) {
          long steps = Math.round(factor * vector[d] / step);
          out.writeByte((int) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, steps)));
        }
      }
    }
  }

  private static double largest(double[][] vectors) {
    double[] sizes =
        Arrays.stream(vectors).flatMapToDouble(Arrays::stream).map(Math::abs).sorted().toArray();
    return sizes[sizes.length - 1 - (int) ((long) sizes.length * CUT_OFF_PER_10_000 / 10_000)];
  }
}
