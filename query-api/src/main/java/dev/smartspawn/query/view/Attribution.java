package dev.smartspawn.query.view;

/** Credit a source asks for wherever its figures are shown. */
public record Attribution(String text, String url) {

  public static final Attribution ARTIFICIAL_ANALYSIS =
      new Attribution("Artificial Analysis", "https://artificialanalysis.ai");
}
