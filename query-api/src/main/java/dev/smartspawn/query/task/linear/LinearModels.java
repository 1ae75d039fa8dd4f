package dev.smartspawn.query.task.linear;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Several models in one compressed file, each with a name. */
public final class LinearModels {

  /** Changes with the layout of the file. */
  private static final int FORMAT = 3;

  private final Map<String, LinearModel> byName;

  public LinearModels(Map<String, LinearModel> byName) {
    this.byName = new LinkedHashMap<>(byName);
  }

  public LinearModel get(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  public static LinearModels read(InputStream compressed) throws IOException {
    byte[] content = new InflaterInputStream(compressed).readAllBytes();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
    int format = in.readInt();
    if (format != FORMAT) {
      throw new IOException("format of the models: expected " + FORMAT + ", got " + format);
    }
    Map<String, LinearModel> byName = new LinkedHashMap<>();
    for (int models = in.readInt(); models > 0; models--) {
      String name = in.readUTF();
      byName.put(name, readModel(in));
    }
    return new LinearModels(byName);
  }

  private static LinearModel readModel(DataInputStream in) throws IOException {
    int classes = in.readInt();
    List<String> labels = new ArrayList<>();
    float[] biases = new float[classes];
    for (int c = 0; c < classes; c++) {
      labels.add(in.readUTF());
      biases[c] = in.readFloat();
    }
    float scale = in.readFloat();
    float temperature = in.readFloat();
    int bits = in.readInt();
    byte[] weights = readWeights(in, classes, bits);
    WordWeights words = readWords(in, classes);
    return new LinearModel(labels, bits, scale, biases, temperature, weights, words);
  }

  private static byte[] readWeights(DataInputStream in, int classes, int bits) throws IOException {
    byte[] used = new byte[((1 << bits) + 7) / 8];
    in.readFully(used);
    byte[] weights = new byte[classes << bits];
    for (int bucket = 0; bucket < 1 << bits; bucket++) {
      if ((used[bucket / 8] >> bucket % 8 & 1) != 0) {
        in.readFully(weights, bucket * classes, classes);
      }
    }
    return weights;
  }

  private static WordWeights readWords(DataInputStream in, int classes) throws IOException {
    int[] words = new int[in.readInt()];
    for (int i = 0; i < words.length; i++) {
      words[i] = in.readInt();
    }
    float scale = in.readFloat();
    byte[] weights = new byte[words.length * classes];
    in.readFully(weights);
    return new WordWeights(words, weights, scale, classes);
  }

  /** The file's content. Equal models give equal bytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
      out.writeInt(FORMAT);
      out.writeInt(byName.size());
      for (Map.Entry<String, LinearModel> entry : byName.entrySet()) {
        out.writeUTF(entry.getKey());
        write(entry.getValue(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void write(LinearModel model, DataOutputStream out) throws IOException {
    out.writeInt(model.labels().size());
    for (int c = 0; c < model.labels().size(); c++) {
      out.writeUTF(model.labels().get(c));
      out.writeFloat(model.biases()[c]);
    }
    out.writeFloat(model.scale());
    out.writeFloat(model.temperature());
    out.writeInt(model.bits());
    writeWeights(model.weights(), model.labels().size(), model.bits(), out);
    write(model.words(), out);
  }

  private static void write(WordWeights words, DataOutputStream out) throws IOException {
    out.writeInt(words.words().length);
    for (int word : words.words()) {
      out.writeInt(word);
    }
    out.writeFloat(words.scale());
    out.write(words.weights());
  }

  /** Most buckets of a large model are empty: a bit says so, which makes reading fast. */
  private static void writeWeights(byte[] weights, int classes, int bits, DataOutputStream out)
      throws IOException {
    byte[] used = new byte[((1 << bits) + 7) / 8];
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        int bucket = i / classes;
        used[bucket / 8] |= (byte) (1 << bucket % 8);
      }
    }
    out.write(used);
    for (int bucket = 0; bucket < 1 << bits; bucket++) {
      if ((used[bucket / 8] >> bucket % 8 & 1) != 0) {
        out.write(weights, bucket * classes, classes);
      }
    }
  }
}
