package dev.smartspawn.query.status;

/** {@code GET /health/live} and {@code /health/ready}, when healthy. */
public record HealthBody(Health data) {

  public static HealthBody of(String status) {
    return new HealthBody(new Health(status));
  }

  public record Health(String status) {}
}
