package dev.smartspawn.worker.answer;

import dev.smartspawn.schema.spawn.FailureKind;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells from a status, and where the status leaves it open from the words, what kind of failure an
 * error is.
 */
final class StatusKinds {

  /** The provider's word for the error decides before its status does. */
  private static final Map<String, FailureKind> CODES =
      Map.ofEntries(
          Map.entry("insufficient_quota", FailureKind.NO_CREDIT),
          Map.entry("insufficient_balance", FailureKind.NO_CREDIT),
          Map.entry("arrearage", FailureKind.NO_CREDIT),
          Map.entry("insufficient_credits", FailureKind.NO_CREDIT),
          Map.entry("billing_hard_limit_reached", FailureKind.NO_CREDIT),
          Map.entry("billing_not_active", FailureKind.NO_CREDIT),
          Map.entry("exceeded_current_quota_error", FailureKind.NO_CREDIT),
          Map.entry("insufficient_user_quota", FailureKind.NO_CREDIT),
          Map.entry("budget_exceeded", FailureKind.NO_CREDIT),
          Map.entry("rate_limit_exceeded", FailureKind.RATE_LIMITED),
          Map.entry("rate_limit_error", FailureKind.RATE_LIMITED),
          Map.entry("rate_limit_reached_error", FailureKind.RATE_LIMITED),
          Map.entry("resource_exhausted", FailureKind.RATE_LIMITED),
          Map.entry("too_many_requests", FailureKind.RATE_LIMITED),
          Map.entry("throttlingexception", FailureKind.RATE_LIMITED),
          Map.entry("throttling", FailureKind.RATE_LIMITED),
          Map.entry("overloaded_error", FailureKind.UNAVAILABLE),
          Map.entry("engine_overloaded_error", FailureKind.UNAVAILABLE),
          Map.entry("server_error", FailureKind.UNAVAILABLE),
          Map.entry("internal_server_error", FailureKind.UNAVAILABLE),
          Map.entry("service_unavailable", FailureKind.UNAVAILABLE),
          Map.entry("context_length_exceeded", FailureKind.TOO_LONG),
          Map.entry("exceed_context_size_error", FailureKind.TOO_LONG),
          Map.entry("string_above_max_length", FailureKind.TOO_LONG),
          Map.entry("request_too_large", FailureKind.TOO_LONG),
          Map.entry("content_filter", FailureKind.CONTENT_FILTER),
          Map.entry("content_policy_violation", FailureKind.CONTENT_FILTER),
          Map.entry("responsibleaipolicyviolation", FailureKind.CONTENT_FILTER),
          Map.entry("data_inspection_failed", FailureKind.CONTENT_FILTER),
          Map.entry("moderation_blocked", FailureKind.CONTENT_FILTER),
          Map.entry("model_not_found", FailureKind.MODEL_GONE),
          Map.entry("model_not_available", FailureKind.MODEL_GONE),
          Map.entry("key_model_access_denied", FailureKind.MODEL_GONE),
          Map.entry("deploymentnotfound", FailureKind.MODEL_GONE),
          Map.entry("not_found_error", FailureKind.MODEL_GONE),
          Map.entry("invalid_api_key", FailureKind.UNAUTHORIZED),
          Map.entry("authentication_error", FailureKind.UNAUTHORIZED),
          Map.entry("invalid_authentication_error", FailureKind.UNAUTHORIZED));

  private static final Pattern NO_CREDIT =
      Pattern.compile(
          "insufficient (quota|balance|credit|fund)|credit balance|out of credits|no credits|not enough credit|"
              + "exceeded your current quota|quota.{0,40}(billing|plan)|payment required|top up|recharge|"
              + "suspended.{0,40}(balance|billing)|balance is (too low|insufficient)|spending limit|never purchased credits|not? have any credits|n't have any credits|overdue|arrear|budget.{0,20}exceeded|exceeded.{0,20}budget"
              + "|余额不足|额度不足|欠费|充值");

  /** Clear enough to count against a code that says "rate limit". */
  private static final Pattern EMPTY_ACCOUNT =
      Pattern.compile(
          "insufficient (balance|credit|fund)|(credit )?balance is (too low|insufficient)|suspended.{0,40}balance|余额不足|欠费");

  private static final Pattern REFUSED_KEY =
      Pattern.compile(
          "api.?key.{0,20}(not valid|invalid|incorrect|expired)|(invalid|incorrect|expired) api.?key");
  private static final Pattern RATE =
      Pattern.compile(
          "rate.?limit|too many requests|throttl|requests per (minute|second|day)|请求过于频繁|并发数|限流");
  private static final Pattern CONTEXT =
      Pattern.compile("context.?(length|window|size|limit)|context_length");
  private static final Pattern PROMPT_LIMIT = Pattern.compile("prompt tokens limit exceeded");
  private static final Pattern FILTERED =
      Pattern.compile(
          "moderat|flagged|content.?(filter|policy|management)|safety|inappropriate|harmful|sensitive content|policy violation|violat.{0,30}polic|content exists risk|不安全|敏感");
  private static final Pattern KEY =
      Pattern.compile(
          "api.?key|(?<!\\w)key(?!\\w)|token.{0,20}(invalid|expired)|(invalid|expired).{0,20}token|unauthori[sz]ed|authenticat|credential|bearer");
  private static final Pattern MODEL_GONE =
      Pattern.compile(
          "model.{0,80}(not (found|exist|available|a valid|supported|recognized)|does(n't| not) exist|unknown|invalid|no longer|deprecated|retired|decommissioned)"
              + "|(unknown|invalid|no such|not a valid|unsupported) model|no endpoints found|no allowed providers");

  private StatusKinds() {}

  /** Of an error that has no status: by its words, or else the server's. */
  static FailureKind of(ErrorText error) {
    FailureKind byWords = of(400, error);
    return byWords == FailureKind.REFUSED ? of(502, error) : byWords;
  }

  static boolean isKnown(String code) {
    return CODES.containsKey(code.toLowerCase(Locale.ROOT));
  }

  static FailureKind of(int status, ErrorText error) {
    FailureKind byCode = CODES.get(error.code().toLowerCase(Locale.ROOT));
    String words = (error.message() + ' ' + error.code()).toLowerCase(Locale.ROOT);
    // Too large for any wait: the limit is below what the request needs.
    if (status == 413 && byCode == FailureKind.RATE_LIMITED) {
      return FailureKind.TOO_LONG;
    }
    if (byCode == FailureKind.RATE_LIMITED && EMPTY_ACCOUNT.matcher(words).find()) {
      return FailureKind.NO_CREDIT;
    }
    return byCode == null ? byStatus(status, error, words) : byCode;
  }

  private static FailureKind byStatus(int status, ErrorText error, String words) {
    return switch (status) {
      case 401 -> FailureKind.UNAUTHORIZED;
      case 402 -> PROMPT_LIMIT.matcher(words).find() ? FailureKind.TOO_LONG : FailureKind.NO_CREDIT;
      case 403 -> forbidden(words);
      case 404, 410 -> FailureKind.MODEL_GONE;
      case 413 -> FailureKind.TOO_LONG;
      case 420, 429 ->
          NO_CREDIT.matcher(words).find() ? FailureKind.NO_CREDIT : FailureKind.RATE_LIMITED;
      // 424 is Bedrock's for a model that failed, 498 Groq's for want of capacity.
      case 409, 423, 424, 425, 498 -> FailureKind.UNAVAILABLE;
      // A gateway gave up waiting; the model behind it may have worked all the same.
      case 408, 499, 504, 520, 522, 524, 598, 599 -> FailureKind.TIMEOUT;
      default -> status >= 500 ? broken(words) : refused(error, words);
    };
  }

  /** Some gateways answer 500 to whatever the server behind them refuses. */
  private static FailureKind broken(String words) {
    return CONTEXT.matcher(words).find() ? FailureKind.TOO_LONG : FailureKind.UNAVAILABLE;
  }

  private static FailureKind forbidden(String words) {
    if (RATE.matcher(words).find()) {
      return FailureKind.RATE_LIMITED;
    }
    if (FILTERED.matcher(words).find()) {
      return FailureKind.CONTENT_FILTER;
    }
    if (NO_CREDIT.matcher(words).find()) {
      return FailureKind.NO_CREDIT;
    }
    return KEY.matcher(words).find() ? FailureKind.UNAUTHORIZED : FailureKind.REFUSED;
  }

  private static FailureKind refused(ErrorText error, String words) {
    if (RATE.matcher(words).find()) {
      return FailureKind.RATE_LIMITED;
    }
    if (ChangeFinder.isAboutWindow(error)) {
      return FailureKind.TOO_LONG;
    }
    if (NO_CREDIT.matcher(words).find()) {
      return FailureKind.NO_CREDIT;
    }
    if (REFUSED_KEY.matcher(words).find()) {
      return FailureKind.UNAUTHORIZED;
    }
    if (MODEL_GONE.matcher(words).find()) {
      return FailureKind.MODEL_GONE;
    }
    return FILTERED.matcher(words).find() ? FailureKind.CONTENT_FILTER : FailureKind.REFUSED;
  }
}
