// Creates elements. Styles are set as properties, because the content security policy forbids style attributes.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element. Props that begin with "on" are listeners; null, undefined and false are left out. */
export function h(tag, props, ...children) {
  return furnish(document.createElement(tag), props, children);
}

/** An SVG element. */
export function s(tag, props, ...children) {
  return furnish(document.createElementNS(SVG, tag), props, children);
}

/** Replaces an element's children. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

function furnish(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (!isPresent(value)) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "selected") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...nodes(children));
  return element;
}

function nodes(children) {
  return children.flat(Infinity).filter(isPresent);
}

const isPresent = (value) => value !== null && value !== undefined && value !== false;

/** Runs the action once no call has come for this many milliseconds. */
export function debounced(action, millis) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), millis);
  };
}
