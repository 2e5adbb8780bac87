package io.shelfwise.profile.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import io.shelfwise.customer.v1.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonFieldsTest {
  private static final Person PERSON =
      Person.newBuilder().setEmail("ann@example.com").setCity("Leeds").build();

  @Test
  void withoutAMaskWhatIsSetIsWritten() {
    assertThat(written()).containsExactly("email", "city");
  }

  @Test
  void theMaskSaysWhatIsWrittenEvenIfItIsEmpty() {
    assertThat(written("person.country", "person.email")).containsExactly("country", "email");
  }

  @Test
  void aPersonIsAllItsFields() {
    assertThat(written("person")).containsExactly("display_name", "email", "city", "country");
  }

  @Test
  void otherFieldsAreRefused() {
    assertThatThrownBy(() -> written("activity.view_count"))
        .hasMessage(
            "update_mask must name person or fields of it, such as person.email; not activity.view_count");
  }

  @Test
  void aTextHasAtMostFiveHundredCharacters() {
    Person longest = Person.newBuilder().setCity("ä".repeat(500)).build();
    Person tooLong = Person.newBuilder().setCity("ä".repeat(501)).build();
    FieldMask none = FieldMask.getDefaultInstance();

    assertThat(PersonFields.toWrite(none, longest)).hasSize(1);
    assertThatThrownBy(() -> PersonFields.toWrite(none, tooLong))
        .hasMessage("customer.person.city must be at most 500 characters long");
  }

  private static List<String> written(String... mask) {
    return PersonFields.toWrite(FieldMask.newBuilder().addAllPaths(List.of(mask)).build(), PERSON)
        .stream()
        .map(FieldDescriptor::getName)
        .toList();
  }
}
