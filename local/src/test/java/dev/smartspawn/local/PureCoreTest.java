package dev.smartspawn.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The table of enriched models is a plain function of the enricher's input: it can be computed for
 * any input, today's or a past day's, by calling it.
 */
@AnalyzeClasses(
    packages = "dev.smartspawn.enrich",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PureCoreTest {

  private static final String ENRICHER = "dev.smartspawn.enrich";

  /** What is left of the enricher without the packages that speak to Kafka. */
  private static final String[] CORE = {
    ENRICHER + ".input..",
    ENRICHER + ".name..",
    ENRICHER + ".catalogue..",
    ENRICHER + ".plausibility..",
    ENRICHER + ".source..",
    ENRICHER + ".evidence..",
    ENRICHER + ".metric..",
    ENRICHER + ".benchmark..",
    ENRICHER + ".classification..",
    ENRICHER + ".rule..",
    ENRICHER + ".score..",
    ENRICHER + ".rank..",
    ENRICHER + ".table..",
    ENRICHER + ".incumbent..",
  };

  @ArchTest
  static final ArchRule coreKnowsNoKafka =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule coreKnowsNothingAroundIt =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ENRICHER,
              ENRICHER + ".store..",
              ENRICHER + ".intake..",
              ENRICHER + ".publication..",
              ENRICHER + ".evaluation..");

  @ArchTest
  static final ArchRule coreReadsNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock");

  @ArchTest
  static final ArchRule everyPackageIsCoreOrAroundIt =
      classes()
          .should()
          .resideInAnyPackage(CORE)
          .orShould()
          .resideInAnyPackage(
              ENRICHER,
              ENRICHER + ".store",
              ENRICHER + ".intake",
              ENRICHER + ".publication",
              ENRICHER + ".evaluation");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching(ENRICHER + ".(**)").should().beFreeOfCycles();
}
