package dev.smartspawn.worker.provider;

import dev.smartspawn.schema.attachment.AttachmentMissingException;
import dev.smartspawn.schema.chat.ChatParameters;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.answer.AnswerReader;
import dev.smartspawn.worker.answer.KeyMask;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.answer.ProviderResponse;
import dev.smartspawn.worker.answer.ReportedUsage;
import dev.smartspawn.worker.attachment.AttachedFiles;
import dev.smartspawn.worker.attachment.FilledBody;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls models over HTTP, each in the form that it takes. */
public final class HttpChatApi implements ChatApi, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpChatApi.class);

  /** Slow models send something all the time; servers send comments while a model thinks. */
  private static final Duration SILENCE = Duration.ofSeconds(90);

  private final ProviderHttp http = new ProviderHttp();
  private final LearnedForms forms = new LearnedForms();
  private final AttachedFiles files;
  private final KeyMask mask;
  private final AnswerReader reader;

  /**
   * @param keys to be kept out of messages and answers
   */
  public HttpChatApi(List<String> keys, Clock clock) {
    this(keys, AttachedFiles.NONE, clock);
  }

  /**
   * @param keys to be kept out of messages and answers
   * @param files that requests name
   */
  public HttpChatApi(List<String> keys, AttachedFiles files, Clock clock) {
    this.files = files;
    this.mask = new KeyMask(keys);
    this.reader = new AnswerReader(mask, clock);
  }

  /** Keeps these keys, too, out of messages and answers. */
  public void hide(List<String> keys) {
    mask.add(keys);
  }

  @Override
  public ProviderAnswer complete(ModelCall call) {
    RequestForm form = forms.of(call.route());
    ChatRequestBody body = new ChatRequestBody(call, form);
    if (call.prompt().manner().required() && !body.leftOut().isEmpty()) {
      return failed(
          FailureKind.REFUSED,
          "it does not take " + ChatParameters.inWords(body.leftOut()),
          Charge.NOTHING);
    }
    Set<String> refused = body.refusedContent(form);
    if (!refused.isEmpty()) {
      return failed(
          FailureKind.REFUSED,
          refused.contains(ChatRequestBody.IMAGE)
              ? "it does not take images"
              : "it does not take files",
          Charge.NOTHING);
    }
    AtomicBoolean closed = new AtomicBoolean();
    try (FilledBody filled = files.fill(body.bytes())) {
      ProviderAnswer answer =
          http.post(
              url(call.route()),
              headers(call),
              filled,
              call.timeout(),
              SILENCE,
              response ->
                  reader.read(
                      new ProviderResponse(
                          response.code(),
                          response.headers().toMultimap(),
                          response.body().byteStream(),
                          pause -> ProviderHttp.shorten(response, pause)),
                      body.sent()),
              cancel -> call.openCalls().apply(closing(cancel, closed)));
      learn(call.route(), answer);
      if (answer instanceof Answered answered) {
        return answered.without(body.leftOut());
      }
      return closed.get() && answer instanceof Failed failed ? abandoned(failed) : answer;
    } catch (AttachmentMissingException e) {
      return failed(FailureKind.REFUSED, String.valueOf(e.getMessage()), Charge.NOTHING);
    } catch (ProviderHttp.NotSentException e) {
      return failed(
          FailureKind.UNREACHABLE,
          "the provider cannot be reached: " + unreachable(e.getCause()),
          Charge.NOTHING);
    } catch (InterruptedIOException e) {
      return failed(FailureKind.TIMEOUT, "no answer in time", Charge.UNKNOWN);
    } catch (IOException e) {
      return closed.get()
          ? failed(FailureKind.ABANDONED, ABANDONED, Charge.UNKNOWN)
          : failed(
              FailureKind.DISCONNECTED,
              "the connection broke before an answer came",
              Charge.UNKNOWN);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private static final String ABANDONED = "the spawn was over, and the call was closed";

  private static Failed abandoned(Failed failed) {
    return new Failed(
        FailureKind.ABANDONED,
        ABANDONED,
        Optional.empty(),
        Optional.empty(),
        failed.partial(),
        failed.charge(),
        failed.usage());
  }

  private static Runnable closing(Runnable cancel, AtomicBoolean closed) {
    return () -> {
      closed.set(true);
      cancel.run();
    };
  }

  private void learn(ModelRoute route, ProviderAnswer answer) {
    if (answer instanceof Failed failed) {
      failed
          .change()
          .ifPresent(
              change -> {
                log.info("{} takes {}", route.model(), change.description());
                forms.learn(route, change);
              });
    }
  }

  static Map<String, String> headers(ModelCall call) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "text/event-stream, application/json");
    headers.put("User-Agent", "smart-spawn");
    headers.put(RequestId.HTTP_HEADER, call.requestId().value());
    Provider provider = call.route().provider();
    Dialect dialect = provider.dialect();
    headers.putAll(dialect.headers());
    Dialect.Auth auth = dialect.auth();
    if (!auth.header().isEmpty()) {
      provider.key().ifPresent(key -> headers.put(auth.header(), auth.scheme() + key));
    }
    return headers;
  }

  static String url(ModelRoute route) {
    Dialect dialect = route.provider().dialect();
    String base = route.provider().baseUrl().toString();
    HttpUrl.Builder url =
        HttpUrl.get(base.endsWith("/") ? base.substring(0, base.length() - 1) : base).newBuilder();
    for (String segment : dialect.path().substring(1).split("/", -1)) {
      url.addPathSegment(segment.replace("{model}", route.nativeId()));
    }
    dialect.query().forEach(url::addQueryParameter);
    return url.build().toString();
  }

  static String unreachable(@Nullable Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return "its host name is not known";
    }
    if (cause instanceof SSLException) {
      return "no secure connection comes about";
    }
    if (cause instanceof SocketTimeoutException) {
      return "no connection in time";
    }
    return cause instanceof ConnectException ? "the connection is refused" : "the connection fails";
  }

  private static Failed failed(FailureKind kind, String message, Charge charge) {
    return new Failed(
        kind, message, Optional.empty(), Optional.empty(), "", charge, ReportedUsage.NONE);
  }
}
