// The pane runs in a browser. Nothing else here does: src/core is compiled without these types by tsconfig.core.json.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
