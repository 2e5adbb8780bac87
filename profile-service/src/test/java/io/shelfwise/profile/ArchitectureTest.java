package io.shelfwise.profile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.shelfwise.profile", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule eachStepDependsOnlyOnThoseBeforeIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.shelfwise.profile..")
          .layer("service")
          .definedBy("io.shelfwise.profile")
          .layer("intake")
          .definedBy("..profile.intake")
          .layer("log")
          .definedBy("..profile.log")
          .layer("customer")
          .definedBy("..profile.customer")
          .layer("redis")
          .definedBy("..profile.redis")
          .whereLayer("service")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("intake")
          .mayOnlyBeAccessedByLayers("service", "log", "customer")
          .whereLayer("log")
          .mayOnlyBeAccessedByLayers("service", "customer")
          .whereLayer("customer")
          .mayOnlyBeAccessedByLayers("service")
          .whereLayer("redis")
          .mayOnlyBeAccessedByLayers("service", "log", "customer");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.shelfwise.profile.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theRulesKnowNothingOfRedis =
      noClasses()
          .that()
          .resideInAPackage("..profile.intake")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.lettuce..", "io.micronaut..");

  @ArchTest
  static final ArchRule onlyTheFactoryAndTheSettingsKnowMicronaut =
      noClasses()
          .that()
          .resideInAnyPackage("..profile.log", "..profile.customer")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micronaut..");
}
