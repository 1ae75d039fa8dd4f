package dev.smartspawn.local.command.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.topic.KafkaAddress;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.source.Source;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Asks for fresh data and, unless told otherwise, waits until it is served. */
@Command(
    name = "refresh",
    description = "Pull the sources now, and wait until what they say is served.",
    footer = {"", "Ends with 1 when a source was not pulled or its pull failed."})
public final class RefreshSourcesCommand implements Callable<Integer> {

  private static final String REQUESTED_BY = "command line";

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      split = ",",
      converter = SourceConverter.class,
      description = "only this source, as hf-leaderboard; may be repeated")
  List<Source> sources = List.of();

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "send the command to this Kafka instead of to the REST API")
  @Nullable String bootstrapServers;

  @Option(names = "--no-wait", description = "do not wait for the pulls")
  boolean noWait;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "wait at most this long (default: ${DEFAULT-VALUE})")
  long timeoutSeconds;

  @Override
  public Integer call() {
    if (noWait) {
      return ask().isEmpty() ? ExitCode.FAILURE : ExitCode.OK;
    }
    // The answer alone is for standard output when a program reads it.
    PrintWriter lines = api.isJson() ? spec.commandLine().getErr() : spec.commandLine().getOut();
    RefreshProgress progress = new RefreshProgress(api.api(), lines);
    List<Source> asked = ask();
    boolean well = progress.await(asked, Duration.ofSeconds(timeoutSeconds));
    return well && !asked.isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
  }

  /** Returns the sources that are pulled now, or may be. */
  private List<Source> ask() {
    PrintWriter out = spec.commandLine().getOut();
    return bootstrapServers == null ? post(out) : produce(bootstrapServers, out);
  }

  private List<Source> post(PrintWriter out) {
    JsonNode answer = api.api().post("/refresh", command());
    api.print(answer, out, body -> printRefusals(body.path("data"), out));
    JsonNode answers = answer.at("/data/sources");
    return Source.PULLED.stream()
        .filter(source -> answers.path(source.statusField()).path("started").asBoolean())
        .toList();
  }

  private List<Source> produce(String brokers, PrintWriter out) {
    RefreshCommandProducer.send(new KafkaAddress(brokers), command());
    out.printf("sent to %s%n", brokers);
    return sources.isEmpty() ? Source.PULLED : sources;
  }

  private RefreshCommand command() {
    return new RefreshCommand(sources.isEmpty() ? null : sources, REQUESTED_BY);
  }

  private static void printRefusals(JsonNode data, PrintWriter out) {
    for (Source source : Source.PULLED) {
      JsonNode answer = data.path("sources").path(source.statusField());
      if (!answer.isMissingNode() && !answer.path("started").asBoolean()) {
        out.printf("%-20s not pulled: %s%n", source, FigureFormat.text(answer.path("reason")));
      }
    }
    if (!data.path("started").asBoolean() && data.path("sources").isEmpty()) {
      out.println("not started: " + FigureFormat.text(data.path("reason")));
    }
  }

  /** By its id, with the known ones in the error. */
  static final class SourceConverter implements ITypeConverter<Source> {

    @Override
    public Source convert(String id) {
      try {
        return Source.of(id);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
