// Where images and files of a request are dropped, pasted, chosen and removed.

import { ACCEPT, MAX_BYTES, attachmentFields, readAttachment, sizeInWords, totalBytes } from "./attachment.js";
import { fill, h } from "./dom.js";

/**
 * @param signal ends the view, and with it the previews
 * @return the zone's element, a function that takes files, and a function that gives the request's fields
 */
export function attachmentZone(signal) {
  const attachments = [];
  let reading = Promise.resolve();
  const list = h("ul", { class: "plain attachments" });
  const status = h("p", { class: "hint", role: "status" });
  const problem = h("p", { class: "problem", role: "alert" });
  const onchange = () => {
    add([...input.files]);
    input.value = "";
  };
  const input = h("input", { type: "file", multiple: true, accept: ACCEPT, hidden: true, onchange });
  const choose = h("button", { type: "button", class: "small", onclick: () => input.click() }, "Choose files");

  /** One after the other, so that their sizes are added up in order. */
  function add(files) {
    reading = reading.then(async () => {
      const mistakes = [];
      for (const file of files) {
        const read = await readAttachment(file, attachments);
        if (read.mistake) mistakes.push(read.mistake);
        else attachments.push({ ...read, preview: previewOf(read, file) });
      }
      problem.textContent = mistakes.join(" ");
      show();
    });
    return reading;
  }

  function removeAt(index) {
    const [removed] = attachments.splice(index, 1);
    revoke(removed);
    problem.textContent = "";
    show();
    const buttons = list.querySelectorAll("button");
    (buttons[Math.min(index, buttons.length - 1)] ?? choose).focus();
  }

  function show() {
    fill(
      list,
      attachments.map((each, index) => item(each, () => removeAt(index))),
    );
    const total = totalBytes(attachments);
    status.textContent = total > 0 ? `${sizeInWords(total)} of ${sizeInWords(MAX_BYTES)}` : "";
  }

  signal.addEventListener("abort", () => attachments.forEach(revoke));
  const label = "Images, PDFs and text files: drop or paste them here, or ";
  const element = h(
    "fieldset",
    { class: "zone" },
    h("legend", null, "Images and files"),
    h("p", { class: "row" }, label, choose, input),
    list,
    status,
    problem,
  );
  return { element, add, fields: () => reading.then(() => attachmentFields(attachments)) };
}

/** Lets files be dropped on, or pasted into, any place of an element. @param zone unfolds to show them */
export function takeFiles(element, { element: zone, add: addTo }) {
  const mark = (isOver) => element.classList.toggle("over", isOver);
  const add = (files) => {
    zone.closest("details")?.setAttribute("open", "");
    addTo(files);
  };
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  element.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(true);
  });
  element.addEventListener("dragleave", (event) => mark(element.contains(event.relatedTarget)));
  element.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(false);
    add([...event.dataTransfer.files]);
  });
  element.addEventListener("paste", (event) => {
    const { files, types } = event.clipboardData;
    // Office programs add a picture to copied text; the text is what was meant.
    if (files.length === 0 || types.includes("text/plain")) return;
    event.preventDefault();
    add([...files]);
  });
}

function item({ name, size, type, preview }, onclick) {
  const picture = preview
    ? h("img", { src: preview, alt: "" })
    : h("span", { class: "kind", "aria-hidden": "true" }, type === "application/pdf" ? "PDF" : "text");
  return h(
    "li",
    { class: "row" },
    picture,
    h("span", { class: "name" }, name, h("span", { class: "sub" }, " ", sizeInWords(size))),
    h("button", { type: "button", class: "small", onclick, "aria-label": "Remove " + name }, "Remove"),
  );
}

/** Of the type by its bytes, because a browser does not draw a PNG that is labelled as a text. */
function previewOf({ type }, file) {
  return type.startsWith("image/") ? URL.createObjectURL(file.slice(0, file.size, type)) : null;
}

function revoke({ preview }) {
  if (preview) URL.revokeObjectURL(preview);
}
