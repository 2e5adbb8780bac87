package io.shelfwise.profile.customer;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.Person;
import io.shelfwise.customer.v1.UpdateCustomerRequest;
import io.shelfwise.profile.log.Partition;
import io.shelfwise.profile.log.RedisStores;
import io.shelfwise.profile.redis.Redis;
import io.shelfwise.rpc.ApiException;
import java.time.InstantSource;
import java.util.List;

/** The customers: who they are, and what they did, counted. */
public final class RedisCustomers {
  private final Redis redis;
  private final RedisStores stores;
  private final RedisPersons persons;
  private final InstantSource clock;

  /** The customers in a Redis. */
  public RedisCustomers(
      Redis redis, RedisStores stores, RedisPersons persons, InstantSource clock) {
    this.redis = redis;
    this.stores = stores;
    this.persons = persons;
    this.clock = clock;
  }

  /**
   * A customer.
   *
   * @throws ApiException NOT_FOUND if nothing was ever written of it
   */
  Customer get(CustomerName name) {
    Partition partition = partitionOf(name);
    return profile(partition, name)
        .toCustomer()
        .setName(name.toString())
        .setPerson(persons.get(partition, name))
        .build();
  }

  /**
   * Writes who a customer is, unless that is known already; the customer comes to be if it was not
   * there.
   */
  Customer update(UpdateCustomerRequest request) {
    CustomerName name = CustomerName.parse("customer.name", request.getCustomer().getName());
    Person person = request.getCustomer().getPerson();
    List<FieldDescriptor> fields = PersonFields.toWrite(request.getUpdateMask(), person);
    Partition partition = stores.findOrCreate(name.store()).partitionOf(name.customer());
    if (!exists(partition, name) || !agree(person, persons.get(partition, name), fields)) {
      persons.write(partition, name, person, fields, clock.millis());
    }
    return get(name);
  }

  /**
   * The part that a customer is in.
   *
   * @throws ApiException NOT_FOUND if nothing was ever written of the customer
   */
  Partition partitionOf(CustomerName name) {
    return stores
        .find(name.store())
        .map(store -> store.partitionOf(name.customer()))
        .filter(partition -> exists(partition, name))
        .orElseThrow(() -> ApiException.notFound(name.toString()));
  }

  private boolean exists(Partition partition, CustomerName name) {
    return redis.<Long>ask(c -> c.exists(partition.profile(name.customer()))) > 0;
  }

  private Profile profile(Partition partition, CustomerName name) {
    return new Profile(
        redis.ask(c -> c.hgetall(partition.profile(name.customer()))),
        stores.currency(name.store()).orElse(""));
  }

  private static boolean agree(Person one, Person other, List<FieldDescriptor> fields) {
    return fields.stream().allMatch(field -> one.getField(field).equals(other.getField(field)));
  }
}
