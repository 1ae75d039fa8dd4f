// Parts that several views share.

import { keepKey } from "./api.js";
import { modelAddress } from "./address.js";
import { difference } from "./change-groups.js";
import { h, s } from "./dom.js";
import { ago, dateTime } from "./format.js";
import { barPositions } from "./interval.js";

export function heading(title, lead) {
  return h("div", { class: "heading" }, h("h1", null, title), lead && h("p", { class: "lead" }, lead));
}

export function loading(what) {
  const spinner = h("span", { class: "spinner", "aria-hidden": "true" });
  return h("div", { class: "notice quiet", role: "status" }, spinner, "Loading ", what, "…");
}

export function empty(title, ...text) {
  return h("div", { class: "notice" }, h("strong", null, title), h("p", null, ...text));
}

/** What went wrong, with a button to try again, or a field for the API key if one is missing. */
export function failure(error, retry) {
  const isDenied = error.status === 401 || error.status === 403;
  return h(
    "div",
    { class: "notice bad", role: "alert" },
    h("strong", null, isDenied ? "Not allowed" : "The request failed"),
    h("p", null, error.message),
    error.status === 401 && keyForm(retry),
    retry && error.status !== 401 && h("button", { type: "button", onclick: retry }, "Try again"),
  );
}

function keyForm(retry) {
  const field = h("input", { type: "password", autocomplete: "off", "aria-label": "API key" });
  const onsubmit = (event) => {
    event.preventDefault();
    keepKey(field.value);
    retry?.();
  };
  return h("form", { class: "row", onsubmit }, field, h("button", null, "Use this key"));
}

/** A button that copies a text and confirms it. */
export function copyButton(text, what) {
  const confirmation = h("span", { class: "confirmation", role: "status" });
  const onclick = async () => {
    try {
      await navigator.clipboard.writeText(text);
      confirmation.textContent = "copied";
    } catch {
      confirmation.textContent = "select and copy by hand";
    }
    setTimeout(() => {
      confirmation.textContent = "";
    }, 2000);
  };
  const button = h("button", { type: "button", class: "small", onclick, "aria-label": "Copy " + what }, "Copy");
  return h("span", { class: "copy" }, button, confirmation);
}

/** An estimate's interval as a line with a mark at the estimate, on a scale that a list shares. */
export function intervalBar(estimate, scale) {
  const { low, middle, high } = barPositions(estimate, scale);
  return s(
    "svg",
    { class: "interval", viewBox: "0 0 100 12", preserveAspectRatio: "none", "aria-hidden": "true" },
    s("line", { class: "track", x1: 0, x2: 100, y1: 6, y2: 6 }),
    s("line", { class: "spread", x1: low, x2: high, y1: 6, y2: 6 }),
    s("line", { class: "middle", x1: middle, x2: middle, y1: 1, y2: 11 }),
  );
}

export function modelLink(id, text) {
  return h("a", { href: modelAddress(id), class: text ? null : "mono" }, text ?? id);
}

/** A relative time; the exact one on hover. */
export function relativeTime(instant) {
  return instant ? h("time", { datetime: instant, title: dateTime(instant) }, ago(instant)) : h("span", null, "never");
}

export function tag(text, kind) {
  return h("span", { class: "tag " + (kind ?? "") }, text);
}

/** How far a value moved. */
export function changeMark(change) {
  const moved = difference(change);
  return moved && h("span", { class: moved.isBetter ? "better" : "worse" }, moved.isUp ? "▲ " : "▼ ", moved.text);
}

/** A term with its value, in a list of facts. */
export function fact(term, value, valueClass) {
  return h("div", null, h("dt", null, term), h("dd", { class: valueClass }, value));
}

/** The credit that Artificial Analysis asks for where its figures are shown. */
export function credit(attribution) {
  if (!attribution) return null;
  const link = h("a", { href: attribution.url, rel: "noreferrer" }, attribution.text);
  return h("p", { class: "credit" }, "Includes figures by ", link, ".");
}

/** A part that scrolls sideways where it is too wide, by keyboard too. */
export function scrollRegion(label, ...content) {
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, content);
}

/** @param columns [text, class] of each; a column without a text has no header cell */
export function dataTable(label, columns, rows) {
  const heads = columns.map(([text, cssClass]) =>
    text ? h("th", { scope: "col", class: cssClass }, text) : h("td", { class: cssClass }),
  );
  return scrollRegion(
    label,
    h("table", { class: "data" }, h("thead", null, h("tr", null, heads)), h("tbody", null, rows)),
  );
}

export function searchField(label, value, onInput, { placeholder, grow } = {}) {
  const oninput = (event) => onInput(event.target.value);
  return h(
    "label",
    { class: grow ? "field grow" : "field" },
    h("span", null, label),
    h("input", { type: "search", value, placeholder, oninput }),
  );
}

/** @param options [value, text] of each */
export function select(label, options, value, onChange) {
  const onchange = (event) => onChange(event.target.value);
  return h(
    "label",
    { class: "field" },
    h("span", null, label),
    h(
      "select",
      { onchange },
      options.map(([id, text]) => h("option", { value: id, selected: id === value }, text)),
    ),
  );
}

/** A choice of one, as a row of radio buttons. @param options [value, text, hint] of each */
export function segments(legend, name, options, value, onChange) {
  const radio = (id) =>
    h("input", { type: "radio", name, value: id, checked: id === value, onchange: () => onChange(id) });
  return h(
    "fieldset",
    { class: "segments" },
    h("legend", null, legend),
    h(
      "div",
      null,
      options.map(([id, text, hint]) => h("label", { title: hint }, radio(id), h("span", null, text))),
    ),
  );
}

export function check(text, checked, onChange) {
  const onchange = (event) => onChange(event.target.checked);
  return h("label", { class: "chip" }, h("input", { type: "checkbox", checked, onchange }), h("span", null, text));
}
