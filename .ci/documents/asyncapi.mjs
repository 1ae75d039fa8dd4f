// Lints the AsyncAPI document. Its parser also checks every example against its schema.
// usage: node asyncapi.mjs DOCUMENT

import { readFileSync } from "node:fs";
import asyncapi from "@asyncapi/parser";

const { Parser, DiagnosticSeverity } = asyncapi;
const [file] = process.argv.slice(2);

// Reported for every document that is not of the newest version; this one is deliberately 3.0.
const IGNORED = new Set(["asyncapi-latest-version"]);

const { document, diagnostics } = await new Parser().parse(readFileSync(file, "utf8"), { source: file });
const findings = diagnostics.filter((found) => !IGNORED.has(found.code));
for (const { severity, code, message, path } of findings) {
  console.log(`${DiagnosticSeverity[severity]} ${code} at ${path.join("/")}: ${message}`);
}
const errors = findings.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
const channels = document?.channels().all().length ?? 0;
console.log(`${file}: ${channels} channels, ${errors} errors, ${findings.length - errors} warnings`);
process.exit(document && errors === 0 ? 0 : 1);
