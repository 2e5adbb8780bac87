package io.shelfwise.value;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages in the order in which data flows. */
@AnalyzeClasses(packages = "io.shelfwise.value", importOptions = DoNotIncludeTests.class)
class PackagesTest {
  /** Models are plain Java: they can be read, tested and moved without the rest. */
  @ArchTest
  static final ArchRule MODELS_KNOW_NOTHING_OF_THE_WIRE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..value.numeric",
              "..value.history",
              "..value.purchases",
              "..value.spend",
              "..value.segment",
              "..value.judge",
              "..value.predict",
              "..value.simulate")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.grpc..",
              "io.lettuce..",
              "io.micronaut..",
              "com.google..",
              "io.shelfwise.event..",
              "io.shelfwise.value.v1",
              "io.shelfwise.rpc");

  @ArchTest
  static final ArchRule DATA_FLOWS_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("feed")
          .definedBy("io.shelfwise.value.feed")
          .layer("history")
          .definedBy("io.shelfwise.value.history")
          .layer("purchases")
          .definedBy("io.shelfwise.value.purchases")
          .layer("spend")
          .definedBy("io.shelfwise.value.spend")
          .layer("segment")
          .definedBy("io.shelfwise.value.segment")
          .layer("judge")
          .definedBy("io.shelfwise.value.judge")
          .layer("predict")
          .definedBy("io.shelfwise.value.predict")
          .layer("simulate")
          .definedBy("io.shelfwise.value.simulate")
          .layer("endpoint")
          .definedBy("io.shelfwise.value.endpoint")
          .layer("service")
          .definedBy("io.shelfwise.value")
          .whereLayer("service")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("endpoint")
          .mayOnlyBeAccessedByLayers("service")
          .whereLayer("predict")
          .mayOnlyBeAccessedByLayers("endpoint", "service")
          .whereLayer("segment")
          .mayOnlyBeAccessedByLayers("endpoint", "service")
          .whereLayer("purchases")
          .mayOnlyBeAccessedByLayers("predict", "simulate", "endpoint")
          .whereLayer("spend")
          .mayOnlyBeAccessedByLayers("predict", "simulate", "endpoint")
          .whereLayer("simulate")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("judge")
          .mayOnlyBeAccessedByLayers("predict", "endpoint")
          .whereLayer("feed")
          .mayOnlyBeAccessedByLayers("history", "service");
}
