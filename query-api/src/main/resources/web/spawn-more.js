// The optional fields of a request, folded away.

import { check, select } from "./components.js";
import { h } from "./dom.js";
import { EFFORTS, VERBOSITIES } from "./labels.js";
import { namesIn, numberIn, responseFormatIn, schemaMistake } from "./spawn-request.js";

const UNSET = ["", "left to the model"];

/** @param set takes a field's name and gives a function that takes its value */
export function moreFields(set, attachments) {
  return h(
    "details",
    { class: "more" },
    h("summary", null, "More"),
    h(
      "div",
      { class: "stack" },
      field("System text", h("textarea", { rows: 2, oninput: onText(set("system")) })),
      h("div", { class: "row controls" }, parameters(set)),
      h("div", { class: "row" }, check("Only models that take all of these", false, set("requireParameters"))),
      answerForm(set("responseFormat")),
      privacy(set),
      attachments,
    ),
  );
}

function parameters(set) {
  const number = (name, limits) =>
    h("input", { type: "number", ...limits, oninput: onText((text) => set(name)(numberIn(text))) });
  return [
    select("Effort", [UNSET, ...EFFORTS.map(asOption)], "", set("parameters.effort")),
    field("Temperature", number("parameters.temperature", { min: 0, max: 2, step: "any" })),
    field("Most tokens", number("parameters.maxTokens", { min: 1, step: 1 })),
    select("Verbosity", [UNSET, ...VERBOSITIES.map(asOption)], "", set("parameters.verbosity")),
  ];
}

/** The schema can be typed once the answer is to be JSON. */
function answerForm(set) {
  const schema = h("textarea", { rows: 4, spellcheck: "false", class: "mono" });
  const place = field("JSON Schema of the answer; empty for any JSON", schema);
  place.hidden = true;
  const update = () => {
    const mistake = place.hidden ? "" : schemaMistake(schema.value);
    schema.setCustomValidity(mistake);
    if (!mistake) set(place.hidden ? "" : responseFormatIn(schema.value));
  };
  schema.addEventListener("input", update);
  const toggle = (isOn) => {
    place.hidden = !isOn;
    update();
  };
  return h("div", { class: "stack" }, h("div", { class: "row" }, check("Answer as JSON", false, toggle)), place);
}

function privacy(set) {
  const names = (name) =>
    h("input", { type: "text", placeholder: "mistral, azure", oninput: onText((text) => set(name)(namesIn(text))) });
  const deny = (isOn) => set("privacy.dataCollection")(isOn ? "deny" : "");
  return h(
    "fieldset",
    null,
    h("legend", null, "Privacy"),
    h("div", { class: "row" }, check("Only providers that do not keep or train on data", false, deny)),
    h(
      "div",
      { class: "row controls" },
      field("Only these providers", names("privacy.providers.only")),
      field("Never these providers", names("privacy.providers.ignore")),
    ),
  );
}

const asOption = (id) => [id, id];

/** An input with its label. */
export const field = (label, input) => h("label", { class: "field" }, h("span", null, label), input);

export const onText = (action) => (event) => action(event.target.value);
