// What the page loads is there, and nothing else has to be fetched or built.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const FOLDER = new URL("../../main/resources/web/", import.meta.url);
const files = readdirSync(FOLDER);
const text = (name) => readFileSync(new URL(name, FOLDER), "utf8");
const page = text("index.html");
const modules = files.filter((name) => name.endsWith(".js") && name !== "theme.js");
const imports = (name) => [...text(name).matchAll(/(?:from |import\()"([^"]+)"/g)].map(([, path]) => path);

test("the page's own files exist", () => {
  const links = [...page.matchAll(/(?:href|src)="\/web\/([^"]+)"/g)].map(([, name]) => name);

  assert.ok(links.length > 5);
  assert.deepEqual(
    links.filter((name) => !files.includes(name)),
    [],
  );
});

test("modules import each other only, by relative paths", () => {
  for (const name of modules) {
    for (const path of imports(name)) assert.ok(files.includes(path.replace(/^\.\//, "")), `${name}: ${path}`);
  }
});

test("every module and style sheet is used", () => {
  const imported = new Set(modules.flatMap(imports).map((path) => path.slice(2)));
  const unused = files.filter(
    (name) => /\.(js|css)$/.test(name) && !imported.has(name) && !page.includes("/web/" + name),
  );

  assert.deepEqual(unused, []);
});

test("every export is imported by another module", () => {
  const imported = new Map();
  for (const name of modules) {
    for (const [, names, path] of text(name).matchAll(/import \{([^}]*)\} from "\.\/([^"]+)"/g)) {
      imported.set(path, [...(imported.get(path) ?? []), ...names.split(",").map((each) => each.trim())]);
    }
  }
  const unused = modules.flatMap((name) =>
    [...text(name).matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)]
      .map(([, exported]) => exported)
      .filter((exported) => exported !== "show" && !imported.get(name)?.includes(exported))
      .map((exported) => `${name}: ${exported}`),
  );

  assert.deepEqual(unused, []);
});
