import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ago,
  dateTime,
  duration,
  formatOf,
  halfWidth,
  money,
  number,
  percent,
  plainValue,
  signedMoney,
  tokens,
  words,
} from "../../main/resources/web/format.js";

const NOW = Date.parse("2026-07-22T10:00:00Z");
const secondsAgo = (seconds) => new Date(NOW - seconds * 1000).toISOString();

test("a missing value is a dash", () => {
  for (const format of [number, money, tokens, dateTime, plainValue]) {
    assert.equal(format(null), "–");
    assert.equal(format(undefined), "–");
  }
});

test("money shows small amounts with two significant digits", () => {
  const shown = [0.00000123, 0.0012, 0.05, 0.25, 0.994, 0.996, 1.5, 99.994, 100.4, 2500].map(money);

  assert.deepEqual(shown, [
    "$0.0000012",
    "$0.0012",
    "$0.050",
    "$0.25",
    "$0.99",
    "$1.00",
    "$1.50",
    "$99.99",
    "$100",
    "$2500",
  ]);
});

test("a negative price varies, and zero has no digits", () => {
  assert.equal(money(-1), "varies");
  assert.equal(money(0), "$0");
});

test("tokens are counted in thousands and millions", () => {
  assert.deepEqual([0, 999, 1000, 8192, 128_000, 1_000_000, 1_048_576, 200_000_000].map(tokens), [
    "–",
    "999",
    "1k",
    "8.2k",
    "128k",
    "1M",
    "1M",
    "200M",
  ]);
});

test("a time is relative in its largest unit", () => {
  const shown = [0, 0.4, 59, 60, 3600 * 3, 86400 * 2, 86400 * 365, -300].map((each) => ago(secondsAgo(each), NOW));

  assert.deepEqual(shown, [
    "just now",
    "just now",
    "59 s ago",
    "1 min ago",
    "3 h ago",
    "2 d ago",
    "1 y ago",
    "in 5 min",
  ]);
  assert.equal(ago(undefined, NOW), "never");
});

test("a duration is in milliseconds, seconds or minutes", () => {
  assert.deepEqual([0.4, 999, 1000, 59_949, 60_000, 150_000].map(duration), [
    "0 ms",
    "999 ms",
    "1.0 s",
    "59.9 s",
    "1 min",
    "3 min",
  ]);
});

test("a change of a price is shown in money, any other one as a number", () => {
  assert.equal(formatOf("price")(2), "$2.00");
  assert.equal(formatOf("score")(2), "2.0");
});

test("the half width of an interval has one digit", () => {
  assert.equal(halfWidth({ low: 40, high: 47 }), "3.5");
});

test("a fraction is shown in percent", () => {
  assert.equal(percent(0.876), "88 %");
});

test("a field's name is split into words", () => {
  assert.equal(words("functionCalling"), "function calling");
  assert.equal(words("speed · timeToFirstToken"), "speed · time to first token");
  assert.equal(words("vision"), "vision");
});

test("any JSON value has a plain form", () => {
  const shown = [true, false, ["a", "b"], [], 0.12345, "text", { a: 1 }].map(plainValue);

  assert.deepEqual(shown, ["yes", "no", "a, b", "–", "0.123", "text", '{"a":1}']);
});

test("an amount below zero has its sign", () => {
  assert.equal(signedMoney(-1.5), "−$1.50");
  assert.equal(signedMoney(0.002), "$0.0020");
  assert.equal(signedMoney(null), "–");
});
