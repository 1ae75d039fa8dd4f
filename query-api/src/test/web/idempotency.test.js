import assert from "node:assert/strict";
import { test } from "node:test";
import { idempotencyKey } from "../../main/resources/web/idempotency.js";

test("the same request from one form has the same key", () => {
  assert.equal(idempotencyKey("form", { task: "x" }), idempotencyKey("form", { task: "x" }));
});

test("a changed request, or another form, has another key", () => {
  const keys = [
    idempotencyKey("form", { task: "x" }),
    idempotencyKey("form", { task: "y" }),
    idempotencyKey("form", { task: "x", dryRun: false }),
    idempotencyKey("other", { task: "x" }),
  ];

  assert.equal(new Set(keys).size, keys.length);
});

test("a key is plain ASCII, whatever the task is", () => {
  assert.match(idempotencyKey("form", { task: "naïve 日本語 🙂" }), /^form-[0-9a-z]+$/);
});
