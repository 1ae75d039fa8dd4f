// Reads a server's answers with the official client of OpenAI, whole or streamed, and prints what the client makes of each: one JSON
// document a line. Arguments: the base URL, then the names of the answers; a name is the model that the server is asked for.
import OpenAI from 'openai';

const [baseURL, ...names] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey: 'none', maxRetries: 0 });

async function streamed(request) {
  const read = { content: '', refusal: '', toolCalls: 0, finishReason: null, usage: null };
  for await (const chunk of await client.chat.completions.create({ ...request, stream: true })) {
    read.usage = chunk.usage ?? read.usage;
    for (const choice of chunk.choices.filter((each) => each.index === 0)) {
      read.content += choice.delta.content ?? '';
      read.refusal += choice.delta.refusal ?? '';
      read.toolCalls += choice.delta.tool_calls?.length ?? 0;
      read.finishReason = choice.finish_reason ?? read.finishReason;
    }
  }
  return read;
}

async function whole(request) {
  const answer = await client.chat.completions.create(request);
  const { message, finish_reason: finishReason } = answer.choices[0];
  return {
    content: message.content ?? '',
    refusal: message.refusal ?? '',
    toolCalls: message.tool_calls?.length ?? 0,
    finishReason,
    usage: answer.usage ?? null,
  };
}

for (const name of names) {
  const request = { model: name, messages: [{ role: 'user', content: 'Name three primes.' }] };
  try {
    console.log(JSON.stringify({ name, ...(await (name.startsWith('stream') ? streamed(request) : whole(request))) }));
  } catch (error) {
    console.log(JSON.stringify({ name, failed: error.status ?? 200, message: String(error.message) }));
  }
}
