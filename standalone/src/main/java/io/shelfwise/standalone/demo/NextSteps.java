package io.shelfwise.standalone.demo;

import com.google.type.Money;
import io.shelfwise.recommendation.v1.Recommendation;
import io.shelfwise.standalone.process.Standalone;
import java.util.List;

/**
 * What to type next, ready to paste.
 *
 * @param address where the gateway listens
 * @param store the store's id
 * @param customer the customer's id
 * @param first what to show that customer first
 */
record NextSteps(Standalone.Address address, String store, String customer, Recommendation first) {
  List<String> lines() {
    Money price = first.getPrice();
    return """
        Ask:
          curl 'http://%1$s/v1/stores/%3$s/customers/%4$s/recommendations?pageSize=3'
          curl 'http://%1$s/v1/stores/%3$s/customers/%4$s/value'
          curl 'http://%1$s/v1/stores/%3$s/products/%5$s/recommendations?placement=similar'
          curl 'http://%1$s/v1/stores/%3$s/recommendations?placement=trending'

        Buy the first of these, and ask again: it is gone, and what goes with it has risen.
          curl 'http://%1$s/v1/stores/%3$s/events:write' -H 'Content-Type: application/json' -d '
            {"events": [{"id": "order-1", "customer": "%4$s", "purchase": {"order": "1", "lines": [
              {"product": "%5$s", "quantity": 1, "unitPrice": {"currencyCode": "%6$s", "units": %7$d, "nanos": %8$d}}]}}]}'

        The same over gRPC:
          grpcurl -plaintext -d '{"parent": "stores/%3$s/customers/%4$s", "pageSize": 3}' \\
            %2$s shelfwise.recommendation.v1.RecommendationService/Recommend
        """
        .formatted(
            address.restAuthority(),
            address.grpcAuthority(),
            store,
            customer,
            CustomerSheet.id(first.getProduct()),
            price.getCurrencyCode(),
            price.getUnits(),
            price.getNanos())
        .lines()
        .toList();
  }
}
