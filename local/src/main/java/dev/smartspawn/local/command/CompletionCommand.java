package dev.smartspawn.local.command;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script that makes a shell complete commands, options and their values. */
@Command(
    name = "completion",
    description = "Print a script for shell completion in bash and zsh.",
    footer = {"", "Use it with:  source <(./smart-spawn completion)"})
public final class CompletionCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    PrintWriter out = spec.commandLine().getOut();
    out.println(AutoComplete.bash(root.getCommandName(), root));
    out.flush();
  }
}
