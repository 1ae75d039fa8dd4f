package dev.smartspawn.query.recommend;

import java.util.List;

/**
 * @param chosen the best first; empty when no model meets the requirements
 * @param considered how many models met them
 */
public record Recommendations(List<Recommendation> chosen, int considered) {

  public Recommendations {
    chosen = List.copyOf(chosen);
  }
}
