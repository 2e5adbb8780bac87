package io.shelfwise.standalone.value;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.process.ServerOptions;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.GetValueModelRequest;
import io.shelfwise.value.v1.GetValueSummaryRequest;
import io.shelfwise.value.v1.ListCustomerValuesRequest;
import io.shelfwise.value.v1.ValueModel;
import io.shelfwise.value.v1.ValueServiceGrpc;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceBlockingStub;
import io.shelfwise.value.v1.ValueSummary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shelfwise value report}: what the customers of a running shop are worth, as tables. */
@Command(
    name = "report",
    description =
        "Shows what the customers of a running shop are and will be worth, by group; how good the models"
            + " are; and the most valuable customers.")
final class ReportCommand implements Runnable {
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--top",
      paramLabel = "COUNT",
      defaultValue = "10",
      description = "How many of the most valuable customers to show (default: ${DEFAULT-VALUE}).")
  private int top = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    try (RpcChannel channel = server.open()) {
      ValueServiceBlockingStub values = ValueServiceGrpc.newBlockingStub(channel.channel());
      ValueSummary summary =
          values.getValueSummary(
              GetValueSummaryRequest.newBuilder()
                  .setName(server.storeName() + "/valueSummary")
                  .build());
      new ValueReport(summary, model(values), most(values)).lines().forEach(out::println);
    }
    out.flush();
  }

  /** The models; empty if there are none, of which the summary tells the reason. */
  private Optional<ValueModel> model(ValueServiceBlockingStub values) {
    try {
      return Optional.of(
          values.getValueModel(
              GetValueModelRequest.newBuilder()
                  .setName(server.storeName() + "/valueModel")
                  .build()));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.FAILED_PRECONDITION) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<CustomerValue> most(ValueServiceBlockingStub values) {
    return top == 0
        ? List.of()
        : values
            .listCustomerValues(
                ListCustomerValuesRequest.newBuilder()
                    .setParent(server.storeName())
                    .setPageSize(top)
                    .build())
            .getValuesList();
  }
}
