package io.shelfwise.standalone.value;

import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.process.ServerOptions;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.ListCustomerValuesRequest;
import io.shelfwise.value.v1.ListCustomerValuesResponse;
import io.shelfwise.value.v1.Stage;
import io.shelfwise.value.v1.Tier;
import io.shelfwise.value.v1.ValueServiceGrpc;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceBlockingStub;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shelfwise value export}: the values of all customers as CSV, page by page. */
@Command(
    name = "export",
    description =
        "Writes the values of a running shop's customers as CSV, a row for each who bought.")
final class ExportCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where to write, packed by gzip if the name ends in .gz (default: to the standard output).")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      converter = Words.TierConverter.class,
      description = "Only customers of this tier: low, medium or high.")
  private Optional<Tier> tier = Optional.empty();

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      converter = Words.StageConverter.class,
      description =
          "Only customers in this stage: acquisition, growth, retention, at-risk or churned.")
  private Optional<Stage> stage = Optional.empty();

  @Option(
      names = "--segment",
      paramLabel = "SEGMENT",
      description = "Only customers in this segment, such as rfm:champions; may be repeated.")
  private List<String> segments = List.of();

  @Option(
      names = "--order-by",
      paramLabel = "FIELD",
      defaultValue = "customer",
      description =
          "The order: customer, lifetime_value, revenue, order_count, recency_days or active_probability,"
              + " with desc behind it for the largest first (default: ${DEFAULT-VALUE}). Only by customer is"
              + " every one met once while values change.")
  private String orderBy = "";

  @Option(
      names = "--horizon-days",
      paramLabel = "DAYS",
      description = "How far ahead to look (default: as the shop is configured).")
  private Optional<Double> horizonDays = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    long rows;
    try (RpcChannel channel = server.open()) {
      rows = export(ValueServiceGrpc.newBlockingStub(channel.channel()));
    } catch (IOException e) {
      throw new CommandFailure("the values cannot be written: " + e.getMessage(), e);
    }
    PrintWriter told = spec.commandLine().getErr();
    told.printf(Locale.ROOT, "%,d customers%n", rows);
    told.flush();
  }

  private long export(ValueServiceBlockingStub values) throws IOException {
    if (out.isPresent()) {
      try (Writer file = create(out.get())) {
        return write(values, request(), file);
      }
    }
    PrintWriter shown = spec.commandLine().getOut();
    long rows = write(values, request(), shown);
    shown.flush();
    return rows;
  }

  private static long write(
      ValueServiceBlockingStub values, ListCustomerValuesRequest request, Writer writer)
      throws IOException {
    writer.write(ValueCsv.titles());
    long rows = 0;
    ListCustomerValuesRequest next = request;
    while (true) {
      ListCustomerValuesResponse page = values.listCustomerValues(next);
      for (CustomerValue value : page.getValuesList()) {
        writer.write(ValueCsv.row(value));
        rows++;
      }
      if (page.getNextPageToken().isEmpty()) {
        return rows;
      }
      next = request.toBuilder().setPageToken(page.getNextPageToken()).build();
    }
  }

  private ListCustomerValuesRequest request() {
    ListCustomerValuesRequest.Builder request =
        ListCustomerValuesRequest.newBuilder()
            .setParent(server.storeName())
            .setPageSize(PAGE_SIZE)
            .setOrderBy(orderBy)
            .addAllSegments(segments);
    tier.ifPresent(request::setTier);
    stage.ifPresent(request::setStage);
    horizonDays.ifPresent(request::setHorizonDays);
    return request.build();
  }

  private static Writer create(Path file) throws IOException {
    OutputStream bytes = Files.newOutputStream(file);
    return new OutputStreamWriter(
        file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes,
        StandardCharsets.UTF_8);
  }
}
