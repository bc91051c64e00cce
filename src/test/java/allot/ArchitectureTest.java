package allot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house: which room may know which, and who alone knows the world outside. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages("allot");

  /** What a room may import, beside what those may import; later rooms may not be built yet. */
  private static final Map<String, Set<String>> ROOMS = rooms();

  private static Map<String, Set<String>> rooms() {
    Map<String, Set<String>> rooms = new LinkedHashMap<>();
    room(rooms, "money");
    room(rooms, "problem");
    room(rooms, "catalog", "money", "problem");
    room(rooms, "portfolio", "catalog");
    room(rooms, "price", "catalog");
    room(rooms, "allocation", "portfolio", "price");
    room(rooms, "tax", "portfolio");
    room(rooms, "dca", "allocation");
    room(rooms, "rebalance", "allocation", "tax");
    room(rooms, "record", "rebalance", "dca");
    room(rooms, "simulate", "dca", "rebalance");
    room(rooms, "file", "price", "portfolio");
    room(rooms, "statement", "file", "tax", "price");
    room(rooms, "feed", "price", "file");
    room(rooms, "render", rooms.keySet().toArray(String[]::new));
    room(rooms, "cli", rooms.keySet().toArray(String[]::new));
    return rooms;
  }

  private static void room(Map<String, Set<String>> rooms, String name, String... neighbours) {
    Set<String> known = new HashSet<>();
    for (String neighbour : neighbours) {
      known.add(neighbour);
      known.addAll(rooms.get(neighbour));
    }
    rooms.put(name, known);
  }

  private static String room(String name) {
    return "allot." + name + "..";
  }

  private static String[] rooms(String... names) {
    return Stream.of(names).map(ArchitectureTest::room).toArray(String[]::new);
  }

  private static void only(String[] knowers, String... packages) {
    noClasses()
        .that()
        .resideOutsideOfPackages(knowers)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(MAIN);
  }

  @Test
  void a_room_imports_only_the_rooms_named_above_it() {
    ROOMS.forEach(
        (name, known) -> {
          String[] closed =
              ROOMS.keySet().stream()
                  .filter(other -> !other.equals(name) && !known.contains(other))
                  .map(ArchitectureTest::room)
                  .toArray(String[]::new);
          if (closed.length > 0) {
            noClasses()
                .that()
                .resideInAPackage(room(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(closed)
                .allowEmptyShould(true)
                .check(MAIN);
          }
        });
  }

  @Test
  void every_class_lives_in_a_room() {
    String[] all = ROOMS.keySet().stream().map(ArchitectureTest::room).toArray(String[]::new);
    classes().should().resideInAnyPackage(all).check(MAIN);
  }

  @Test
  void rooms_form_no_circle() {
    slices().matching("allot.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void the_ground_floor_knows_the_jdk_alone() {
    for (String name : List.of("money", "problem")) {
      classes()
          .that()
          .resideInAPackage(room(name))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", room(name))
          .check(MAIN);
    }
  }

  @Test
  void the_core_knows_no_library() {
    classes()
        .that()
        .resideInAnyPackage(rooms("catalog", "portfolio", "price", "allocation", "tax", "record"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "allot..")
        .check(MAIN);
  }

  @Test
  void each_library_is_known_where_it_is_needed() {
    only(rooms("file", "feed", "render"), "com.fasterxml..");
    only(rooms("file", "statement"), "de.siegmar..");
    only(rooms("cli"), "picocli..");
    only(rooms("dca", "rebalance", "simulate"), "org.apache.commons.math3..");
    only(rooms("simulate"), "org.apache.commons.rng..");
    only(rooms("feed"), "java.net.http..");
  }

  @Test
  void only_the_command_line_knows_the_terminal_and_the_environment() {
    noClasses()
        .that()
        .resideOutsideOfPackage(room("cli"))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "System.exit, getenv, getProperty or console",
                call ->
                    call.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("exit", "getenv", "getProperty", "getProperties", "console")
                            .contains(call.getName())))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Runtime.class)
        .check(MAIN);
  }

  @Test
  void only_the_command_line_knows_what_time_it_is() {
    noClasses()
        .that()
        .resideOutsideOfPackage(room("cli"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(MAIN);
  }

  @Test
  void money_is_never_a_double() {
    String[] exact =
        rooms("money", "catalog", "portfolio", "price", "allocation", "tax", "rebalance", "record");
    // what they propose is computed again exactly
    String solver = "allot\\.rebalance\\.(LeastTax|LotProgram|Simplex).*";
    DescribedPredicate<JavaClass> inexact =
        DescribedPredicate.describe(
            "double or float",
            type -> type.isEquivalentTo(double.class) || type.isEquivalentTo(float.class));
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(exact)
        .and()
        .areDeclaredInClassesThat()
        .haveNameNotMatching(solver)
        .should()
        .haveRawType(inexact)
        .check(MAIN);
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(exact)
        .and()
        .areDeclaredInClassesThat()
        .haveNameNotMatching(solver)
        .should()
        .haveRawReturnType(inexact)
        .check(MAIN);
    noClasses()
        .that()
        .resideInAnyPackage(exact)
        .and()
        .haveNameNotMatching(solver)
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "doubleValue or floatValue",
                call -> Set.of("doubleValue", "floatValue").contains(call.getName())))
        .check(MAIN);
  }

  @Test
  void classes_are_final() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotRecords()
        .and()
        .areNotAnonymousClasses()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .and(
            DescribedPredicate.describe(
                "do not belong to an enum",
                type -> type.getEnclosingClass().filter(JavaClass::isEnum).isEmpty()))
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(MAIN);
  }

  @Test
  void what_has_only_static_methods_cannot_be_built() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotRecords()
        .should(haveAPrivateConstructorIfAllIsStatic())
        .check(MAIN);
  }

  private static ArchCondition<JavaClass> haveAPrivateConstructorIfAllIsStatic() {
    return new ArchCondition<>("have a private constructor if all their methods are static") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean allStatic =
            !type.getMethods().isEmpty()
                && type.getAllRawSuperclasses().size() == 1
                && type.getMethods().stream()
                    .allMatch(method -> method.getModifiers().contains(JavaModifier.STATIC))
                && type.getFields().stream()
                    .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC));
        boolean open =
            type.getConstructors().stream()
                .anyMatch(made -> !made.getModifiers().contains(JavaModifier.PRIVATE));
        if (allStatic && open) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " can be built"));
        }
      }
    };
  }

  @Test
  void names_say_what_a_class_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Helper|Manager)[^.]*")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameStartingWith("Abstract")
        .check(MAIN);
  }

  @Test
  void every_room_says_what_belongs_there() throws IOException {
    try (Stream<Path> rooms = Files.list(Path.of("src/main/java/allot"))) {
      assertThat(rooms.toList())
          .isNotEmpty()
          .allMatch(Files::isDirectory)
          .allMatch(room -> Files.exists(room.resolve("package-info.java")))
          .allMatch(room -> ROOMS.containsKey(room.getFileName().toString()));
    }
  }

  @Test
  void a_test_has_a_name_that_is_run() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("allot");
    DescribedPredicate<JavaClass> test =
        DescribedPredicate.describe(
            "hold tests",
            type ->
                type.getMethods().stream()
                    .anyMatch(
                        method ->
                            method.getAnnotations().stream()
                                .anyMatch(
                                    found ->
                                        found
                                            .getRawType()
                                            .getPackageName()
                                            .startsWith("org.junit.jupiter"))));
    classes()
        .that(test)
        .and()
        .areTopLevelClasses()
        .should()
        .haveSimpleNameEndingWith("Test")
        .orShould()
        .haveSimpleNameEndingWith("IT")
        .check(tests);
  }
}
