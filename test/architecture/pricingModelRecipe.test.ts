import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { transformSync } from "@swc/core";
import ts from "typescript";
import type * as Api from "../../src/core/api";
import type * as Pages from "../../scripts/docs/pages";

const ROOT = join(__dirname, "..", "..");
const REGISTRY = "src/core/pricing/registry.ts";
/** Type-checking and compiling a copy of the engine takes seconds, more on a busy machine. */
const PATIENCE = 180_000;

/** The model and the registry lines exactly as CONTRIBUTING.md shows them. */
function recipe(): { readonly file: string; readonly model: string; readonly added: readonly string[] } {
  const text = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
  const model = /```ts\n\/\/ (src\/core\/pricing\/models\/\w+\.ts)\n([^]*?)```/.exec(text)!;
  const diff = /```diff\n([^]*?)```/.exec(text)![1]!;
  const added = diff.split("\n").flatMap((line) => (line.startsWith("+") ? [line.slice(1)] : []));
  return { file: model[1]!, model: model[2]!, added };
}

function registryWith(added: readonly string[], registry: string): string {
  const imports = added.filter((line) => line.startsWith("import "));
  const entries = added.filter((line) => !line.startsWith("import "));
  return [...imports, registry.replace("] as const;", `${entries.join("\n")}\n] as const;`)].join("\n");
}

function filesUnder(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path), readFileSync(path, "utf8")];
    }),
  );
}

/** Faults that the type checker finds in the engine of a checkout, under the settings of the project. */
function typeFaults(folder: string): string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.core.json"), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  const program = ts.createProgram([join(folder, "src/core/api.ts")], { ...options, incremental: false });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const path = file ? relative(folder, file.fileName) : "";
    return `${path}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** Compiles a folder's sources, tests left out, so that this test can load the changed engine beside the real one. */
function compile(from: string, to: string): void {
  for (const [path, source] of filesUnder(from)) {
    if (!path.endsWith(".ts") || path.endsWith(".test.ts")) continue;
    const target = join(to, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    const { code } = transformSync(source, {
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "commonjs" },
    });
    writeFileSync(target, code);
  }
}

function sheet({ GridBuilder }: typeof Api, name: string, rows: readonly (readonly (string | number)[])[]) {
  const builder = new GridBuilder(name);
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) =>
      typeof cell === "number" ? builder.number(row, column, cell) : builder.text(row, column, cell),
    ),
  );
  return builder.build();
}

describe("the recipe for a pricing model in CONTRIBUTING.md", () => {
  const { file, model, added } = recipe();
  let scratch: string;
  let api: typeof Api;
  let pages: typeof Pages;

  beforeAll(async () => {
    // Inside the checkout, so that packages are found; .cache is ignored by git and every tool.
    mkdirSync(join(ROOT, ".cache"), { recursive: true });
    scratch = mkdtempSync(join(ROOT, ".cache/recipe-"));
    cpSync(join(ROOT, "src"), join(scratch, "src"), { recursive: true });
    writeFileSync(join(scratch, file), model);
    const registry = join(scratch, REGISTRY);
    writeFileSync(registry, registryWith(added, readFileSync(registry, "utf8")));
    compile(join(scratch, "src/core"), join(scratch, "js/src/core"));
    compile(join(ROOT, "scripts/docs"), join(scratch, "js/scripts/docs"));
    api = (await import(join(scratch, "js/src/core/api.js"))) as typeof Api;
    pages = (await import(join(scratch, "js/scripts/docs/pages.js"))) as typeof Pages;
  }, PATIENCE);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it("adds one file and changes one, by an import and an entry", () => {
    const before = filesUnder(join(ROOT, "src"));
    const after = filesUnder(join(scratch, "src"));
    const inSrc = (path: string) => relative("src", path);
    expect([...after.keys()].filter((path) => !before.has(path))).toEqual([inSrc(file)]);
    const changed = [...after.keys()].filter(
      (path) => before.has(path) && before.get(path) !== after.get(path),
    );
    expect(changed).toEqual([inSrc(REGISTRY)]);
    const old = new Set(before.get(inSrc(REGISTRY))!.split("\n"));
    const lines = after
      .get(inSrc(REGISTRY))!
      .split("\n")
      .filter((line) => !old.has(line));
    expect(lines).toEqual(added);
    expect(lines).toHaveLength(2);
  });

  it("passes the type checker", () => expect(typeFaults(scratch)).toEqual([]), PATIENCE);

  it("bills a workbook", () => {
    const rows = {
      Contracts: [
        ["Contract ID", "Customer ID", "Start date", "Currency"],
        ["CT-1", "C-1", "2026-01-01", "USD"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Package size", "Unit price", "Rate per"],
        ["CT-1", "Calls", "Increments", 60, 0.005, "Event"],
      ],
      Usage: [
        ["Contract ID", "Meter", "Date", "Quantity"],
        ["CT-1", "Calls", "2026-10-02", 61],
        ["CT-1", "Calls", "2026-10-03", 30],
      ],
    };
    const grids = Object.entries(rows).map(([name, cells]) => sheet(api, name, cells));
    const result = api.billPeriod(
      { grids, tables: [], date1904: false, pictures: [] },
      { period: undefined, asOf: undefined, giveNumbers: false },
    );
    expect(result.ok && result.run.issues.map(({ code }) => code)).toEqual(["NO_TAX"]);
    const invoices = result.ok ? result.run.invoices : [];
    expect(invoices.map(({ number, total }) => [number, total.toString()])).toEqual([
      ["DRAFT-CT-1-2026-10-USD", "0.9"],
    ]);
    expect(invoices[0]!.lines.map(({ explanation }) => explanation)).toEqual(["180 × 0.005 = 0.90"]);
  });

  it("is offered by the template and described in the reference", () => {
    const prices = api.templatePlan().sheets.find(({ name }) => name === "Prices")!;
    expect(prices.choices!.flatMap(({ choices }) => choices)).toContain("increments");
    const page = pages.referencePages().find((each) => each.file === "pricing-models.md")!;
    expect(page.text).toContain("## Increments");
    expect(page.text).toContain("bills a call of 61 seconds as two minutes");
  });

  it("keeps the promises of its examples", () => {
    const increments = api.pricingModels.find(({ id }) => (id as string) === "increments")!;
    for (const { terms, quantity, amount } of increments.examples) {
      const numbers = Object.fromEntries(
        Object.entries(terms).map(([term, text]) => [term, new api.Decimal(text)]),
      );
      const blank = { unitPrice: undefined, tiers: [], packageSize: undefined, flatFee: undefined };
      const rated = increments.rate(new api.Decimal(quantity), { ...blank, ...numbers });
      const parts = rated.ok ? rated.parts : [];
      const total = parts.map((part) => part.quantity.times(part.unitPrice).plus(part.flatFee));
      expect(total.map(String)).toEqual([amount]);
    }
  });
});
