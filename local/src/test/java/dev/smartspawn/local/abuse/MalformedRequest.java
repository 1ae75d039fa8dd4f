package dev.smartspawn.local.abuse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * One kind of request that nobody should send.
 *
 * @param manner how it is sent
 */
record MalformedRequest(String kind, Manner manner, Supplier<byte[]> bytes) {

  enum Manner {
    /** All at once, and the answer is read. */
    WHOLE,
    /** A few bytes at a time, and never to its end. */
    SLOW,
    /** Sent, and the connection dropped without a look at the answer. */
    DROPPED
  }

  private static final String JSON = "Content-Type: application/json\r\n";

  static final List<MalformedRequest> KINDS =
      List.of(
          get("percent that is no number", "/pick?task=%zz"),
          get("percent cut off", "/pick?task=coding%4"),
          get("overlong UTF-8", "/pick?task=%c0%af"),
          get("bytes that are no UTF-8", "/pick?task=%ff%fe"),
          get("half a surrogate pair", "/pick?task=%ed%a0%80"),
          get("encoded null byte", "/models/a%00/b"),
          get("plain null byte", "/pick?task=a\0b"),
          get("path upwards", "/../../../etc/passwd"),
          get("encoded path upwards", "/reference/%2e%2e%2f%2e%2e%2fopenapi.json"),
          get("path with backslashes", "/reference/..\\..\\openapi.json"),
          get("path encoded twice", "/models/%252e%252e%252f%252e"),
          get("path of dots and slashes", "//.//./;a=b/models//"),
          get("overlong address", "/models/" + "a/".repeat(35_000)),
          get("overlong parameter", "/pick?task=" + "long+".repeat(20_000)),
          get("parameter given twice", "/pick?task=coding&task=vision"),
          get("unknown parameter", "/models?__proto__=1"),
          get("two thousand parameters", "/pick?" + "a=b&".repeat(2_000)),
          get("number beyond all bounds", "/models?limit=99999999999999999999"),
          get("query in the query", "/compare?ids=a/b,c/d?x=y&&&="),
          get("header beyond all bounds", "/status", "X-Long: " + "x".repeat(120_000)),
          get("name of a header beyond all bounds", "/status", "X" + "y".repeat(50_000) + ": 1"),
          get("150 headers", "/status", "X-Many: 1\r\n".repeat(149) + "X-Many: 1"),
          get("control character in a header", "/status", "X-Control: a\u0001b"),
          get("folded header", "/status", "X-Folded: a\r\n  b"),
          get("request id with a line break", "/nothing", "X-Request-Id: a\r\n\tSet-Cookie: b"),
          get("two hosts", "/status", "Host: localhost"),
          text("no host", "GET /status HTTP/1.1\r\nConnection: close\r\n\r\n"),
          text(
              "foreign host",
              "GET /status HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
          post("foreign origin", "/refresh", "Origin: https://evil.example\r\n" + JSON, "{}"),
          text(
              "unknown method",
              "BREW /pick HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
          text(
              "CONNECT",
              "CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
          post("method that is not for it", "/pick?task=coding", JSON, "{}"),
          text("version there is none of", "GET /status HTTP/7.7\r\nHost: localhost\r\n\r\n"),
          text("no version", "GET /status\r\n\r\n"),
          text(
              "no HTTP at all",
              "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003nonsense\r\n\r\n"),
          text(
              "line ends without returns",
              "GET /status HTTP/1.1\nHost: localhost\nConnection: close\n\n"),
          get("upgrade nobody offers", "/status", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk"),
          post("deep JSON", "/spawns", JSON, "{\"task\":" + "[".repeat(50_000)),
          post(
              "JSON of the wrong kinds",
              "/spawns",
              JSON,
              "{\"task\":{\"a\":[]},\"mode\":3,\"require\":\"x\"}"),
          post(
              "number without end", "/spawns", JSON, "{\"task\":\"x\",\"maxCostUsd\":1e999999999}"),
          post("field given twice", "/spawns", JSON, "{\"task\":\"\",\"task\":\"\"}"),
          post("bytes in a body that are no UTF-8", "/spawns", JSON, "{\"task\":\"\u00ff\u00fe\"}"),
          post(
              "body of another kind",
              "/spawns",
              "Content-Type: text/xml; charset=utf-16\r\n",
              "<task/>"),
          declared("body that says it is too large", "Content-Length: 99999999999", "{"),
          declared("length below zero", "Content-Length: -5", "{}"),
          declared("two lengths", "Content-Length: 2\r\nContent-Length: 30", "{}"),
          declared(
              "length and chunks",
              "Content-Length: 4\r\nTransfer-Encoding: chunked",
              "0\r\n\r\nGET /x HTTP/1.1\r\n\r\n"),
          declared("chunk without a size", "Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n"),
          declared("coding nobody knows", "Transfer-Encoding: rot13", "{}"),
          get("event id that is none", "/spawns/nobody/events", "Last-Event-ID: 1e9; DROP"),
          new MalformedRequest(
              "stream that is dropped",
              Manner.DROPPED,
              latin("GET /spawns/nobody/events HTTP/1.1\r\nHost: localhost\r\n\r\n")),
          new MalformedRequest(
              "answer nobody reads",
              Manner.DROPPED,
              latin("GET /models?limit=1000 HTTP/1.1\r\nHost: localhost\r\n\r\n")),
          new MalformedRequest("half a request", Manner.DROPPED, latin("GET /pick?tas")),
          new MalformedRequest(
              "half a body",
              Manner.DROPPED,
              latin(
                  "POST /spawns HTTP/1.1\r\nHost: localhost\r\n"
                      + JSON
                      + "Content-Length: 500\r\n\r\n{\"task\":")),
          new MalformedRequest(
              "slow header",
              Manner.SLOW,
              latin("GET /status HTTP/1.1\r\nHost: localhost\r\nX-Slow: a")),
          new MalformedRequest(
              "slow body",
              Manner.SLOW,
              latin(
                  "POST /spawns HTTP/1.1\r\nHost: localhost\r\n"
                      + JSON
                      + "Content-Length: 500\r\n\r\n{\"task\":")));

  private static MalformedRequest get(String kind, String path, String... headers) {
    String more = headers.length == 0 ? "" : headers[0] + "\r\n";
    return text(
        kind,
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "Connection: close\r\n\r\n");
  }

  private static MalformedRequest post(String kind, String path, String headers, String body) {
    return text(
        kind,
        "POST %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, headers, body.length(), body));
  }

  private static MalformedRequest declared(String kind, String length, String body) {
    return text(
        kind,
        "POST /spawns HTTP/1.1\r\nHost: localhost\r\n%s%s\r\nConnection: close\r\n\r\n%s"
            .formatted(JSON, length, body));
  }

  private static MalformedRequest text(String kind, String request) {
    return new MalformedRequest(kind, Manner.WHOLE, latin(request));
  }

  private static Supplier<byte[]> latin(String request) {
    return () -> request.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return kind;
  }
}
