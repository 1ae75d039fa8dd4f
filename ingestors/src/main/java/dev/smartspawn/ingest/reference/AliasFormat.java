package dev.smartspawn.ingest.reference;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.reference.Alias;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** aliases.yaml: {@code canonicalId: [names]}. */
public final class AliasFormat implements ReferenceFile.Format<Alias> {

  private static final Logger log = LoggerFactory.getLogger(AliasFormat.class);

  @Override
  public List<Alias> read(YamlNode root) throws ReferenceException {
    Map<String, Alias> aliases = new LinkedHashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    for (var entry : root.mapping("a mapping of model ids to lists of names").entrySet()) {
      CanonicalId id = entry.getKey().canonicalId();
      for (YamlNode item : entry.getValue().list("a list of names")) {
        String name = item.text("a name as text, in quotes if it looks like a number");
        Alias earlier = aliases.putIfAbsent(name, new Alias(name, id));
        if (earlier != null) {
          refuseTwoMeanings(item, earlier, id, lines.getOrDefault(name, 0));
        }
        lines.putIfAbsent(name, item.line());
      }
    }
    return new ArrayList<>(aliases.values());
  }

  private static void refuseTwoMeanings(
      YamlNode item, Alias earlier, CanonicalId id, int earlierLine) throws ReferenceException {
    if (!earlier.canonicalId().equals(id)) {
      throw item.wrong(
          "'%s' means %s on line %d already: expected each name under one model"
              .formatted(earlier.name(), earlier.canonicalId(), earlierLine));
    }
    log.warn("aliases: '{}' is listed twice under {}", earlier.name(), id);
  }
}
