// Images and files of a request: what a file is by its bytes, and how it is sent.

export const MAX_BYTES = 20 * 1024 * 1024;
const MAX_TEXT_BYTES = 2 * 1024 * 1024;
const LONGEST_TEXT = 512 * 1024;
const MAX_COUNT = 100;

/** What a file chooser offers first. Any text is taken. */
export const ACCEPT = "image/png,image/jpeg,image/webp,image/gif,application/pdf,text/*,.md,.json,.yaml,.csv";

const EXPECTED = "expected a PNG, JPEG, WebP or GIF image, a PDF, or a text in UTF-8";
const BYTES_A_STEP = 0x8000;

/** A file that was read, or why it cannot be sent. @param others the attachments that are there */
export async function readAttachment(file, others) {
  const mistake = sizeMistake(file.size, others);
  if (mistake) return refused(file, mistake);
  const bytes = await bytesOf(file);
  if (!bytes) return refused(file, "cannot be read");
  const attachment = { name: file.name, size: bytes.length };
  const type = binaryType(bytes);
  if (type) return { ...attachment, type, data: `data:${type};base64,${base64(bytes)}` };
  const text = textIn(bytes);
  if (text === null || /^(image|audio|video)\//.test(file.type)) return refused(file, `cannot be sent: ${EXPECTED}`);
  return totalBytes(others.filter(isText)) + bytes.length > MAX_TEXT_BYTES
    ? refused(file, `has ${sizeInWords(bytes.length)}: all texts together may have ${sizeInWords(MAX_TEXT_BYTES)}`)
    : { ...attachment, type: "text/plain", ...content(bytes, text) };
}

function sizeMistake(size, others) {
  if (size === 0) return "is empty";
  if (others.length >= MAX_COUNT) return `is one too many: ${MAX_COUNT} can be sent`;
  return totalBytes(others) + size > MAX_BYTES
    ? `has ${sizeInWords(size)}: all together may have ${sizeInWords(MAX_BYTES)}`
    : null;
}

/** The fields of a request for these attachments. */
export function attachmentFields(attachments) {
  const isImage = ({ type }) => type.startsWith("image/");
  return {
    images: attachments.filter(isImage).map(({ data }) => data),
    files: attachments
      .filter((each) => !isImage(each))
      .map(({ name, data, text }) => (data === undefined ? { name, text } : { name, data })),
  };
}

export const totalBytes = (attachments) => attachments.reduce((sum, { size }) => sum + size, 0);

export function sizeInWords(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const isLarge = bytes >= 1024 * 1024;
  const size = bytes / (isLarge ? 1024 * 1024 : 1024);
  return `${Number(size.toFixed(size < 10 ? 1 : 0))} ${isLarge ? "MB" : "KB"}`;
}

const isText = ({ type }) => type === "text/plain";

/** A long text is sent as a data URL, which the API takes out of the request. */
const content = (bytes, text) =>
  bytes.length > LONGEST_TEXT ? { data: `data:text/plain;base64,${base64(bytes)}` } : { text };

const refused = (file, why) => ({ mistake: `${file.name} ${why}.` });

/** Null for a folder, or a file that was moved meanwhile. */
async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** A file's name and label may be wrong, so its first bytes count. */
function binaryType(bytes) {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (/^GIF8[79]a/.test(start)) return "image/gif";
  if (/^RIFF[^]{4}WEBP/.test(start)) return "image/webp";
  return start.startsWith("%PDF-") ? "application/pdf" : null;
}

function textIn(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

function base64(bytes) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += BYTES_A_STEP)
    binary += String.fromCharCode(...bytes.subarray(at, at + BYTES_A_STEP));
  return btoa(binary);
}
