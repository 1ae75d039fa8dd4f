package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.List;

/** Writes a message's content as the chat APIs do: a text, or a list of parts. */
final class ContentWriter extends JsonSerializer<List<ContentPart>> {

  @Override
  public void serialize(List<ContentPart> parts, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (parts.size() == 1 && parts.get(0) instanceof ContentPart.Text text) {
      json.writeString(text.text());
      return;
    }
    json.writeStartArray();
    for (ContentPart part : parts) {
      json.writeStartObject();
      if (part instanceof ContentPart.Text text) {
        json.writeStringField("type", "text");
        json.writeStringField("text", text.text());
      } else if (part instanceof ContentPart.Image image) {
        json.writeStringField("type", "image_url");
        json.writeObjectFieldStart("image_url");
        json.writeStringField("url", image.url());
        if (image.detail() != null) {
          json.writeStringField("detail", image.detail());
        }
        json.writeEndObject();
      } else if (part instanceof ContentPart.File file) {
        json.writeStringField("type", "file");
        json.writeObjectFieldStart("file");
        json.writeStringField("filename", file.name());
        json.writeStringField("file_data", file.source().url());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
