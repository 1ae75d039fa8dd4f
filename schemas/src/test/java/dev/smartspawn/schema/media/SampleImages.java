package dev.smartspawn.schema.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Headers of images, written by hand. */
public final class SampleImages {

  private SampleImages() {}

  /** Bytes, one for each character. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] png(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR"));
    bigEndian(out, width, 4);
    bigEndian(out, height, 4);
    out.writeBytes(new byte[] {8, 2, 0, 0, 0, 1, 2, 3, 4});
    out.writeBytes(bytes("\u0000\u0000\u0000\u0000IEND\u00ae\u0042\u0060\u0082"));
    return out.toByteArray();
  }

  /** With segments of a camera and of a comment before the frame. */
  public static byte[] jpeg(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("\u00ff\u00d8\u00ff\u00e1"));
    bigEndian(out, 60_002, 2);
    out.writeBytes(new byte[60_000]);
    out.writeBytes(bytes("\u00ff\u00fe\u0000\u0004hi\u00ff\u00ff\u00c2\u0000\u0011\b"));
    bigEndian(out, height, 2);
    bigEndian(out, width, 2);
    out.writeBytes(bytes("\u0003\u0001\u0011\u0000\u0002\u0011\u0001\u0003\u0011\u0001"));
    out.writeBytes(bytes("\u00ff\u00d9"));
    return out.toByteArray();
  }

  public static byte[] gif(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("GIF89a"));
    littleEndian(out, width, 2);
    littleEndian(out, height, 2);
    out.writeBytes(new byte[] {0, 0, 0, 0x3B});
    return out.toByteArray();
  }

  /** In the extended form. */
  public static byte[] webp(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("RIFF\u0020\u0000\u0000\u0000WEBPVP8X\n\u0000\u0000\u0000"));
    out.writeBytes(new byte[4]);
    littleEndian(out, width - 1, 3);
    littleEndian(out, height - 1, 3);
    out.writeBytes(new byte[8]);
    return out.toByteArray();
  }

  public static byte[] lossyWebp(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("RIFF\u0020\u0000\u0000\u0000WEBPVP8 \n\u0000\u0000\u0000"));
    out.writeBytes(bytes("\u0000\u0000\u0000\u009d\u0001*"));
    littleEndian(out, width, 2);
    littleEndian(out, height, 2);
    out.writeBytes(new byte[8]);
    return out.toByteArray();
  }

  public static byte[] losslessWebp(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("RIFF\u0020\u0000\u0000\u0000WEBPVP8L\n\u0000\u0000\u0000/"));
    littleEndian(out, width - 1 | (height - 1) << 14, 4);
    out.writeBytes(new byte[8]);
    return out.toByteArray();
  }

  public static byte[] pdf() {
    return bytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  }

  public static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  private static void bigEndian(ByteArrayOutputStream out, long value, int length) {
    for (int i = length - 1; i >= 0; i--) {
      out.write((int) (value >> 8 * i));
    }
  }

  private static void littleEndian(ByteArrayOutputStream out, long value, int length) {
    for (int i = 0; i < length; i++) {
      out.write((int) (value >> 8 * i));
    }
  }
}
