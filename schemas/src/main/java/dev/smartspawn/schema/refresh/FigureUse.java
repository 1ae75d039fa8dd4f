package dev.smartspawn.schema.refresh;

import java.util.List;

/**
 * What is used of a source that publishes the same figures as another one.
 *
 * @param boards a sentence per board: whether its figures are used, and why
 */
public record FigureUse(List<String> boards) {

  public FigureUse {
    boards = boards == null ? List.of() : List.copyOf(boards);
  }
}
