package dev.smartspawn.enrich.name.parse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One name per maker: every source spells makers differently, and makers rename themselves. */
public final class Makers {

  /** One maker per line, by all the names sources use for it; letters and digits only. */
  private static final String SYNONYMS =
      """
      anthropic
      openai
      google deepmind googledeepmind
      meta metallama facebook metaai
      mistral mistralai
      deepseek deepseekai
      alibaba aliaba alibabacloud qwen
      moonshot moonshotai kimi
      zai zaiorg zhipu zhipuai thudm tsinghua
      xai
      amazon aws
      nvidia
      cohere cohereforai coherelabs c4ai
      ai21 ai21labs
      bytedance bytedanceseed
      baidu
      tencent tencenthunyuan
      minimax minimaxai
      inception inceptionai inceptionlabs
      liquid liquidai
      allenai ai2 ai2uw allenaiuw
      nous nousresearch
      microsoft microsoftai azure microsoftazure
      ibm ibmgranite
      stepfun stepfunai
      xiaomi xiaomimimo
      arcee arceeai
      reka rekaai
      perplexity perplexityai
      inclusionai antgroup
      kwaipilot kwaikat kuaishou kwai
      meituan meituanlongcat longcat
      deepcogito
      upstage upstageai
      primeintellect
      servicenow servicenowai
      lg lgai
      01ai
      tii tiiuae
      huggingface huggingfaceh4 huggingfacetb
      databricks
      snowflake
      nexusflow
      poolside
      thinkingmachines
      sakana sakanaai
      writer
      inflection
      openchat
      cognitivecomputations
      """;

  /**
   * Words that only say who made a model. Makers whose name is part of their models' names too
   * (Mistral Large, DeepSeek V3) are not among them.
   */
  private static final Set<String> SIGNATURES =
      Set.of(
          "anthropic",
          "openai",
          "google",
          "deepmind",
          "meta",
          "nvidia",
          "amazon",
          "aws",
          "ibm",
          "microsoft",
          "azure",
          "moonshot",
          "moonshotai",
          "zai",
          "z.ai",
          "xai",
          "x.ai",
          "tencent",
          "baidu",
          "bytedance",
          "doubao",
          "dola",
          "alibaba",
          "cohere",
          "c4ai",
          "cohereforai",
          "ai21",
          "ai2",
          "allenai",
          "nous",
          "nousresearch",
          "arcee",
          "inclusionai",
          "stepfun",
          "xiaomi",
          "perplexity",
          "meituan",
          "upstage",
          "kwaipilot",
          "inception",
          "liquid",
          "liquidai");

  private static final Map<String, String> MAKER_BY_SYNONYM = new HashMap<>();

  static {
    SYNONYMS
        .lines()
        .map(line -> line.split(" "))
        .forEach(
            names -> Arrays.stream(names).forEach(name -> MAKER_BY_SYNONYM.put(name, names[0])));
  }

  private Makers() {}

  /** The maker's one name here; null for an unknown maker. */
  public static @Nullable String known(@Nullable String written) {
    return written == null ? null : MAKER_BY_SYNONYM.get(NameSpelling.plain(written));
  }

  static boolean isSignature(String word) {
    return SIGNATURES.contains(word);
  }
}
