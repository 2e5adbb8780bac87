package io.shelfwise.recommend.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.product.v1.ImportProductsRequest;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.product.v1.ListProductsRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Products as they stream in. */
class ProductImportTest extends ServedCatalog {
  @Test
  void anImportWritesWhatKeepsTheRulesAndTellsWhatDoesNot() throws Exception {
    ImportProductsResponse response =
        importAll(
            List.of(
                titled("cup", "Cup"),
                titled("blank", ""),
                titled("stores/other/products/pen", "Pen"),
                titled("stores/demo/products/pen", "Pen")));
    assertThat(response.getWrittenCount()).isEqualTo(2);
    assertThat(response.getRejectedCount()).isEqualTo(2);
    assertThat(response.getRejections(0).getIndex()).isEqualTo(1);
    assertThat(response.getRejections(0).getName()).isEqualTo("blank");
    assertThat(field(response.getRejections(0).getError())).isEqualTo("product.title");
    assertThat(response.getRejections(1).getIndex()).isEqualTo(2);
    assertThat(field(response.getRejections(1).getError())).isEqualTo("product.name");
    assertThat(catalog.ids("demo")).containsExactly("cup", "pen");
  }

  @Test
  void anImportTellsItsFirstThousandRejectionsAndCountsAll() {
    List<ImportProductsRequest> requests =
        new ArrayList<>(IntStream.range(0, 1_500).mapToObj(i -> titled("p" + i, "")).toList());
    requests.add(titled("cup", "Cup"));
    ImportProductsResponse response = importAll(requests);
    assertThat(response.getWrittenCount()).isEqualTo(1);
    assertThat(response.getRejectedCount()).isEqualTo(1_500);
    assertThat(response.getRejectionsCount()).isEqualTo(1_000);
  }

  @Test
  void anImportNeedsAStore() throws Exception {
    ImportProductsRequest homeless = titled("cup", "Cup").toBuilder().clearParent().build();
    assertThat(field(status(() -> importAll(List.of(homeless))))).isEqualTo("parent");
  }

  @Test
  void anEmptyImportWritesNothing() {
    assertThat(importAll(List.of())).isEqualTo(ImportProductsResponse.getDefaultInstance());
    assertThat(catalog.stores()).isEmpty();
  }

  @Test
  void anImportIsNotBoundedByItsLength() {
    int count = 5_001;
    List<ImportProductsRequest> requests =
        IntStream.range(0, count).mapToObj(i -> titled("p" + i, "Cup " + i)).toList();
    assertThat(importAll(requests).getWrittenCount()).isEqualTo(count);
    assertThat(list(ListProductsRequest.newBuilder().setPageSize(1)).getTotalSize())
        .isEqualTo(count);
    assertThat(importAll(requests).getWrittenCount()).as("again").isEqualTo(count);
    assertThat(list(ListProductsRequest.newBuilder().setPageSize(1)).getTotalSize())
        .isEqualTo(count);
  }
}
