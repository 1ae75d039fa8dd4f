package dev.smartspawn.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Evaluation and benchmarks of names and ranking belong to the command line, not to a service. */
@AnalyzeClasses(packages = "dev.smartspawn", importOptions = ImportOption.DoNotIncludeTests.class)
class EvaluationRoomTest {

  private static final String EVALUATION = "dev.smartspawn.enrich.evaluation";

  @ArchTest
  static final ArchRule onlyTheCommandLineUsesEvaluation =
      classes()
          .that()
          .resideInAPackage(EVALUATION)
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage(
              EVALUATION, "dev.smartspawn.local.command..", "dev.smartspawn.local.bench..");

  @ArchTest
  static final ArchRule evaluationStartsNoService =
      noClasses()
          .that()
          .resideInAPackage(EVALUATION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.smartspawn.enrich",
              "dev.smartspawn.enrich.publication",
              "org.apache.kafka.streams..");
}
