package dev.smartspawn.local.command.console;

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
          "'%s' is no format: expected json or table".formatted(text));
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
