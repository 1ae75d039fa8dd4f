package dev.smartspawn.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages are small and free of cycles, and no two classes of the project share a simple name. */
@AnalyzeClasses(packages = "dev.smartspawn", importOptions = RoomsTest.MainCode.class)
class RoomsTest {

  private static final int MAX_FILES = 25;
  private static final String PACKAGE_INFO = "package-info.java";

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().assignedFrom(new Packages()).should().beFreeOfCycles();

  /** Nothing but the kit itself and the schemas' own kits. */
  @ArchTest
  static final ArchRule httpKitKnowsNothingOfTheDomain =
      noClasses()
          .that()
          .resideInAPackage("dev.smartspawn.query.http..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "belong to the domain",
                  each ->
                      each.getPackageName().startsWith("dev.smartspawn.")
                          && !each.getPackageName()
                              .matches(
                                  "dev\\.smartspawn\\.(query\\.http|schema\\.(json|text|trace))\\b.*")));

  @Test
  void packagesAreSmall() throws IOException {
    Map<Path, List<Path>> byFolder =
        sources().stream().collect(groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));

    assertThat(byFolder).isNotEmpty();
    byFolder.forEach(
        (folder, files) -> assertThat(files).as("%s", folder).hasSizeLessThanOrEqualTo(MAX_FILES));
  }

  @Test
  void noSimpleNameIsUsedTwice() throws IOException {
    Map<String, List<Path>> byName =
        sources().stream()
            .filter(source -> !source.endsWith(PACKAGE_INFO))
            .collect(groupingBy(source -> source.getFileName().toString()));

    assertThat(byName.values().stream().filter(files -> files.size() > 1)).isEmpty();
  }

  /** Releases of Java disagree on what {@code \\b} takes for a letter beyond ASCII. */
  @Test
  void noPatternOfMainCodeDependsOnTheRelease() throws IOException {
    List<Path> main =
        sources().stream().filter(each -> each.toString().contains("/src/main/")).toList();

    assertThat(main).isNotEmpty();
    for (Path source : main) {
      String text = Files.readString(ProjectFiles.root().resolve(source));
      assertThat(text.replaceAll("/\\*\\*.*?\\*/", "")).as("%s", source).doesNotContain("\\\\b");
    }
  }

  /** Main code and tests of every module. */
  private static List<Path> sources() throws IOException {
    Path root = ProjectFiles.root();
    try (Stream<Path> modules = Files.list(root)) {
      List<Path> sources =
          modules.map(module -> module.resolve("src")).filter(Files::isDirectory).toList();
      return sources.stream().flatMap(RoomsTest::javaFiles).map(root::relativize).toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Neither test classes nor jars of them. */
  static final class MainCode implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
  }

  /** Each package is a slice. */
  private static final class Packages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
