package dev.smartspawn.query.task;

import dev.smartspawn.query.task.linear.SparseVector;
import dev.smartspawn.query.task.text.TaskReading;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/**
 * Vectors of English words: words of similar meaning have similar vectors. While the model is
 * trained, they tell it about words that no labelled task has. docs/tasks.md says where they are
 * from.
 */
final class WordVectors {

  private static final Path FILE = Path.of("src", "test", "resources", "task", "word-vectors.bin");

  private final int dimensions;
  private final float scale;
  private final byte[] vectors;
  private final int[] words;

  /** The number of a word, by the hash of the feature that stands for it. */
  private final Map<Integer, Integer> numbers = new HashMap<>();

  private WordVectors(DataInputStream in) throws IOException {
    words = new int[in.readInt()];
    dimensions = in.readInt();
    scale = in.readFloat();
    for (int number = 0; number < words.length; number++) {
      words[number] = TaskReading.of(in.readUTF()).features().hash(0);
      numbers.put(words[number], number);
    }
    vectors = new byte[words.length * dimensions];
    in.readFully(vectors);
  }

  static WordVectors read() {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new InflaterInputStream(Files.newInputStream(FILE))))) {
      return new WordVectors(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int dimensions() {
    return dimensions;
  }

  /** The sum of the vectors of a text's words, each times the value of its feature. */
  float[] of(SparseVector features) {
    float[] sum = new float[dimensions];
    for (int i = 0; i < features.size(); i++) {
      Integer number = numbers.get(features.hash(i));
      if (number != null) {
        for (int d = 0; d < dimensions; d++) {
          sum[d] += features.value(i) * value(number, d);
        }
      }
    }
    return sum;
  }

  /** The hash of each word's feature. */
  int[] words() {
    return words;
  }

  float[] vector(int number) {
    float[] vector = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      vector[d] = value(number, d);
    }
    return vector;
  }

  private float value(int number, int dimension) {
    return scale * vectors[number * dimensions + dimension];
  }
}
