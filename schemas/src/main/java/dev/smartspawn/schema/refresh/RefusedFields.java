package dev.smartspawn.schema.refresh;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values of a source's records that were refused because they cannot be true.
 *
 * @param counts field to the number of its values that were refused
 * @param newEditions metrics of which so many figures are off their scale that the source seems to
 *     have changed the scale; none of their figures are used, and {@code counts} leaves them out
 */
public record RefusedFields(Map<String, Integer> counts, List<String> newEditions) {

  public static final RefusedFields NONE = new RefusedFields(Map.of(), List.of());

  public RefusedFields {
    counts =
        counts == null
            ? Map.of()
            : Collections.unmodifiableMap(new TreeMap<String, Integer>(counts));
    newEditions = newEditions == null ? List.of() : List.copyOf(newEditions);
  }
}
