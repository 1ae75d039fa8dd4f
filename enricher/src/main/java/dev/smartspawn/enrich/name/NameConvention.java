package dev.smartspawn.enrich.name;

/** How a source writes names, as far as that decides what a name means. */
public enum NameConvention {
  /** The catalogue's own ids. */
  CATALOGUE_ID,
  /** Repositories on Hugging Face, most of them fine-tunes and copies of models on sale. */
  REPOSITORY,
  /** Names as people write them; a model that can think is called {@code base} if it did not. */
  BASE_MEANS_NOT_THINKING,
  /** Names as people write them. */
  PLAIN
}
