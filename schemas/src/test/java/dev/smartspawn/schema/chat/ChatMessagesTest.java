package dev.smartspawn.schema.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnRequestReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatMessagesTest {

  private static SpawnRequestReading read(String json) {
    try {
      return SpawnRequestReading.of(Json.MAPPER.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void lastMessageOfTheUserIsAskedAndTheRestIsMaterial() {
    SpawnRequest request =
        read("{'messages':[{'role':'system','content':'You sort.'},"
                + "{'role':'user','content':'Sort 3, 1.'},{'role':'assistant','content':'1, 3'},"
                + "{'role':'user','content':[{'type':'text','text':'Downwards,'},{'type':'text','text':'please.'}]},"
                + "{'role':'system','content':'Be brief.'}],'context':'for a table'}")
            .orElseThrow();

    assertThat(request.asked()).isEqualTo("Downwards,\nplease.");
    assertThat(request.material())
        .hasValue("You sort.\n\nSort 3, 1.\n\n1, 3\n\nBe brief.\n\nfor a table");
    assertThat(request.task()).isNull();
  }

  @Test
  void requestIsTheSameAfterItsTopic() throws JsonProcessingException {
    SpawnRequest request =
        read("{'messages':[{'role':'user','content':[{'type':'text','text':'Sort.'}]}]}")
            .orElseThrow();

    assertThat(SpawnRequest.of(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(request))))
        .isEqualTo(request);
  }

  @Test
  void taskAloneIsWrittenWithoutMessages() {
    assertThat(Json.MAPPER.<ObjectNode>valueToTree(SpawnRequest.of("Sort.")).has("messages"))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'task':'t','messages':[{'role':'user','content':'u'}]}|'task' and 'messages' are both given: expected one of them",
        "{'system':'s','messages':[{'role':'user','content':'u'}]}|'system' is given beside 'messages': expected a message with the role system instead",
        "{'messages':[]}|'messages' has no message of the user: expected one",
        "{'messages':[{'role':'system','content':'s'}]}|'messages' has no message of the user: expected one",
        "{'messages':[{'role':'user','content':'u'},{'role':'assistant','content':'a'}]}|'messages' ends with a message of the assistant: expected one of the user",
        "{'messages':'u'}|'messages' is \"u\": expected a list of messages, as {\"role\":\"user\",\"content\":\"...\"}",
        "{'messages':['u']}|'messages[0]' is not an object: expected a message with a role and a content",
        "{'messages':[{'role':'user'}]}|'messages[0].content' is missing: expected a text or a list of parts",
        "{'messages':[{'role':'user','content':7}]}|'messages[0].content' is 7: expected a text or a list of parts",
        "{'messages':[{'role':'user','content':' '}]}|'messages[0].content' is blank: expected a text",
        "{'messages':[{'role':'user','content':[]}]}|'messages[0].content' is blank: expected a text",
        "{'messages':[{'role':'tool','content':'u'}]}|'messages[0].role' is \"tool\": expected one of system, user, assistant",
        "{'messages':[{'content':'u'}]}|'messages[0].role' is missing: expected one of system, user, assistant",
        "{'messages':[{'role':'user','content':'u','nam':'n'}]}|unknown field 'messages[0].nam': did you mean 'messages[0].role'?",
        "{'messages':[{'role':'user','content':[{'type':'text','text':'t'},{'type':'image_url','image_url':{'url':'https://example.com/a.png','detail':'huge'}}]}]}|'messages[0].content[1].image_url.detail' is \"huge\": expected one of auto, low, high",
        "{'messages':[{'role':'user','content':[{'type':'audio','text':'t'}]}]}|'messages[0].content[0].type' is \"audio\": expected one of text, image_url, file",
        "{'messages':[{'role':'user','content':[{'type':'text'}]}]}|'messages[0].content[0].text' is missing or not a text: expected a text",
        "{'messages':[{'role':'user','content':['t']}]}|'messages[0].content[0]' is not an object: expected {\"type\":\"text\",\"text\":\"...\"}",
        "{'task':'t','system':7}|'system' is 7: expected a text",
      })
  void mistakeNamesTheMessageAndWhatWasExpected(String json, String mistake) {
    assertThat(read(json).mistakes()).containsExactly(mistake);
  }

  @Test
  void tooManyMessagesOrPartsAreRefused() {
    ObjectNode request = Json.MAPPER.createObjectNode();
    ArrayNode messages = request.putArray("messages");
    for (int i = 0; i < 10_000; i++) {
      messages.addObject().put("role", "user").put("content", "u");
    }
    assertThat(SpawnRequestReading.of(request).mistakes())
        .containsExactly("'messages' has 10,000 elements: expected at most 500");

    ArrayNode parts =
        request.putArray("messages").addObject().put("role", "user").putArray("content");
    for (int i = 0; i < 10_000; i++) {
      parts.addObject().put("type", "text").put("text", "t");
    }
    assertThat(SpawnRequestReading.of(request).mistakes())
        .containsExactly("'messages[0].content' has 10,000 parts: expected at most 100");
  }

  @Test
  void allTextsCountTogether() {
    ObjectNode request = Json.MAPPER.createObjectNode();
    ArrayNode messages = request.putArray("messages");
    for (int i = 0; i < 3; i++) {
      messages.addObject().put("role", "user").put("content", "x".repeat(100_000));
    }
    assertThat(SpawnRequestReading.of(request).mistakes())
        .containsExactly("'messages' has 300,000 bytes: expected at most 262,144");
  }
}
