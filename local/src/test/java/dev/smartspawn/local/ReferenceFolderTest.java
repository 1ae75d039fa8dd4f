package dev.smartspawn.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFolderTest {

  @TempDir Path own;
  @TempDir Path project;

  @BeforeEach
  void fillProject() throws IOException {
    Files.writeString(project.resolve("aliases.yaml"), "project's aliases");
    Files.writeString(project.resolve("seed-overrides.yaml"), "project's overrides");
    Files.createDirectory(project.resolve("snapshot"));
    Files.writeString(project.resolve("snapshot/openrouter.json"), "project's snapshot");
  }

  @Test
  void folderForStateAloneReadsTheProjects() {
    assertThat(ReferenceFolder.of(own.resolve("not there yet"), project)).isEqualTo(project);
  }

  @Test
  void ownFileWinsAndTheOthersStayTheProjects() throws IOException {
    Files.writeString(own.resolve("aliases.yaml"), "own aliases");
    Path folder = ReferenceFolder.of(own, project);
    assertThat(folder.resolve("aliases.yaml")).hasContent("own aliases");
    assertThat(folder.resolve("seed-overrides.yaml")).hasContent("project's overrides");
    assertThat(folder.resolve("snapshot/openrouter.json")).hasContent("project's snapshot");
  }

  @Test
  void editShowsWithoutARestart() throws IOException {
    Files.writeString(own.resolve("aliases.yaml"), "own aliases");
    Path folder = ReferenceFolder.of(own, project);
    Files.writeString(own.resolve("aliases.yaml"), "edited");
    assertThat(folder.resolve("aliases.yaml")).hasContent("edited");
  }

  @Test
  void nextStartSeesWhatWasAddedAndTakenAway() throws IOException {
    Files.writeString(own.resolve("aliases.yaml"), "own aliases");
    ReferenceFolder.of(own, project);
    Files.writeString(own.resolve("seed-overrides.yaml"), "own overrides");
    Files.delete(own.resolve("aliases.yaml"));
    Path folder = ReferenceFolder.of(own, project);
    assertThat(folder.resolve("aliases.yaml")).hasContent("project's aliases");
    assertThat(folder.resolve("seed-overrides.yaml")).hasContent("own overrides");
  }
}
