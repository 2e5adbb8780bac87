package io.shelfwise.profile.customer;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import io.shelfwise.customer.v1.Person;
import io.shelfwise.rpc.ApiException;
import java.util.ArrayList;
import java.util.List;

/** The fields that say who a customer is; all of them are texts. */
final class PersonFields {
  /** All fields of a person. */
  static final List<FieldDescriptor> ALL = Person.getDescriptor().getFields();

  private static final String PERSON = "person";
  private static final int LONGEST = 500;

  private PersonFields() {}

  /**
   * The fields to write.
   *
   * @param mask the fields of a customer by name; empty: those of the person that are set
   * @throws ApiException INVALID_ARGUMENT if the mask names another field, or a text is too long
   */
  static List<FieldDescriptor> toWrite(FieldMask mask, Person person) {
    List<FieldDescriptor> fields = mask.getPathsCount() == 0 ? set(person) : named(mask);
    for (FieldDescriptor field : fields) {
      String text = (String) person.getField(field);
      if (text.codePointCount(0, text.length()) > LONGEST) {
        throw ApiException.invalid(
            "customer.person." + field.getName(), "be at most " + LONGEST + " characters long");
      }
    }
    return fields;
  }

  private static List<FieldDescriptor> set(Person person) {
    return ALL.stream().filter(person.getAllFields()::containsKey).toList();
  }

  private static List<FieldDescriptor> named(FieldMask mask) {
    List<FieldDescriptor> fields = new ArrayList<>();
    for (String path : mask.getPathsList()) {
      List<FieldDescriptor> meant =
          path.equals(PERSON)
              ? ALL
              : ALL.stream().filter(field -> path.equals(PERSON + "." + field.getName())).toList();
      if (meant.isEmpty()) {
        throw ApiException.invalid(
            "update_mask", "name person or fields of it, such as person.email; not " + path);
      }
      fields.addAll(meant);
    }
    return fields;
  }
}
