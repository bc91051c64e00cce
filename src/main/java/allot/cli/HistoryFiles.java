package allot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes the files behind {@code --history}, up to the next option: what begins with a dash and is
 * more than one is an option, whether the verb knows it or not.
 */
final class HistoryFiles implements IParameterConsumer {
  @Override
  @SuppressWarnings("JdkObsolete") // picocli's own
  public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
    List<String> files = new ArrayList<>(option.<List<String>>getValue());
    int before = files.size();
    while (!arguments.isEmpty() && isFile(arguments.peek())) {
      files.add(arguments.pop());
    }
    if (files.size() == before) {
      throw new MissingParameterException(
          new CommandLine(command), option, "--history names no file");
    }
    option.setValue(files);
  }

  private static boolean isFile(String argument) {
    return argument.equals("-") || !argument.startsWith("-");
  }
}
