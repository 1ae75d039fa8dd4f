package dev.smartspawn.schema.privacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a request may go to providers that keep it, or train models on it. */
public enum DataCollection {
  ALLOW,
  DENY;

  public static final String KNOWN = "allow, deny";

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DataCollection> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
