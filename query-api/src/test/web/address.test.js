import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addressOf,
  currentAddress,
  encodedId,
  modelAddress,
  queryString,
  spawnAddress,
} from "../../main/resources/web/address.js";

test("an empty address is the Pick view", () => {
  for (const hash of ["", "#", "#/"]) {
    const { view, parts, params } = currentAddress(hash);
    assert.equal(view, "pick");
    assert.deepEqual(parts, []);
    assert.equal(params.size, 0);
  }
});

test("an address names the view, the parts of its path and its parameters", () => {
  const { view, parts, params } = currentAddress("#/spawns/a%2Fb?status=running");

  assert.equal(view, "spawns");
  assert.deepEqual(parts, ["a/b"]);
  assert.equal(params.get("status"), "running");
});

test("a part that cannot be decoded stays as it is", () => {
  assert.deepEqual(currentAddress("#/model/%E0%A4%A").parts, ["%E0%A4%A"]);
});

test("a question mark in a parameter does not end the query", () => {
  assert.equal(currentAddress(addressOf("/", { task: "why?" })).params.get("task"), "why?");
});

test("empty parameters are left out, and zero is not empty", () => {
  assert.equal(addressOf("/models", { q: "", tier: null, sort: undefined, free: false }), "#/models");
  assert.equal(queryString({ limit: 0, price: "0", free: true }), "?limit=0&price=0&free=true");
  assert.equal(queryString({}), "");
});

test("every parameter is read back as it was written", () => {
  const task = "fix the parser & write its tests: 100 % #now?";

  assert.equal(currentAddress(addressOf("/", { task })).params.get("task"), task);
});

test("a model's id is read back from its address", () => {
  for (const id of ["maker/model", "maker/model:free", "~maker/an odd name?"]) {
    assert.equal(currentAddress(modelAddress(id)).parts.join("/"), id);
  }
});

test("a spawn's id is one part of its address", () => {
  assert.deepEqual(currentAddress(spawnAddress("a/b c")).parts, ["a/b c"]);
  assert.equal(spawnAddress("0-1", { status: "failed" }), "#/spawns/0-1?status=failed");
});

test("the slash of a model's id is not encoded", () => {
  assert.equal(encodedId("maker/model:free"), "maker/model%3Afree");
});
