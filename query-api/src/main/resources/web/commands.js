// Command lines that ask the same question as the Pick view.

import { queryString } from "./address.js";

/** Asks for a pick over REST. @param origin where the API is: "http://127.0.0.1:8080" */
export function curlCommand(question, origin) {
  const query = queryString({
    task: question.task.trim(),
    budget: question.budget,
    require: [...question.require].join(","),
    minContext: question.minContext,
    includeFree: question.includeFree,
  });
  return `curl ${quoted(origin + "/pick" + query)}`;
}

/**
 * Requests a spawn over Kafka. The broker's address is left to the shell's environment: a page
 * cannot know which of the broker's addresses its reader reaches.
 */
export function producerCommand(question) {
  const request = { task: question.task.trim(), budget: question.budget };
  if (question.require.size > 0) request.require = [...question.require];
  if (question.minContext) request.minContext = Number(question.minContext);
  const producer = `kafka-console-producer.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --topic spawn-requests`;
  return `echo ${quoted(JSON.stringify(request))} | ${producer}`;
}

const quoted = (text) => "'" + text.replaceAll("'", "'\\''") + "'";
