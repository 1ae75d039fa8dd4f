package dev.smartspawn.local;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** schemas <- services <- local: services know nothing of each other and meet at topics. */
@AnalyzeClasses(packages = "dev.smartspawn", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleEdgesTest {

  private static final String SCHEMAS = "dev.smartspawn.schema..";
  private static final String LOCAL = "dev.smartspawn.local..";

  /** For the command line; {@link EvaluationRoomTest} keeps everything else out. */
  private static final String EVALUATION = "dev.smartspawn.enrich.evaluation";

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
          .onlyDependOnClassesThat(
              resideOutsideOfPackages(
                      "dev.smartspawn.ingest.*..",
                      "dev.smartspawn.enrich.*..",
                      "dev.smartspawn.query.*..")
                  .or(resideInAPackage(EVALUATION)));
}
