# Stands in for the published image: the same jars, and its way of taking settings from the environment.
FROM eclipse-temurin:17-jre
COPY libs /opt/kafka/libs
COPY kafka-start /opt/kafka/start
CMD ["bash", "/opt/kafka/start"]
