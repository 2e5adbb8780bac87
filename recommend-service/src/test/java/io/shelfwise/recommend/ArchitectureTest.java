package io.shelfwise.recommend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.shelfwise.recommend", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] MODELS = {
    "..recommend.interactions",
    "..recommend.model",
    "..recommend.pairs",
    "..recommend.neighbors..",
    "..recommend.cooccurrence",
    "..recommend.content",
    "..recommend.popular",
    "..recommend.meaning",
    "..recommend.language",
    "..recommend.rules",
    "..recommend.baskets",
    "..recommend.sessions",
    "..recommend.store",
    "..recommend.guard",
    "..recommend.filter",
    "..recommend.evaluate",
    "..recommend.algebra",
    "..recommend.linear",
    "..recommend.factors"
  };

  @ArchTest
  static final ArchRule modelsKnowNothingOfTheWorldOutside =
      noClasses()
          .that()
          .resideInAnyPackage(MODELS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.grpc..",
              "com.google.protobuf..",
              "io.shelfwise.event..",
              "io.shelfwise.product..",
              "io.shelfwise.candidate..",
              "io.shelfwise.recommender..",
              "io.shelfwise.rpc..",
              "io.micronaut..",
              "io.micrometer..");

  @ArchTest
  static final ArchRule theCatalogueKnowsNothingOfProtosAndMicronaut =
      noClasses()
          .that()
          .resideInAPackage("..recommend.catalog")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.grpc..", "com.google.protobuf..", "io.shelfwise.product..", "io.micronaut..");

  @ArchTest
  static final ArchRule interactionsStandUnderEverything =
      noClasses()
          .that()
          .resideInAPackage("..recommend.interactions")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..recommend",
              "..recommend.model",
              "..recommend.store",
              "..recommend.guard",
              "..recommend.feed",
              "..recommend.catalog");

  @ArchTest
  static final ArchRule recommendersKnowNothingOfEachOther =
      slices()
          .matching(
              "io.shelfwise.recommend.(neighbors|cooccurrence|content|popular|linear|factors|rules|baskets|sessions)")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.shelfwise.recommend.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheFactoryAndTheSettingsKnowMicronaut =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.shelfwise.recommend")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micronaut..");
}
