package io.shelfwise.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.event.v1.CartAddition;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.ProductView;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Rating;
import io.shelfwise.event.v1.Return;
import io.shelfwise.event.v1.Search;
import io.shelfwise.event.v1.SurveyAnswer;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRowsTest {
  private static final String TITLES =
      "id,time,customer,kind,product,quantity,price,currency,order,stars,title,text,query\n";

  @Test
  void eachKindReadsItsColumns() {
    assertThat(
            read(
                """
                e1,2026-01-31T12:00:00Z,ann,view,tea,,,,,,,,
                e2,2026-01-31T12:00:00Z,ann,cart-addition,tea,3,,,,,,,
                e3,2026-01-31T12:00:00Z,ann,rating,tea,,,,,4.5,Fine,Quite good,
                e4,2026-01-31T12:00:00Z,ann,search,,,,,,,,,green tea
                """))
        .containsExactly(
            good(2, event("e1").setProductView(ProductView.newBuilder().setProduct("tea"))),
            good(
                3,
                event("e2")
                    .setCartAddition(CartAddition.newBuilder().setProduct("tea").setQuantity(3))),
            good(
                4,
                event("e3")
                    .setRating(
                        Rating.newBuilder()
                            .setProduct("tea")
                            .setStars(4.5)
                            .setTitle("Fine")
                            .setText("Quite good"))),
            good(5, event("e4").setSearch(Search.newBuilder().setQuery("green tea"))));
  }

  @Test
  void aSurveyAnswerIsANumberAChoiceOrWords() {
    assertThat(
            readAnswers(
                """
                e1,spring,likely,9,,
                e2,spring,wish,,More colours,
                e3,spring,words,,,Well done
                e4,spring,likely,,,
                e5,spring,likely,9,Often,
                e6,,likely,9,,
                """))
        .containsExactly(
            good(2, event("e1").setSurveyAnswer(answer("likely").setNumber(9))),
            good(3, event("e2").setSurveyAnswer(answer("wish").setChoice("More colours"))),
            good(4, event("e3").setSurveyAnswer(answer("words").setText("Well done"))),
            new Entry.Bad<>(5, "answer: nothing (expected: one of number, choice, text)"),
            new Entry.Bad<>(6, "answer: number and choice (expected: one of number, choice, text)"),
            new Entry.Bad<>(7, "survey: nothing (expected: a value)"));
  }

  private static SurveyAnswer.Builder answer(String question) {
    return SurveyAnswer.newBuilder().setSurvey("spring").setQuestion(question);
  }

  private static List<Entry<Event>> readAnswers(String rows) {
    return read(
        new StringReader(
            "id,survey,question,number,choice,text,time,customer,kind\n"
                + rows.replace("\n", ",2026-01-31T12:00:00Z,ann,survey-answer\n")),
        ZoneId.of("UTC"));
  }

  @Test
  void rowsOfOneOrderThatFollowEachOtherAreOnePurchase() {
    List<Entry<Event>> entries =
        read(
            """
            ,2026-01-31T12:00:00Z,ann,purchase,tea,2,3.50,EUR,o1,,,,
            ,,ann,purchase,cup,,9,,o1,,,,
            ,2026-01-31T12:00:00Z,bob,purchase,tea,1,3.50,EUR,o1,,,,
            """);

    assertThat(entries).hasSize(2);
    assertThat(entries.getFirst())
        .isEqualTo(
            good(
                2,
                event("purchase-o1")
                    .setPurchase(
                        Purchase.newBuilder()
                            .setOrder("o1")
                            .addLines(line("tea", 2, money("EUR", 3, 500_000_000)))
                            .addLines(line("cup", 1, money("GBP", 9, 0))))));
    assertThat(entries.getLast().row()).isEqualTo(4);
  }

  @Test
  void anOrderAndWhatCameBackOfItAreTwoEvents() {
    assertThat(
            read(
                """
                ,2026-01-31T12:00:00Z,ann,purchase,tea,2,3.50,EUR,o1,,,,
                ,2026-01-31T12:00:00Z,ann,return,tea,1,3.50,EUR,o1,,,,
                """))
        .containsExactly(
            good(
                2,
                event("purchase-o1")
                    .setPurchase(
                        Purchase.newBuilder()
                            .setOrder("o1")
                            .addLines(line("tea", 2, money("EUR", 3, 500_000_000))))),
            good(
                3,
                event("return-o1")
                    .setReturn(
                        Return.newBuilder()
                            .setOrder("o1")
                            .addLines(line("tea", 1, money("EUR", 3, 500_000_000))))));
  }

  @Test
  void furtherRowsOfAnOrderThatHasEndedAreRejected() {
    List<Entry<Event>> entries =
        read(
            """
            ,2026-01-31T12:00:00Z,ann,purchase,tea,2,3.50,EUR,o1,,,,
            ,2026-01-31T12:00:00Z,ann,purchase,tea,2,3.50,EUR,o2,,,,
            ,2026-01-31T12:00:00Z,ann,purchase,cup,1,9.00,EUR,o1,,,,
            ,2026-01-31T12:00:00Z,ann,purchase,pot,1,9.00,EUR,o1,,,,
            e5,2026-01-31T12:00:00Z,bob,return,tea,1,3.50,EUR,o3,,,,
            e6,2026-02-01T12:00:00Z,ann,view,tea,,,,,,,,
            e7,2026-02-01T12:00:00Z,bob,return,tea,1,3.50,EUR,o3,,,,
            """);

    String reason =
        "order: o1 has begun in row 2 and ended (expected: its rows together, or an id)";
    assertThat(entries)
        .filteredOn(Entry.Bad.class::isInstance)
        .containsExactly(new Entry.Bad<>(4, reason), new Entry.Bad<>(5, reason));
    assertThat(entries).extracting(Entry::row).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  @Test
  void anOrderWithABadRowIsNotTakenAtAll() {
    assertThat(
            read(
                """
                ,2026-01-31T12:00:00Z,ann,purchase,tea,2,3.50,EUR,o1,,,,
                ,2026-01-31T12:00:00Z,ann,purchase,cup,many,9,,o1,,,,
                """))
        .containsExactly(
            new Entry.Bad<>(3, "quantity: many (expected: a whole number)"),
            new Entry.Bad<>(2, "the same order has row 3 in it"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          e1,2026-01-31,ann,gaze,tea,,,,,,,,            | kind: gaze (expected: view, cart-addition, cart-removal, purchase, return, rating, search, survey-answer)
          e1,2026-01-31,ann,,tea,,,,,,,,                | kind: nothing (expected: a value)
          e1,2026-01-31,,view,tea,,,,,,,,               | customer: nothing (expected: a value)
          e1,31.1.2026,ann,view,tea,,,,,,,,             | time: 31.1.2026 (expected: a time such as 2026-01-31T12:00:00Z or 2026-01-31 12:00)
          ,2026-01-31,ann,view,tea,,,,,,,,              | id: nothing (expected: an id, or the number of an order)
          e1,2026-01-31,ann,purchase,tea,0,1,,o1,,,,    | quantity: 0 (expected: at least 1)
          e1,2026-01-31,ann,purchase,tea,1,cheap,,o,,,, | price: cheap (expected: a number such as 12.50)
          """)
  void whatCannotBeReadIsToldByColumn(String row, String reason) {
    assertThat(read(row + "\n")).containsExactly(new Entry.Bad<>(2, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00+01:00, 2026-01-31T11:00:00Z",
    "2026-07-31 12:00, 2026-07-31T11:00:00Z",
    "2026-01-31, 2026-01-31T00:00:00Z"
  })
  void timesWithoutAnOffsetAreThoseOfTheZone(String cell, Instant expected) {
    Entry<Event> entry =
        read("e1," + cell + ",ann,view,tea,,,,,,,,\n", ZoneId.of("Europe/London")).getFirst();
    assertThat(entry)
        .isInstanceOfSatisfying(
            Entry.Good.class,
            good ->
                assertThat(((Event) good.value()).getEventTime())
                    .isEqualTo(
                        Timestamp.newBuilder().setSeconds(expected.getEpochSecond()).build()));
  }

  private static List<Entry<Event>> read(String rows) {
    return read(rows, ZoneId.of("UTC"));
  }

  private static List<Entry<Event>> read(String rows, ZoneId zone) {
    return read(new StringReader(TITLES + rows), zone);
  }

  private static List<Entry<Event>> read(StringReader table, ZoneId zone) {
    List<Entry<Event>> entries = new ArrayList<>();
    new EventRows(CsvRows.open(table, CsvRows.Dialect.PLAIN), new CellForms(zone, "GBP"))
        .forEachRemaining(entries::add);
    return entries;
  }

  private static Entry<Event> good(long row, Event.Builder event) {
    return new Entry.Good<>(row, event.build());
  }

  private static Event.Builder event(String id) {
    long noon = Instant.parse("2026-01-31T12:00:00Z").getEpochSecond();
    return Event.newBuilder()
        .setId(id)
        .setCustomer("ann")
        .setEventTime(Timestamp.newBuilder().setSeconds(noon));
  }

  private static LineItem line(String product, int quantity, Money price) {
    return LineItem.newBuilder()
        .setProduct(product)
        .setQuantity(quantity)
        .setUnitPrice(price)
        .build();
  }

  private static Money money(String currency, long units, int nanos) {
    return Money.newBuilder().setCurrencyCode(currency).setUnits(units).setNanos(nanos).build();
  }
}
