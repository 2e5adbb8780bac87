package io.shelfwise.profile.customer;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.shelfwise.customer.v1.Person;
import io.shelfwise.profile.log.Partition;
import io.shelfwise.profile.redis.Redis;
import io.shelfwise.profile.redis.RedisScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who customers are, in Redis: each field sealed under the customer's own key, and that key sealed
 * under the master key. A box is bound to its customer and field, so that no box can stand in for
 * another.
 *
 * <p>To destroy a customer's key is to forget who the customer is, wherever copies of the data may
 * lie.
 */
public final class RedisPersons {
  private static final RedisScript WRITE = RedisScript.beside(RedisPersons.class, "person.lua");
  private static final String KEY = "key";

  private final Redis redis;
  private final MasterKey master;

  /** The persons in a Redis, under a key. */
  public RedisPersons(Redis redis, MasterKey master) {
    this.redis = redis;
    this.master = master;
  }

  /** Who a customer is, as far as it is known. */
  Person get(Partition partition, CustomerName name) {
    Map<String, byte[]> kept = redis.ask(c -> c.hgetall(partition.person(name.customer())));
    Person.Builder person = Person.newBuilder();
    byte[] sealedKey = kept.get(KEY);
    if (sealedKey != null) {
      byte[] key = master.open(sealedKey, binding(name, KEY));
      for (FieldDescriptor field : PersonFields.ALL) {
        byte[] box = kept.get(field.getName());
        if (box != null) {
          byte[] text = SealedBox.open(key, box, binding(name, field.getName()));
          person.setField(field, new String(text, StandardCharsets.UTF_8));
        }
      }
    }
    return person.build();
  }

  /**
   * Writes fields of a person, all or none; those that are empty are taken away. The customer comes
   * to be if it was not there.
   *
   * @param millis when that is
   */
  void write(
      Partition partition,
      CustomerName name,
      Person person,
      List<FieldDescriptor> fields,
      long millis) {
    byte[] key = keyOf(partition, name);
    List<byte[]> arguments = new ArrayList<>(1 + 2 * fields.size());
    arguments.add(bytes(Long.toString(millis)));
    for (FieldDescriptor field : fields) {
      String text = (String) person.getField(field);
      arguments.add(bytes(field.getName()));
      arguments.add(
          text.isEmpty()
              ? new byte[0]
              : SealedBox.seal(key, bytes(text), binding(name, field.getName())));
    }
    List<String> keys =
        List.of(partition.person(name.customer()), partition.profile(name.customer()));
    redis.run(WRITE, List.of(new RedisScript.Call(keys, arguments)));
  }

  /** The customer's key; of several that are offered at once, the first stays. */
  private byte[] keyOf(Partition partition, CustomerName name) {
    String at = partition.person(name.customer());
    byte[] offered = master.seal(SealedBox.newKey(), binding(name, KEY));
    redis.<Boolean>ask(c -> c.hsetnx(at, KEY, offered));
    return master.open(redis.<byte[]>ask(c -> c.hget(at, KEY)), binding(name, KEY));
  }

  private static String binding(CustomerName name, String field) {
    return name + "/" + field;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
