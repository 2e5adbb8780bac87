package io.shelfwise.value;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages in the order in which data flows. */
@AnalyzeClasses(packages = "io.shelfwise.value", importOptions = DoNotIncludeTests.class)
class PackagesTest {
  private static final String ROOT = "io.shelfwise.value";

  /** Each package depends only on those before it. */
  private static final List<String> IN_ORDER =
      List.of(
          "numeric",
          "feed",
          "history",
          "purchases",
          "spend",
          "simulate",
          "judge",
          "segment",
          "lifecycle",
          "risk",
          "features",
          "catalog",
          "regress",
          "cluster",
          "explain",
          "demand",
          "predict",
          "appraisal",
          "endpoint");

  /** These speak the contract's language. */
  private static final Set<String> OF_THE_WIRE = Set.of("feed", "catalog", "endpoint");

  /** Models are plain Java: they can be read, tested and moved without the rest. */
  @ArchTest
  static void modelsKnowNothingOfTheWire(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAnyPackage(
            packages(IN_ORDER.stream().filter(Predicate.not(OF_THE_WIRE::contains))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.grpc..",
            "io.lettuce..",
            "io.micronaut..",
            "com.google..",
            "io.shelfwise.event..",
            "io.shelfwise.product..",
            "io.shelfwise.value.v1",
            "io.shelfwise.rpc")
        .check(classes);
  }

  @ArchTest
  static void dataFlowsOneWay(JavaClasses classes) {
    for (int i = 0; i < IN_ORDER.size(); i++) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + IN_ORDER.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(IN_ORDER.stream().skip(i + 1)))
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage(ROOT)
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  /** Or a package would be free of the rules for want of a name in the list. */
  @ArchTest
  static void everyPackageHasItsPlace(JavaClasses classes) {
    Set<String> packages =
        classes.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(ROOT) && !name.equals(ROOT + ".v1"))
            .map(name -> name.substring(ROOT.length() + 1))
            .collect(Collectors.toSet());
    assertThat(IN_ORDER).containsAll(packages);
  }

  private static String[] packages(Stream<String> names) {
    return names.map(name -> ROOT + "." + name).toArray(String[]::new);
  }
}
