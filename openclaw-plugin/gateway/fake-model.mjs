import { createServer } from "node:http";

/**
 * An OpenAI-compatible chat API on loopback with answers from a test: `answer` gets the whole
 * request body and returns text, or {tool, args} for a tool call.
 */
export class FakeModel {
  static start(answer) {
    const requests = [];
    const server = createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request) {
        text += chunk;
      }
      if (request.method !== "POST") {
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ object: "list", data: [] }));
        return;
      }
      const body = JSON.parse(text);
      requests.push(body);
      const reply = message(answer(body));
      body.stream ? sendStream(response, body.model, reply) : sendWhole(response, body.model, reply);
    });
    return new Promise((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve(new FakeModel(server, requests)));
    });
  }

  constructor(server, requests) {
    this.server = server;
    this.requests = requests;
    this.url = `http://127.0.0.1:${server.address().port}/v1`;
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

/** The text of all messages to the model, including the system prompt. */
export function allText(body) {
  return body.messages.map((message) => textOf(message)).join("\n");
}

/** The tools' answers, parsed if they are JSON. */
export function toolAnswers(body) {
  return body.messages
    .filter((message) => message.role === "tool")
    .map((message) => {
      try {
        return JSON.parse(textOf(message));
      } catch {
        return textOf(message);
      }
    });
}

function textOf({ content }) {
  return typeof content === "string" ? content : (content ?? []).map((part) => part.text ?? "").join("");
}

let calls = 0;

function message(answer) {
  if (typeof answer === "string") {
    return { message: { role: "assistant", content: answer }, finish: "stop" };
  }
  const call = {
    id: `call_${++calls}`,
    type: "function",
    function: { name: answer.tool, arguments: JSON.stringify(answer.args) },
  };
  return { message: { role: "assistant", content: null, tool_calls: [call] }, finish: "tool_calls" };
}

const USAGE = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };

function sendWhole(response, model, { message, finish }) {
  response.writeHead(200, { "content-type": "application/json" });
  const choices = [{ index: 0, message, finish_reason: finish }];
  response.end(
    JSON.stringify({ id: "gen-1", object: "chat.completion", created: 1, model, choices, usage: USAGE }),
  );
}

function sendStream(response, model, { message, finish }) {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const chunk = (choices, usage) => {
    const event = { id: "gen-1", object: "chat.completion.chunk", created: 1, model, choices, usage };
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const delta = { ...message, tool_calls: message.tool_calls?.map((call, index) => ({ index, ...call })) };
  chunk([{ index: 0, delta, finish_reason: null }]);
  chunk([{ index: 0, delta: {}, finish_reason: finish }]);
  chunk([], USAGE);
  response.end("data: [DONE]\n\n");
}
