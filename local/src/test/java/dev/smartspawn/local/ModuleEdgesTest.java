package dev.smartspawn.local;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** schemas <- services <- local: services know nothing of each other and meet at topics. */
@AnalyzeClasses(packages = "dev.smartspawn", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleEdgesTest {

  private static final String SCHEMAS = "dev.smartspawn.schema..";
  private static final String LOCAL = "dev.smartspawn.local..";

  /** For the command line; {@link EvaluationRoomTest} keeps everything else out. */
  private static final String EVALUATION = "dev.smartspawn.enrich.evaluation";

  /** Every module but these two is a service, so that a new one is covered, too. */
  private static final Pattern PACKAGE_OF_A_SERVICE =
      Pattern.compile("dev\\.smartspawn\\.(?!schema\\.|local\\.)\\w+\\..+");

  private static final DescribedPredicate<JavaClass> INSIDE_A_SERVICE =
      describe(
          "are inside a service",
          type -> PACKAGE_OF_A_SERVICE.matcher(type.getPackageName()).matches());

  @ArchTest
  static final ArchRule servicesKnowSchemasOnly =
      slices()
          .matching("dev.smartspawn.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage(SCHEMAS))
          .ignoreDependency(resideInAPackage(LOCAL), alwaysTrue());

  @ArchTest
  static final ArchRule onlyLocalHasABroker =
      noClasses()
          .that()
          .resideOutsideOfPackage(LOCAL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..", "scala..");

  @ArchTest
  static final ArchRule localTakesServicesByTheirFrontDoor =
      classes()
          .that()
          .resideInAPackage(LOCAL)
          .should()
          .onlyDependOnClassesThat(not(INSIDE_A_SERVICE).or(resideInAPackage(EVALUATION)));

  /** Tests of `local` reach into the worker: the rule has to see that. */
  @ArchTest
  static void frontDoorRuleFindsWhatReachesInside(JavaClasses unused) {
    JavaClasses tests = new ClassFileImporter().importPackages("dev.smartspawn.local.spawn");
    assertThat(localTakesServicesByTheirFrontDoor.evaluate(tests).getFailureReport().toString())
        .contains("dev.smartspawn.worker.");
  }
}
