package dev.smartspawn.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.smartspawn.schema.kafka.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;

/** A client that is made elsewhere would lack the operator's security settings. */
class KafkaClientsRoomTest {

  private static final JavaClasses PROJECT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.smartspawn");

  @Test
  void onlyOneClassMakesKafkaClients() {
    noClasses()
        .that(DescribedPredicate.not(belongToAnyOf(KafkaClients.class)))
        .should()
        .callCodeUnitWhere(
            new DescribedPredicate<>("makes a Kafka client") {
              @Override
              public boolean test(JavaCall<?> call) {
                return makesClient(call);
              }
            })
        .check(PROJECT);
  }

  private static boolean makesClient(JavaCall<?> call) {
    boolean constructs =
        call.getName().equals("<init>")
            && belongToAnyOf(
                    KafkaProducer.class,
                    KafkaConsumer.class,
                    KafkaShareConsumer.class,
                    KafkaStreams.class)
                .test(call.getTargetOwner());
    boolean creates =
        call.getName().equals("create")
            && resideInAPackage("org.apache.kafka.clients.admin").test(call.getTargetOwner())
            && belongToAnyOf(Admin.class, AdminClient.class).test(call.getTargetOwner());
    return constructs || creates;
  }
}
