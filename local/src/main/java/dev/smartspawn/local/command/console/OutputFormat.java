package dev.smartspawn.local.command.console;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a command that reads prints what it read. */
public enum OutputFormat {
  /** For people. */
  TABLE,
  /** For programs. */
  JSON;

  public static final class Converter implements ITypeConverter<OutputFormat> {

    @Override
    public OutputFormat convert(String text) {
      for (OutputFormat format : values()) {
        if (format.toString().equals(text)) {
          return format;
        }
      }
      throw new TypeConversionException(
          "'%s' is not a format: expected json or table".formatted(text));
    }
  }

  /** For shell completion. */
  public static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(OutputFormat::toString).iterator();
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
