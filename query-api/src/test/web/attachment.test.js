import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { test } from "node:test";
import {
  MAX_BYTES,
  attachmentFields,
  readAttachment,
  sizeInWords,
  totalBytes,
} from "../../main/resources/web/attachment.js";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0];
const file = (content, name = "a", type = "") =>
  new File([typeof content === "string" ? content : new Uint8Array(content)], name, { type });
const read = (...args) => readAttachment(file(...args), []);

for (const [type, bytes] of [
  ["image/png", PNG],
  ["image/jpeg", [0xff, 0xd8, 0xff, 0xe0, 1, 2]],
  ["image/gif", [...Buffer.from("GIF89a..")]],
  ["image/gif", [...Buffer.from("GIF87a..")]],
  ["image/webp", [...Buffer.from("RIFF\x01\x02\x03\x04WEBPVP8 ", "latin1")]],
  ["application/pdf", [...Buffer.from("%PDF-1.7\n")]],
]) {
  for (const label of [type, "text/plain", "image/jpeg", ""]) {
    test(`${type} by its bytes, labelled ${label || "as nothing"}`, async () => {
      const attachment = await read(bytes, "a.bin", label);

      assert.equal(attachment.type, type);
      assert.equal(attachment.data, `data:${type};base64,${Buffer.from(bytes).toString("base64")}`);
      assert.equal(attachment.size, bytes.length);
    });
  }
}

test("a text in UTF-8, whatever its name is", async () => {
  for (const name of ["notes.txt", "Main.java", "no-ending"]) {
    assert.deepEqual(await read("Räum auf. 日本語", name), {
      name,
      size: 20,
      type: "text/plain",
      text: "Räum auf. 日本語",
    });
  }
});

for (const [why, content, name, type] of [
  ["nothing", "", "a.txt", "text/plain"],
  ["an SVG", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "a.svg", "image/svg+xml"],
  ["a text named as an image", "not a picture", "a.png", "image/png"],
  ["a BMP", [0x42, 0x4d, 0xf6, 0, 0xff], "a.bmp", "image/bmp"],
  ["a ZIP file", [0x50, 0x4b, 3, 4, 0, 0xff, 0xfe], "a.docx", ""],
  ["a text with a zero byte", "a\0b", "a.txt", "text/plain"],
  ["a text in Latin-1", [0x52, 0xe4, 0x75, 0x6d], "a.txt", "text/plain"],
]) {
  test(`${why} is refused by name`, async () => {
    const { mistake } = await read(content, name, type);

    assert.match(mistake, /^a\.\w+ (is empty|cannot be sent: expected a PNG, JPEG, WebP or GIF image, a PDF,)/);
  });
}

test("a folder is refused", async () => {
  const folder = { name: "src", size: 4096, type: "", arrayBuffer: () => Promise.reject(new Error("a folder")) };

  assert.deepEqual(await readAttachment(folder, []), { mistake: "src cannot be read." });
});

const ofSize = (size, type = "image/png") => ({ name: "b.png", size, type });

test("all together have 20 MB at most", async () => {
  const { mistake } = await readAttachment(ofSize(11 * 1024 * 1024), [ofSize(4 << 20), ofSize(6 << 20)]);

  assert.equal(mistake, "b.png has 11 MB: all together may have 20 MB.");
  assert.equal((await readAttachment(file(PNG), [ofSize(MAX_BYTES - PNG.length)])).type, "image/png");
  assert.match((await readAttachment(file(PNG), [ofSize(MAX_BYTES - PNG.length + 1)])).mistake, /11 bytes/);
});

test("texts have 2 MB together at most", async () => {
  const text = await read("x".repeat(2 << 20), "large.txt");

  assert.equal(text.size, 2 << 20);
  assert.equal(attachmentFields([text]).files[0].data, "data:text/plain;base64," + btoa("x".repeat(2 << 20)));
  assert.equal(
    (await readAttachment(file("more", "b.txt"), [text])).mistake,
    "b.txt has 4 bytes: all texts together may have 2 MB.",
  );
  assert.equal((await readAttachment(file("%PDF-1.7"), [text])).type, "application/pdf");
});

test("at most 100 are sent", async () => {
  assert.match((await readAttachment(file(PNG), Array(100).fill(ofSize(1)))).mistake, /^a is one too many/);
  assert.equal((await readAttachment(file(PNG), Array(99).fill(ofSize(1)))).type, "image/png");
});

test("a long image is encoded as a whole", async () => {
  const bytes = Buffer.concat([Buffer.from(PNG), Buffer.alloc(200_000, 7)]);

  assert.equal((await read(bytes)).data, `data:image/png;base64,${bytes.toString("base64")}`);
});

test("images and files are separate fields", async () => {
  const attachments = [await read(PNG, "a.png"), await read("%PDF-1.7", "b.pdf"), await read("text", "c.txt")];

  assert.deepEqual(attachmentFields(attachments), {
    images: [attachments[0].data],
    files: [
      { name: "b.pdf", data: "data:application/pdf;base64,JVBERi0xLjc=" },
      { name: "c.txt", text: "text" },
    ],
  });
  assert.equal(totalBytes(attachments), 23);
});

test("sizes in words", () => {
  const sizes = [7, 2048, 1536, 3.14 * 1024 * 1024, MAX_BYTES].map(sizeInWords);

  assert.deepEqual(sizes, ["7 bytes", "2 KB", "1.5 KB", "3.1 MB", "20 MB"]);
});
