// Run from the project's root, whose paths it names.

import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-shadow": ["error", { builtinGlobals: false }],
      "no-eval": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-useless-concat": "error",
      "object-shorthand": "error",
      "max-lines": ["error", 300],
      complexity: ["error", 15],
    },
  },
  { files: ["query-api/src/main/resources/web/**"], languageOptions: { globals: globals.browser } },
  { files: ["query-api/src/test/web/**", ".ci/**"], languageOptions: { globals: globals.node } },
  {
    files: ["local/src/test/browser/**"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
