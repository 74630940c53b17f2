import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const dist = join(__dirname, "../../dist");
const text = (file: string) => readFileSync(join(dist, file), "utf8");
const kilobytes = (file: string) => gzipSync(readFileSync(join(dist, file))).length / 1000;

/** A report brings some 0.1 kB; the pane is meant to stay far below the 300 kB of docs/quality.md. */
const MOST_KILOBYTES = 220;

/** The file of a chunk, by the table that webpack's runtime has of those with names. */
function fileOf(id: string): string {
  const name = new RegExp(`[{,]${id}:"([\\w-]+)"`).exec(text("taskpane.js"))?.[1];
  return `${name ?? id}.js`;
}

/** What the entry fetches by itself: it has one dynamic import, the pane. */
function initialScripts(): string[] {
  const ids = [...text("taskpane.js").matchAll(/\.e\((\d+)\)/g)].map(([, id]) => id!);
  // In Excel the pane cannot show the sheets without the way to them, and what that shares with others.
  const id = /(\d+):"excel"/.exec(text("taskpane.js"))![1]!;
  const together = new RegExp(`Promise\\.all\\(\\[([^\\]]*\\.e\\(${id}\\))\\]`).exec(text("pane.js"));
  const beside = [...(together?.[1] ?? "").matchAll(/\.e\((\d+)\)/g)].map(([, each]) => fileOf(each!));
  return ["taskpane.js", ...new Set([...ids.map(fileOf), ...beside])];
}

describe("the pane's scripts", () => {
  it(`come to at most ${String(MOST_KILOBYTES)} kB when they are sent, up to the first screen`, () => {
    const scripts = initialScripts();
    expect(scripts).toEqual(expect.arrayContaining(["pane.js", "excel.js"]));
    expect(scripts.length).toBeGreaterThan(2);
    const sizes = scripts.map((file) => [file, kilobytes(file)] as const);
    const sum = sizes.reduce((all, [, size]) => all + size, 0);
    // What a report shows comes with the report: its texts beside its screen, src/taskpane/README.md.
    const tooMuch =
      sum > MOST_KILOBYTES ? `${sum.toFixed(1)} kB: ${sizes.map((each) => each.join(" ")).join(", ")}` : "";
    expect(tooMuch).toBe("");
  });

  it("evaluate no text as code, which the page's policy forbids", () => {
    for (const file of initialScripts()) expect(text(file)).not.toMatch(/\bnew Function\(|\beval\(/);
  });
});

/** The modules of a script, by the map that is built beside it. */
const modulesOf = (file: string): readonly string[] =>
  (JSON.parse(text(`${file}.map`)) as { sources: readonly string[] }).sources;

describe("the border between the page and its worker", () => {
  it("keeps the engine out of what loads before the first screen", () => {
    const modules = initialScripts().flatMap(modulesOf);
    expect(modules.filter((path) => path.includes("src/taskpane/")).length).toBeGreaterThan(50);
    expect(
      modules.filter((path) => /src\/core\/run\/|\/reports\/[^/]+\/view|\/sessionWorkbook/.test(path)),
    ).toEqual([]);
  });

  it("keeps React and the screens out of the worker", () => {
    const modules = modulesOf("engine.js");
    expect(modules.filter((path) => /\/reports\/[^/]+\/view[.]ts$/.test(path)).length).toBeGreaterThan(5);
    expect(modules.filter((path) => /node_modules\/(react|@fluentui)|[.]tsx$/.test(path))).toEqual([]);
  });
});

describe("the page", () => {
  it("is painted before any script has run", () => {
    const page = text("taskpane.html");
    expect(page).toContain("<h1>");
    expect(page).toMatch(/id="opening"/);
    expect(page).not.toMatch(/<script(?![^>]*\bdefer\b)/);
  });

  it("allows scripts from here and from Microsoft's office.js alone", () => {
    const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(text("taskpane.html"))![1]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe-eval");
  });
});
