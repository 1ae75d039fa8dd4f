// What several views show alike.

import { keepKey } from "/web/api.js";
import { modelAddress } from "/web/address.js";
import { h, s } from "/web/dom.js";
import { ago, dateTime } from "/web/format.js";

export function heading(title, lead) {
  return h("div", { class: "heading" }, h("h1", null, title), lead && h("p", { class: "lead" }, lead));
}

export function loading(what) {
  return h("div", { class: "notice quiet", role: "status" }, h("span", { class: "spinner", "aria-hidden": "true" }), "Loading ", what, "…");
}

export function empty(title, ...more) {
  return h("div", { class: "notice" }, h("strong", null, title), h("p", null, ...more));
}

/** What went wrong, and a way to try again; where a key is wanted, a place for it. */
export function failure(error, again) {
  return h("div", { class: "notice bad", role: "alert" },
    h("strong", null, error.status === 401 || error.status === 403 ? "Not allowed" : "That did not work"),
    h("p", null, error.message),
    error.status === 401 && keyForm(again),
    again && error.status !== 401 && h("button", { type: "button", onclick: again }, "Try again"));
}

function keyForm(again) {
  const field = h("input", { type: "password", autocomplete: "off", "aria-label": "API key" });
  return h("form", { class: "row", onsubmit: (event) => { event.preventDefault(); keepKey(field.value); again?.(); } },
    field, h("button", null, "Use this key"));
}

/** A button that copies a text and says so. */
export function copyButton(text, what) {
  const said = h("span", { class: "said", role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = "copied";
    } catch {
      said.textContent = "select and copy by hand";
    }
    setTimeout(() => { said.textContent = ""; }, 2000);
  };
  return h("span", { class: "copy" }, h("button", { type: "button", class: "small", onclick: copy, "aria-label": "Copy " + what }, "Copy"), said);
}

/** The interval of an estimate as a line with a dot, on a scale that a list shares. */
export function intervalBar(estimate, scale) {
  const at = (value) => (100 * (Math.min(Math.max(value, scale.min), scale.max) - scale.min)) / (scale.max - scale.min || 1);
  const low = at(estimate.low ?? estimate.estimate);
  const high = at(estimate.high ?? estimate.estimate);
  return s("svg", { class: "interval", viewBox: "0 0 100 12", preserveAspectRatio: "none", "aria-hidden": "true" },
    s("line", { class: "track", x1: 0, x2: 100, y1: 6, y2: 6 }),
    s("line", { class: "spread", x1: low, x2: Math.max(high, low + 0.6), y1: 6, y2: 6 }),
    s("line", { class: "middle", x1: at(estimate.estimate), x2: at(estimate.estimate), y1: 1, y2: 11 }));
}

/** A scale that holds all of these estimates, with some air. */
export function scaleOf(estimates) {
  const known = estimates.filter((each) => each && each.estimate !== null && each.estimate !== undefined);
  const min = Math.min(...known.map((each) => each.low ?? each.estimate));
  const max = Math.max(...known.map((each) => each.high ?? each.estimate));
  return known.length ? { min: Math.max(0, min - 2), max: Math.min(100, max + 2) } : { min: 0, max: 100 };
}

export function modelLink(id, text) {
  return h("a", { href: modelAddress(id), class: text ? null : "mono" }, text ?? id);
}

/** A time in words, the exact one on hover. */
export function when(instant) {
  return instant ? h("time", { datetime: instant, title: dateTime(instant) }, ago(instant)) : h("span", null, "never");
}

export function tag(text, kind) {
  return h("span", { class: "tag " + (kind ?? "") }, text);
}

/** Credit where Artificial Analysis' figures are shown. */
export function credit(attribution) {
  return attribution && h("p", { class: "credit" }, "Includes figures by ", h("a", { href: attribution.url, rel: "noreferrer" }, attribution.text), ".");
}

export function select(label, options, value, onchange) {
  return h("label", { class: "field" }, h("span", null, label),
    h("select", { onchange: (event) => onchange(event.target.value) },
      options.map(([id, text]) => h("option", { value: id, selected: id === value }, text))));
}

/** One of a few, as a row of radio buttons. */
export function segments(legend, name, options, value, onchange) {
  return h("fieldset", { class: "segments" }, h("legend", null, legend),
    h("div", null, options.map(([id, text, hint]) => h("label", { title: hint },
      h("input", { type: "radio", name, value: id, checked: id === value, onchange: () => onchange(id) }), h("span", null, text)))));
}

export function check(text, checked, onchange) {
  return h("label", { class: "chip" }, h("input", { type: "checkbox", checked, onchange: (event) => onchange(event.target.checked) }), h("span", null, text));
}
