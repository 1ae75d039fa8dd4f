package dev.smartspawn.query.view;

/** The credit a source requires where its figures are shown. */
public record Attribution(String text, String url) {

  public static final Attribution ARTIFICIAL_ANALYSIS =
      new Attribution("Artificial Analysis", "https://artificialanalysis.ai");
}
