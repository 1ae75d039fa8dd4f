package dev.smartspawn.schema.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An amount of US dollars, exact to the cent-millionth, so that sums are exact in any order. In
 * JSON it is a plain decimal number such as {@code 0.00012345}.
 *
 * @param centMillionths dollars times 100,000,000
 */
@JsonSerialize(using = Usd.AsNumber.class)
public record Usd(long centMillionths) implements Comparable<Usd> {

  private static final int SCALE = 8;

  public static final Usd ZERO = new Usd(0);

  /** Rounds up, so that a possible cost is never understated. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Usd of(BigDecimal dollars) {
    return new Usd(dollars.setScale(SCALE, RoundingMode.CEILING).unscaledValue().longValueExact());
  }

  /**
   * @param dollars such as {@code "1.25"}
   */
  public static Usd of(String dollars) {
    return of(new BigDecimal(dollars));
  }

  public static Usd sum(Collection<Usd> amounts) {
    return amounts.stream().reduce(ZERO, Usd::plus);
  }

  public Usd plus(Usd other) {
    return new Usd(Math.addExact(centMillionths, other.centMillionths));
  }

  public Usd minus(Usd other) {
    return new Usd(Math.subtractExact(centMillionths, other.centMillionths));
  }

  public boolean isAbove(Usd other) {
    return centMillionths > other.centMillionths;
  }

  public BigDecimal toDollars() {
    return BigDecimal.valueOf(centMillionths, SCALE);
  }

  @Override
  public int compareTo(Usd other) {
    return Long.compare(centMillionths, other.centMillionths);
  }

  /** For people: {@code $0.0012}, with all its decimals, at least two. */
  @Override
  public String toString() {
    BigDecimal stripped = toDollars().stripTrailingZeros();
    BigDecimal shown = stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    return (centMillionths < 0 ? "-$" : "$") + shown.abs().toPlainString();
  }

  /** A plain number, never in scientific notation. */
  static final class AsNumber extends JsonSerializer<Usd> {
    @Override
    public void serialize(Usd amount, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeNumber(amount.toDollars().toPlainString());
    }
  }
}
