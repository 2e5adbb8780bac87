package io.shelfwise.standalone.shop.people;

import static java.util.stream.Collectors.toMap;

import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.Person;
import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.chance.CumulativeWeights;
import io.shelfwise.standalone.shop.words.Table;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Gives customers a name, an address for mail that reaches nobody, and a town to live in. */
public final class Persons {
  private static final Pattern NOT_IN_MAIL = Pattern.compile("[^a-z]");

  /** Domains that are set aside for examples. */
  private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");

  private final long seed;
  private final List<Country> countries = new ArrayList<>();
  private final double[] weights;

  /** Where customers come from, and what they are called there. */
  private record Country(String name, double weight, Map<String, List<String>> words) {}

  public Persons(long seed) {
    this.seed = seed;
    Table table = Table.read("people.txt");
    table.headings().forEach(heading -> countries.add(country(heading, table.rows(heading))));
    this.weights = CumulativeWeights.of(countries.stream().mapToDouble(Country::weight).toArray());
  }

  private static Country country(String heading, List<List<String>> rows) {
    int space = heading.lastIndexOf(' ');
    return new Country(
        heading.substring(0, space),
        Double.parseDouble(heading.substring(space + 1)),
        rows.stream().collect(toMap(List::getFirst, row -> Table.list(row.get(1)))));
  }

  /** The customer, with its name in a store. */
  public Customer write(String store, Shopper shopper) {
    return Customer.newBuilder()
        .setName("stores/" + store + "/customers/" + shopper.id())
        .setPerson(person(Chance.of(seed, "person", shopper.index())))
        .build();
  }

  private Person person(Chance chance) {
    Country country = countries.get(chance.weighted(weights));
    String given = pick(country, "given", chance);
    String family = pick(country, "family", chance);
    return Person.newBuilder()
        .setDisplayName(given + " " + family)
        .setEmail(
            mail(given) + "." + mail(family) + chance.between(10, 99) + "@" + chance.pick(DOMAINS))
        .setCity(pick(country, "towns", chance))
        .setCountry(country.name())
        .build();
  }

  private static String pick(Country country, String words, Chance chance) {
    return chance.pick(country.words().getOrDefault(words, List.of()));
  }

  private static String mail(String name) {
    String plain =
        Normalizer.normalize(name.replace('ł', 'l'), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return NOT_IN_MAIL.matcher(plain).replaceAll("");
  }
}
