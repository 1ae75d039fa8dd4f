// Elements from data. Styles are set as properties, never as attributes: the content security policy allows no inline style.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element; props beginning with "on" are listeners, "style" is an object, null and false are left out. */
export function h(tag, props, ...children) {
  return furnish(document.createElement(tag), props, children);
}

/** An SVG element. */
export function s(tag, props, ...children) {
  return furnish(document.createElementNS(SVG, tag), props, children);
}

/** Puts children in the place of whatever is in an element. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

function furnish(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") styleBy(element, value);
    else if (name === "value" || name === "checked" || name === "selected") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...nodes(children));
  return element;
}

function styleBy(element, values) {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value);
}

function nodes(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Calls it once things have been quiet for so many milliseconds. */
export function debounced(call, millis) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...given), millis);
  };
}
