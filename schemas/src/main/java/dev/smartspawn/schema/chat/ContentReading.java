package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.json.RequestFields;
import dev.smartspawn.schema.media.FileName;
import dev.smartspawn.schema.media.MediaContent;
import dev.smartspawn.schema.media.UnusableMediaException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads the images and files of one request, and counts them together. */
public final class ContentReading {

  /** Images and files of a request. */
  public static final int MAX_PARTS = 100;

  private static final String IMAGE_EXPECTED =
      "a data URL in base64, an https address or " + AttachmentId.EXPECTED;
  private static final String FILE_EXPECTED = "a data URL in base64 or " + AttachmentId.EXPECTED;
  private static final String ANY_FILE =
      "{\"name\":\"a.pdf\",\"data\":\"data:...\"} or {\"name\":\"a.txt\",\"text\":\"...\"}";
  private static final String DATA = "data:";
  private static final String BASE64 = ";base64,";
  private static final int LONGEST_LABEL = 200;
  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]");

  private final ContentSizes sizes = new ContentSizes();
  private int parts;
  private boolean full;

  /** The images beside a task: addresses, or objects with a {@code url}. */
  public List<ContentPart.Image> images(RequestFields fields) {
    return list(
        fields,
        "images",
        "a list of images, each " + IMAGE_EXPECTED,
        (name, json) ->
            json.isObject()
                ? image(strict(fields.nested(name, json), List.of("url")), "url", json.path("url"))
                : image(fields, name, json));
  }

  /** The files beside a task. */
  public List<ContentPart.File> files(RequestFields fields) {
    return list(
        fields,
        "files",
        "a list of files, each " + ANY_FILE,
        (name, json) -> {
          if (!json.isObject()) {
            fields.mistake(name, "is not an object: expected " + ANY_FILE);
            return Optional.empty();
          }
          return file(strict(fields.nested(name, json), List.of("name", "data", "text")));
        });
  }

  /**
   * @param given the field's value
   */
  Optional<ContentPart.Image> image(RequestFields fields, String field, JsonNode given) {
    if (!isText(fields, field, given, IMAGE_EXPECTED) || !countPart(fields, field)) {
      return Optional.empty();
    }
    String url = given.textValue();
    if (!isData(url) && !url.startsWith(AttachmentId.SCHEME)) {
      Optional<ContentSource.Web> web = WebAddress.of(url);
      if (web.isEmpty()) {
        fields.mistake(field, "is not an address of the open web: expected " + IMAGE_EXPECTED);
      }
      return web.map(ContentPart.Image::new);
    }
    return data(fields, field, url, IMAGE_EXPECTED, MediaContent::ofImage)
        .map(ContentPart.Image::new);
  }

  /** A file as the chat APIs write it. */
  Optional<ContentPart.File> chatFile(RequestFields file) {
    return file(file, "filename", "file_data");
  }

  private Optional<ContentPart.File> file(RequestFields file) {
    Optional<JsonNode> text = file.value("text");
    if (text.isEmpty()) {
      return file(file, "name", "data");
    }
    if (file.value("data").isPresent()) {
      file.mistake("text", "is given beside 'data': expected one of them");
      return Optional.empty();
    }
    Optional<String> name = file.requiredParsed("name", FileName.EXPECTED, FileName::of);
    if (!isText(file, "text", text.get(), "a text") || !countPart(file, "text")) {
      return Optional.empty();
    }
    ContentSource.Inline source = ContentSource.Inline.ofText(text.get().textValue());
    return name.isPresent() && countBytes(file, "text", source)
        ? Optional.of(new ContentPart.File(name.get(), source))
        : Optional.empty();
  }

  private Optional<ContentPart.File> file(RequestFields file, String name, String data) {
    Optional<String> clean = file.requiredParsed(name, FileName.EXPECTED, FileName::of);
    Optional<JsonNode> given = file.value(data);
    if (given.isEmpty()) {
      file.mistake(data, "is missing: expected " + FILE_EXPECTED);
      return Optional.empty();
    }
    if (!isText(file, data, given.get(), FILE_EXPECTED) || !countPart(file, data)) {
      return Optional.empty();
    }
    Optional<ContentSource> source =
        data(file, data, given.get().textValue(), FILE_EXPECTED, MediaContent::ofFile);
    return clean.isPresent()
        ? source.map(each -> new ContentPart.File(clean.get(), each))
        : Optional.empty();
  }

  private Optional<ContentSource> data(
      RequestFields fields,
      String field,
      String url,
      String expected,
      MediaContent.Telling telling) {
    if (url.startsWith(AttachmentId.SCHEME)) {
      Optional<AttachmentId> id = AttachmentId.find(url);
      if (id.isEmpty()) {
        fields.mistake(field, "is not an attachment's id: expected " + AttachmentId.EXPECTED);
      }
      return id.map(ContentSource.Stored::new);
    }
    int comma = label(url).indexOf(BASE64);
    if (!isData(url) || comma < 0) {
      fields.mistake(field, "is not a data URL in base64: expected " + expected);
      return Optional.empty();
    }
    int start = comma + BASE64.length();
    if ((url.length() - start) / 4L * 3 > ContentSizes.MAX_BYTES + 3L) {
      return tooLarge(fields, field, ContentSizes.tooLarge());
    }
    try {
      byte[] bytes = decoded(url.substring(start));
      ContentSource.Inline source = ContentSource.Inline.of(telling.of(bytes), bytes);
      return countBytes(fields, field, source) ? Optional.of(source) : Optional.empty();
    } catch (UnusableMediaException e) {
      fields.mistake(field, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      fields.mistake(field, "is not base64: expected " + expected);
    }
    return Optional.empty();
  }

  private static boolean isData(String url) {
    return url.regionMatches(true, 0, DATA, 0, DATA.length());
  }

  /** Case does not count in it. */
  private static String label(String url) {
    int end = Math.min(url.length(), LONGEST_LABEL + BASE64.length());
    return url.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /**
   * Encoders break lines, leave out the padding, or use the alphabet for addresses.
   *
   * @throws IllegalArgumentException if it is not base64
   */
  private static byte[] decoded(String base64) {
    String usual = SPACE.matcher(base64).replaceAll("").replace('-', '+').replace('_', '/');
    return Base64.getDecoder().decode(usual);
  }

  private <T> List<T> list(
      RequestFields fields,
      String field,
      String expected,
      BiFunction<String, JsonNode, Optional<T>> element) {
    Optional<JsonNode> given = fields.value(field);
    if (given.isEmpty()) {
      return List.of();
    }
    if (!given.get().isArray()) {
      fields.reject(field, expected);
      return List.of();
    }
    if (given.get().size() > MAX_PARTS) {
      fields.mistake(
          field, "has %,d elements: expected at most %d".formatted(given.get().size(), MAX_PARTS));
      return List.of();
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < given.get().size(); i++) {
      element.apply("%s[%d]".formatted(field, i), given.get().get(i)).ifPresent(read::add);
    }
    return read;
  }

  private boolean isText(RequestFields fields, String field, JsonNode given, String expected) {
    if (!given.isTextual()) {
      fields.mistake(field, "is not a text: expected " + expected);
      return false;
    }
    return true;
  }

  /** Only the first of too many is a mistake. */
  private boolean countPart(RequestFields fields, String field) {
    parts++;
    if (parts == MAX_PARTS + 1) {
      fields.mistake(
          field, "is one image or file too many: expected at most %d".formatted(MAX_PARTS));
    }
    return parts <= MAX_PARTS;
  }

  private boolean countBytes(RequestFields fields, String field, ContentSource.Inline source) {
    try {
      sizes.add(source.type(), source.length());
      return true;
    } catch (UnusableMediaException e) {
      return tooLarge(fields, field, e).isPresent();
    }
  }

  /** Only the first of too many bytes is a mistake. */
  private <T> Optional<T> tooLarge(RequestFields fields, String field, UnusableMediaException why) {
    if (!full) {
      fields.mistake(field, String.valueOf(why.getMessage()));
    }
    full = true;
    return Optional.empty();
  }

  private static RequestFields strict(RequestFields fields, List<String> known) {
    fields.rejectUnknown(known);
    return fields;
  }
}
