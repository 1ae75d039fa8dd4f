package dev.smartspawn.query.task;

/** The field of knowledge that all tasks of a kind belong to. */
final class Domains {
  private Domains() {}

  static String ofKind(String kind) {
    return switch (kind) {
      case "algebra",
          "school-algebra",
          "calculus",
          "differential-equations",
          "linear-algebra",
          "proof",
          "number-theory",
          "combinatorics",
          "probability",
          "bayes",
          "statistics",
          "geometry",
          "trigonometry",
          "competition-math",
          "latex-exam",
          "real-analysis",
          "abstract-algebra",
          "arithmetic-word",
          "word-problem",
          "sequence",
          "sequence-pattern",
          "series",
          "optimization",
          "numeric-script" ->
          "mathematics";
      case "physics-mechanics",
          "physics-em-waves",
          "physics-thermo-modern",
          "physics-calc",
          "chemistry",
          "chemistry-calc",
          "engineering-calc",
          "astronomy",
          "explain-science",
          "genetics" ->
          "science";
      case "finance-calc", "accounting-econ", "money-question" -> "finance";
      case "law-question", "contract-explain", "advice-legal" -> "legal";
      case "health-question", "advice-health", "pharma-nutrition-calc" -> "medical";
      case "slogan",
          "brand-copy",
          "ad-copy",
          "social-post",
          "product-description",
          "newsletter",
          "press-release",
          "market-analysis" ->
          "marketing";
      case "cooking", "recipe" -> "food";
      case "travel" -> "travel";
      case "parenting-education", "homework-photo" -> "education";
      default -> TaskHead.OTHER;
    };
  }
}
