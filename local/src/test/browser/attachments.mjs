// Images and files of a request: dropped, pasted, chosen by keyboard, refused and removed.

import { Buffer } from "node:buffer";
import { enterKey, expect, expectSame, nextSpawn, setCheck, waitFor } from "./actions.mjs";

const FORM = { at: "#/spawns/new", ready: ".spawn-side form" };
const ITEMS = ".attachments li";
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const PDF = Buffer.from("%PDF-1.4\n").toString("base64");

/** A drop or a paste of files, as the browser would make it. @param files [name, type, base64] of each */
async function give(page, type, files, text) {
  await page
    .locator(".spawn-side textarea")
    .first()
    .evaluate(
      (target, [eventType, all, copied]) => {
        const transfer = new DataTransfer();
        for (const [name, mime, base64] of all) {
          const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
          transfer.items.add(new File([bytes], name, { type: mime }));
        }
        if (copied) transfer.setData("text/plain", copied);
        const options = { bubbles: true, cancelable: true };
        target.dispatchEvent(
          eventType === "paste"
            ? new ClipboardEvent("paste", { ...options, clipboardData: transfer })
            : new DragEvent(eventType, { ...options, dataTransfer: transfer }),
        );
      },
      [type, files, text],
    );
}

const names = (page) => page.locator(`${ITEMS} .name`).allTextContents();
const problem = (page) => page.textContent(".zone .problem");
const count = (page, wanted) =>
  page.waitForFunction(([items, n]) => document.querySelectorAll(items).length === n, [ITEMS, wanted]);

export const ATTACHMENT_VIEWS = [
  {
    name: "spawn-drop",
    ...FORM,
    expected: /401/,
    async act(page) {
      await page.getByLabel("Task", { exact: true }).fill("What do these have in common?");
      await give(page, "dragover", [["a.png", "image/png", PNG]]);
      await waitFor(page, "form.over");
      await give(page, "drop", [
        ["a.png", "image/png", PNG],
        ["wrong-label.txt", "text/plain", PNG],
        ["b.pdf", "application/pdf", PDF],
        ["notes.txt", "text/plain", Buffer.from("Räum auf.").toString("base64")],
      ]);
      await count(page, 4);
      expect((await page.locator("form.over").count()) === 0, "the form is still marked");
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".attachments img")].every((each) => each.naturalWidth === 1),
      );
      expectSame(await page.locator(".attachments img").count(), 2, "the number of pictures");
      await page.click("[aria-label='Remove wrong-label.txt']");
      await count(page, 3);
      await setCheck(page, "Dry run", false);
      const sent = nextSpawn(page);
      await page.click(".spawn-side button.primary");
      const { images, files } = await sent;
      expectSame(images, ["data:image/png;base64," + PNG], "images");
      expectSame(
        files,
        [
          { name: "b.pdf", data: "data:application/pdf;base64," + PDF },
          { name: "notes.txt", text: "Räum auf." },
        ],
        "files",
      );
      await enterKey(page);
      await waitFor(page, ".steps .finished");
      await waitFor(page, ".spawn-side .tag.completed");
    },
  },
  {
    name: "spawn-paste",
    ...FORM,
    async act(page) {
      await give(page, "paste", [["image.png", "image/png", PNG]]);
      await count(page, 1);
      await give(page, "paste", [["image.png", "image/png", PNG]], "the text that was copied");
      await page.waitForTimeout(200);
      expectSame((await names(page)).length, 1, "the number of attachments after a paste of text with a picture");
    },
  },
  {
    name: "spawn-refused-files",
    ...FORM,
    async act(page) {
      const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>").toString(
        "base64",
      );
      await give(page, "drop", [
        ["a.svg", "image/svg+xml", svg],
        ["a.zip", "application/zip", "UEsDBP/+"],
        ["empty.txt", "text/plain", ""],
        ["good.png", "image/png", PNG],
      ]);
      await count(page, 1);
      const told = await problem(page);
      for (const name of ["a.svg cannot be sent", "a.zip cannot be sent", "empty.txt is empty"])
        expect(told.includes(name), `not told that ${name}: ${told}`);
      await page.setInputFiles(".zone input", [
        {
          name: "large.png",
          mimeType: "image/png",
          buffer: Buffer.concat([Buffer.from(PNG, "base64"), Buffer.alloc(12 << 20)]),
        },
        {
          name: "larger.png",
          mimeType: "image/png",
          buffer: Buffer.concat([Buffer.from(PNG, "base64"), Buffer.alloc(9 << 20)]),
        },
      ]);
      await count(page, 2);
      expectSame(await problem(page), "larger.png has 9 MB: all together may have 20 MB.", "what is told");
    },
  },
  {
    name: "spawn-files-by-keyboard",
    ...FORM,
    async act(page) {
      // The browser is told of it now, because that takes effect a moment later.
      const chooser = page.waitForEvent("filechooser");
      await page.focus(".more summary");
      await page.keyboard.press("Enter");
      await waitFor(page, ".zone");
      const button = page.getByRole("button", { name: "Choose files" });
      for (let i = 0; i < 30 && !(await button.evaluate((each) => each === document.activeElement)); i++)
        await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await (
        await chooser
      ).setFiles(
        ["a.png", "b.png"].map((name) => ({ name, mimeType: "image/png", buffer: Buffer.from(PNG, "base64") })),
      );
      await count(page, 2);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await count(page, 1);
      expect((await names(page))[0].startsWith("b.png"), "another file was removed");
      const focused = () =>
        page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
      expectSame(await focused(), "Remove b.png", "the focus");
      await page.keyboard.press("Enter");
      await count(page, 0);
      expectSame(await focused(), "Choose files", "the focus");
    },
  },
];
