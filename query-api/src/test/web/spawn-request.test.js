import assert from "node:assert/strict";
import { test } from "node:test";
import {
  namesIn,
  numberIn,
  requestBody,
  responseFormatIn,
  schemaMistake,
} from "../../main/resources/web/spawn-request.js";

test("what was left empty is not sent", () => {
  const values = { task: "T", label: "", category: "", dryRun: false, "privacy.providers.only": [], files: [] };

  assert.deepEqual(requestBody({ ...values, "parameters.maxTokens": numberIn(" ") }), { task: "T" });
});

test("a value of zero is sent", () => {
  assert.deepEqual(requestBody({ "parameters.temperature": numberIn("0") }), { parameters: { temperature: 0 } });
});

test("fields are nested as the API reads them", () => {
  const values = {
    task: "T",
    system: "S",
    dryRun: true,
    "parameters.effort": "low",
    "parameters.maxTokens": 500,
    "privacy.dataCollection": "deny",
    "privacy.providers.ignore": namesIn(" azure, deepinfra/turbo ,,"),
  };

  assert.deepEqual(requestBody(values), {
    task: "T",
    system: "S",
    parameters: { effort: "low", maxTokens: 500 },
    privacy: { dataCollection: "deny", providers: { ignore: ["azure", "deepinfra/turbo"] } },
    dryRun: true,
  });
});

test("a form of the answer is any JSON, or a schema", () => {
  assert.equal(responseFormatIn("\n"), "json");
  assert.deepEqual(responseFormatIn('{"type": "array"}'), { type: "array" });
});

for (const text of ["", "  ", "{}", '{"type": "array"}']) {
  test(`no mistake in ${JSON.stringify(text)}`, () => assert.equal(schemaMistake(text), ""));
}

for (const text of ["{", "json", "[]", "7", "null", '"json"']) {
  test(`a mistake in ${text}`, () => assert.match(schemaMistake(text), /JSON/));
}
