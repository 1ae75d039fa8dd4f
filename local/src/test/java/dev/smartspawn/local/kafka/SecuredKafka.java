package dev.smartspawn.local.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real broker with one listener for each of plain, SASL and SASL over TLS. The login is SCRAM.
 */
final class SecuredKafka implements AutoCloseable {

  static final String USER = "alice";

  /** Has no rights at all. */
  static final String GUEST = "guest";

  static final String PASSWORD = "correct horse";

  private static final String STORE_PASSWORD = "changeit";

  private final KafkaRaftServer server;
  private final Path keys;
  private final int plain;
  private final int sasl;
  private final int saslTls;

  private SecuredKafka(KafkaRaftServer server, Path keys, int plain, int sasl, int saslTls) {
    this.server = server;
    this.keys = keys;
    this.plain = plain;
    this.sasl = sasl;
    this.saslTls = saslTls;
  }

  static SecuredKafka start(Path folder) throws Exception {
    int plain = LoopbackPort.free();
    int sasl = LoopbackPort.free();
    int saslTls = LoopbackPort.free();
    int controller = LoopbackPort.free();
    Path keys = keyStore(folder);
    Path log = folder.resolve("log").toAbsolutePath();
    Properties properties = BrokerProperties.singleNode(log, plain, controller);
    properties.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,SASL_PLAINTEXT://127.0.0.1:%d,SASL_SSL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(plain, sasl, saslTls, controller));
    properties.put(
        "advertised.listeners",
        "PLAINTEXT://127.0.0.1:%d,SASL_PLAINTEXT://127.0.0.1:%d,SASL_SSL://127.0.0.1:%d"
            .formatted(plain, sasl, saslTls));
    properties.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT");
    properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    for (String listener : List.of("sasl_plaintext", "sasl_ssl")) {
      properties.put(
          "listener.name." + listener + ".scram-sha-512.sasl.jaas.config",
          "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }
    properties.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    properties.put("super.users", "User:ANONYMOUS;User:" + USER);
    properties.put("ssl.keystore.location", keys.toString());
    properties.put("ssl.keystore.password", STORE_PASSWORD);
    properties.put("ssl.key.password", STORE_PASSWORD);
    format(log);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    return new SecuredKafka(server, keys, plain, sasl, saslTls);
  }

  String plain() {
    return address(plain);
  }

  String sasl() {
    return address(sasl);
  }

  String saslTls() {
    return address(saslTls);
  }

  /** A client's properties file. */
  Path clientProperties(Path folder, String protocol, String password) throws Exception {
    return clientProperties(folder, protocol, USER, password);
  }

  /** A client's properties file. */
  Path clientProperties(Path folder, String protocol, String user, String password)
      throws Exception {
    String text =
        """
        security.protocol=%s
        sasl.mechanism=SCRAM-SHA-512
        sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="%s" password="%s";
        ssl.truststore.location=%s
        ssl.truststore.password=%s
        group.id=not-ours
        """
            .formatted(protocol, user, password, keys, STORE_PASSWORD);
    return Files.writeString(folder.resolve(protocol + user + password.length()), text);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static String address(int port) {
    return "127.0.0.1:" + port;
  }

  private static void format(Path log) throws Exception {
    Files.createDirectories(log);
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(BrokerProperties.NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
        .setMetadataLogDirectory(log.toString())
        .addDirectory(log.toString())
        .setScramArguments(List.of(scram(USER), scram(GUEST)))
        .run();
  }

  private static String scram(String user) {
    return "SCRAM-SHA-512=[name=%s,password=%s]".formatted(user, PASSWORD);
  }

  private static Path keyStore(Path folder) throws Exception {
    Path store = Files.createDirectories(folder).resolve("keys.p12").toAbsolutePath();
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD)
            .redirectErrorStream(true)
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IllegalStateException(
          "keytool failed: "
              + new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return store;
  }
}
