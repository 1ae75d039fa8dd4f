package dev.smartspawn.enrich.source;

import dev.smartspawn.enrich.catalogue.ListingCheck;
import dev.smartspawn.enrich.plausibility.SourceCheck;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.refresh.RefusedFields;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An input without the values that cannot be true.
 *
 * @param refused source to what was left out of its records; sources without refusals are absent
 * @param reasons one sentence per refused field and source
 */
public record PlausibleInput(
    EnrichmentInput input, Map<Source, RefusedFields> refused, List<String> reasons) {

  public static PlausibleInput of(EnrichmentInput input) {
    Map<Source, RefusedFields> refused = new TreeMap<>();
    List<String> reasons = new ArrayList<>();
    SourceCheck<OpenRouterModel> catalogue =
        SourceCheck.of(input.openRouter(), ListingCheck::plausible);
    note(Source.OPENROUTER, catalogue, refused, reasons);
    List<SourceRecords<?>> sources = new ArrayList<>();
    for (SourceRecords<?> records : input.sources()) {
      sources.add(checked(records, refused, reasons));
    }
    return new PlausibleInput(
        new EnrichmentInput(
            catalogue.records(), sources, input.aliases(), input.overrides(), input.today()),
        refused,
        reasons);
  }

  private static <T extends RawRecord> SourceRecords<T> checked(
      SourceRecords<T> records, Map<Source, RefusedFields> refused, List<String> reasons) {
    SourceReading<T> reading = records.reading();
    SourceCheck<T> checked = SourceCheck.of(records.records(), reading::plausible);
    note(reading.source(), checked, refused, reasons);
    return new SourceRecords<>(reading, checked.records());
  }

  private static void note(
      Source source,
      SourceCheck<?> checked,
      Map<Source, RefusedFields> refused,
      List<String> reasons) {
    if (!checked.refused().equals(RefusedFields.NONE)) {
      refused.put(source, checked.refused());
      checked.reasons().forEach(reason -> reasons.add(source + ": " + reason));
    }
  }
}
