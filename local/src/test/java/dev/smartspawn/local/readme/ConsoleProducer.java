package dev.smartspawn.local.readme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends each line of its input, as Kafka's own {@code kafka-console-producer.sh} does. */
final class ConsoleProducer {

  private ConsoleProducer() {}

  public static void main(String[] arguments) throws IOException {
    List<String> options = Arrays.asList(arguments);
    String servers = options.get(options.indexOf("--bootstrap-server") + 1);
    String topic = options.get(options.indexOf("--topic") + 1);
    try (BufferedReader input =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", servers),
                new StringSerializer(),
                new StringSerializer())) {
      input.lines().forEach(line -> producer.send(new ProducerRecord<>(topic, line)));
    }
  }
}
