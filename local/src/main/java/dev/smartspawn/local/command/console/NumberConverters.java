package dev.smartspawn.local.command.console;

import java.math.BigDecimal;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers in options; a mistake is told without the parser's types. */
public final class NumberConverters {

  private NumberConverters() {}

  /** For every command of {@code commandLine}. */
  public static void register(CommandLine commandLine) {
    String whole = "a whole number";
    commandLine
        .registerConverter(Integer.class, converter(Integer::valueOf, whole))
        .registerConverter(int.class, converter(Integer::valueOf, whole))
        .registerConverter(Long.class, converter(Long::valueOf, whole))
        .registerConverter(long.class, converter(Long::valueOf, whole))
        .registerConverter(BigDecimal.class, converter(BigDecimal::new, "a number such as 0.25"));
  }

  private static <T> ITypeConverter<T> converter(Function<String, T> parser, String expected) {
    return text -> {
      try {
        return parser.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'%s': expected %s".formatted(text, expected));
      }
    };
  }
}
