package io.shelfwise.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.shelfwise.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule blendingAndRulesAreArithmetic =
      noClasses()
          .that()
          .resideInAnyPackage("..gateway.blend..", "..gateway.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.grpc..", "io.micronaut..", "com.google.protobuf..", "io.shelfwise.*.v1..");

  @ArchTest
  static final ArchRule aPackageDependsOnThoseBeforeItOnly =
      noClasses()
          .that()
          .resideInAPackage("..gateway.blend..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..gateway.rules..", "..gateway.recommend..", "..gateway.http..");

  @ArchTest
  static final ArchRule rulesKnowNothingOfAnswers =
      noClasses()
          .that()
          .resideInAPackage("..gateway.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..gateway.recommend..", "..gateway.http..", "..gateway.forward..");

  @ArchTest
  static final ArchRule onlyTheBridgeSpeaksHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage("..gateway.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut.http..", "..gateway.http..");

  @ArchTest
  static final ArchRule routesComeBeforeWhatIsMadeOfThem =
      noClasses()
          .that()
          .resideInAnyPackage("..gateway.route..", "..gateway.forward..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..gateway.openapi..", "..gateway.recommend..");
}
