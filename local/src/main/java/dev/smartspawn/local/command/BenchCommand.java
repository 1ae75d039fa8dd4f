package dev.smartspawn.local.command;

import dev.smartspawn.local.bench.Benchmark;
import dev.smartspawn.local.bench.Measurement;
import dev.smartspawn.local.command.console.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the system on this machine against its promises. */
@Command(
    name = "bench",
    description = "Measure refresh, restart, memory and /pick; takes a few minutes.",
    footer = {"", "docs/benchmarks.md describes the method. Ends with 1 when a promise is missed."})
final class BenchCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "how often each figure is taken (default: ${DEFAULT-VALUE})")
  int rounds;

  @Option(
      names = "--shared",
      paramLabel = "DIR",
      description = "folder with the recordings and their server (default: beside the project)")
  @Nullable Path shared;

  @Override
  public Integer call() throws IOException, InterruptedException, TimeoutException {
    PrintWriter out = spec.commandLine().getOut();
    Path work = Files.createTempDirectory("smart-spawn-bench");
    out.println("state and output: " + work);
    Path recordings = shared != null ? shared : Project.home().resolveSibling("shared");
    List<Measurement> measured = new Benchmark(Project.home(), work, rounds, out).run(recordings);
    return measured.stream().allMatch(Measurement::isMet) ? ExitCode.OK : ExitCode.FAILURE;
  }
}
