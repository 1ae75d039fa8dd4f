// Reads the AsyncAPI document with its own parser, which also holds every example to its schema.
// usage: node lint-asyncapi.mjs FOLDER_WITH_NODE_MODULES DOCUMENT
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const [folder, path] = process.argv.slice(2);
const { Parser, DiagnosticSeverity } = createRequire(resolve(folder) + "/")("@asyncapi/parser");

// Told of every document that is not of the newest version; 3.0 is what this one keeps to.
const PASSED_OVER = new Set(["asyncapi-latest-version"]);

const { document, diagnostics } = await new Parser().parse(readFileSync(path, "utf8"), { source: path });
const findings = diagnostics.filter((found) => !PASSED_OVER.has(found.code));
for (const { severity, code, message, path: at } of findings) {
  console.log(`${DiagnosticSeverity[severity]} ${code} at ${at.join("/")}: ${message}`);
}
const errors = findings.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
const channels = document?.channels().all().length ?? 0;
console.log(`${path}: ${channels} channels, ${errors} errors, ${findings.length - errors} warnings`);
process.exit(document && errors === 0 ? 0 : 1);
