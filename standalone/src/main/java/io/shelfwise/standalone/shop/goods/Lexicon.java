package io.shelfwise.standalone.shop.goods;

import static java.util.stream.Collectors.toMap;

import io.shelfwise.standalone.shop.words.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every kind of goods that the shop could sell, and the words for them; read from the resources
 * under {@code shop/}.
 */
public final class Lexicon {
  private final List<Category> categories = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<Brand> brands = new ArrayList<>();
  private final List<String> series;
  private final Map<String, Palette> palettes;
  private final Map<String, Material> materials;
  private final Map<String, List<String>> complements;

  private Lexicon() {
    series = rows("series.txt").flatMap(row -> Table.list(row.getFirst()).stream()).toList();
    palettes = rows("palettes.txt").collect(toMap(List::getFirst, Lexicon::palette));
    materials = rows("materials.txt").collect(toMap(List::getFirst, Lexicon::material));
    complements =
        rows("complements.txt").collect(toMap(List::getFirst, row -> Table.list(row.get(1))));
    rows("brands.txt").forEach(row -> brands.add(brand(brands.size(), row)));
    rows("departments.txt").forEach(this::addDepartment);
  }

  /** Reads the vocabulary. */
  public static Lexicon read() {
    return new Lexicon();
  }

  /** All categories, each at its index. */
  public List<Category> categories() {
    return List.copyOf(categories);
  }

  /** All kinds, each at its index. */
  public List<Kind> kinds() {
    return List.copyOf(kinds);
  }

  /** All makers, each at its index. */
  public List<Brand> brands() {
    return List.copyOf(brands);
  }

  /** The makers of a department's goods. */
  List<Brand> brandsOf(Department department) {
    return brands.stream()
        .filter(brand -> brand.departments().contains(department.code()))
        .toList();
  }

  /** Names of makers' lines. */
  List<String> series() {
    return series;
  }

  /** What is known of a material. */
  Material material(String name) {
    return materials.getOrDefault(name, Material.unknown(name));
  }

  /** The nouns of the kinds that are bought along with a kind. */
  List<String> complementsOf(Kind kind) {
    return complements.getOrDefault(kind.noun(), List.of());
  }

  private void addDepartment(List<String> row) {
    List<Double> season = Stream.of(row.get(3).split(" ")).map(Double::valueOf).toList();
    Department department = new Department(row.get(0), row.get(1), season);
    Table table = Table.read("departments/" + row.get(2));
    for (String heading : table.headings()) {
      Category category = new Category(categories.size(), heading, department);
      categories.add(category);
      table.rows(heading).forEach(cells -> kinds.add(kind(category, cells)));
    }
  }

  private Kind kind(Category category, List<String> row) {
    boolean varieties = row.get(2).startsWith("~");
    return new Kind(
        kinds.size(),
        category,
        row.get(0),
        Double.parseDouble(row.get(1)),
        varieties,
        Table.list(varieties ? row.get(2).substring(1).strip() : row.get(2)),
        Table.list(row.get(3)),
        palettes.getOrDefault(row.get(4), Palette.NONE),
        row.get(5));
  }

  private static Stream<List<String>> rows(String table) {
    return Table.read(table).rows().stream();
  }

  private static Palette palette(List<String> row) {
    return new Palette(row.get(1), Table.list(row.get(2)));
  }

  private static Material material(List<String> row) {
    return new Material(
        row.get(0), Double.parseDouble(row.get(1)), Table.sentences(row.get(2)), row.get(3));
  }

  private static Brand brand(int index, List<String> row) {
    List<String> departments = List.of(row.get(3).split(" "));
    return new Brand(index, row.get(0), row.get(1), Double.parseDouble(row.get(2)), departments);
  }
}
