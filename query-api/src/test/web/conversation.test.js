import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, besides } from "../../main/resources/web/conversation.js";

const message = (role, content) => ({ role, content });

test("a task is what is asked, beside the system text", () => {
  assert.equal(asked({ task: "T", system: "S" }), "T");
  assert.deepEqual(besides({ task: "T", system: "S" }), [["system", "S"]]);
  assert.deepEqual(besides({ task: "T" }), []);
});

test("the user's last message is what is asked, beside all others", () => {
  const messages = [
    message("user", "one"),
    message("assistant", "two"),
    message("user", "three"),
    message("system", "!"),
  ];

  assert.equal(asked({ messages }), "three");
  assert.deepEqual(besides({ messages }), [
    ["user", "one"],
    ["assistant", "two"],
    ["system", "!"],
  ]);
});

test("the parts of a message are joined, and one without a text is named", () => {
  const parts = [
    { type: "text", text: "What is" },
    { type: "image_url", image_url: { url: "https://example.org/a.png" } },
    { type: "text", text: "this?" },
  ];

  assert.equal(asked({ messages: [message("user", parts)] }), "What is\n[image_url]\nthis?");
});

test("a spawn whose request was not read asked nothing", () => {
  assert.equal(asked({}), undefined);
  assert.deepEqual(besides({}), []);
});
