package dev.smartspawn.query.attachment;

import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentPart;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes base64 as it arrives, into the pieces in which a file is written to its topic. */
final class Base64Pieces {

  private static final int PAD = -2;
  private static final int[] VALUES = values();

  private final MessageDigest digest = AttachmentId.sha256();
  private final List<byte[]> full = new ArrayList<>();
  private byte[] piece = new byte[0];
  private int used;
  private long bytes;
  private int group;
  private int inGroup;
  private int padding;
  private boolean invalid;

  /** Takes one character; spaces are passed over, and anything else but base64 is invalid. */
  void take(int character) {
    if (character == ' '
        || character == '\n'
        || character == '\r'
        || character == '\t'
        || character == '\f') {
      return;
    }
    int value = character < VALUES.length ? VALUES[character] : -1;
    if (value == PAD) {
      padding++;
      value = 0;
    } else if (value < 0 || padding > 0) {
      invalid = true;
      return;
    }
    group = group << 6 | value;
    inGroup++;
    if (inGroup == 4) {
      if (padding > 2) {
        invalid = true;
        return;
      }
      add((byte) (group >> 16));
      if (padding < 2) {
        add((byte) (group >> 8));
      }
      if (padding < 1) {
        add((byte) group);
      }
      group = 0;
      inGroup = 0;
    }
  }

  long bytes() {
    return bytes;
  }

  /** Whether everything so far, taken as a whole, is base64; its padding may be missing. */
  boolean isValid() {
    return !invalid && (inGroup == 0 || (inGroup > 1 && padding == 0));
  }

  /** The file; nothing is taken afterwards. */
  Attachment finish() {
    while (inGroup > 0) {
      take('=');
    }
    digest.update(piece, 0, used);
    List<byte[]> pieces = new ArrayList<>(full);
    if (used > 0) {
      pieces.add(Arrays.copyOf(piece, used));
    }
    return new Attachment(AttachmentId.ofDigest(digest.digest()), pieces);
  }

  private void add(byte next) {
    if (used == AttachmentPart.USUAL_BYTES) {
      digest.update(piece);
      full.add(piece);
      piece = new byte[0];
      used = 0;
    }
    if (used == piece.length) {
      piece =
          Arrays.copyOf(
              piece, Math.min(AttachmentPart.USUAL_BYTES, Math.max(16 * 1024, 2 * piece.length)));
    }
    piece[used++] = next;
    bytes++;
  }

  private static int[] values() {
    int[] values = new int[128];
    Arrays.fill(values, -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = i;
    }
    // The alphabet for addresses.
    values['-'] = values['+'];
    values['_'] = values['/'];
    values['='] = PAD;
    return values;
  }
}
