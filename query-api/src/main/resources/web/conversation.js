// What a spawn was asked.

/** The task, or the user's last message. */
export function asked(spawn) {
  return spawn.task ?? textOf(spawn.messages?.findLast(isUsers));
}

/** Everything said beside what is asked: [role, text] of each, in order. */
export function besides(spawn) {
  const messages = spawn.messages ?? [];
  const last = messages.findLastIndex(isUsers);
  const others = messages.filter((_, index) => index !== last).map((each) => [each.role, textOf(each)]);
  return spawn.system ? [["system", spawn.system], ...others] : others;
}

const isUsers = ({ role }) => role === "user";

/** A content is a text or a list of parts, of which those without a text are named by their type. */
function textOf(message) {
  const content = message?.content;
  return Array.isArray(content) ? content.map(({ type, text }) => text ?? `[${type}]`).join("\n") : content;
}
