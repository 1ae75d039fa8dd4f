package dev.smartspawn.local.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.local.command.SmartSpawn;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.lifecycle.ProductVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pom's version is the only one. */
class ProductVersionTest {

  @Test
  void isThePoms() {
    assertThat(ProjectFiles.read("pom.xml"))
        .contains("<version>" + ProductVersion.CURRENT + "</version>\n  <packaging>pom");
  }

  @Test
  void isWhatTheCommandLinePrints() {
    StringWriter out = new StringWriter();
    SmartSpawn.commandLine(Map.of(), InputStream.nullInputStream())
        .setOut(new PrintWriter(out))
        .execute("--version");
    assertThat(out.toString().strip()).isEqualTo("Smart Spawn " + ProductVersion.CURRENT);
  }

  @ParameterizedTest
  @CsvSource({
    "query-api/src/main/resources/dev/smartspawn/query/openapi.json, /info/version",
    "schemas/src/main/resources/asyncapi.json, /info/version",
    "openclaw-plugin/package.json, /version",
    "openclaw-plugin/openclaw.plugin.json, /version"
  })
  void isInEveryDocument(String file, String pointer) throws IOException {
    JsonNode document = Json.MAPPER.readTree(ProjectFiles.read(file));
    assertThat(document.at(pointer).asText()).isEqualTo(ProductVersion.CURRENT);
  }
}
