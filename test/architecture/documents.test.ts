import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import manifest from "../../package.json";
import { commands } from "../../src/cli/commands/registry";

const ROOT = join(__dirname, "..", "..");
const NOT_OURS = new Set(["node_modules", "dist", "out", "coverage"]);

function documentsIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name.startsWith(".") || NOT_OURS.has(entry.name) ? [] : documentsIn(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

// What a recipe makes is not there yet.
const withoutBlocks = (text: string) => text.replace(/^```(?:ts|tsx|diff|csv)\n[^]*?^```$/gm, "");

const documents = documentsIn(".").map((path) => ({ path, text: withoutBlocks(read(path)) }));
const architecture = read("docs/architecture.md");
const readme = read("README.md");

/** What the documents name and what is not there, each with its document. */
function missing(pattern: RegExp, isThere: (name: string, folder: string) => boolean): string[] {
  return documents.flatMap(({ path, text }) =>
    found(text, pattern)
      .filter((name) => !isThere(name, dirname(path)))
      .map((name) => `${path} names ${name}`),
  );
}

describe("the documents", () => {
  it("name only npm scripts that exist", () => {
    expect(missing(/npm run (?:--silent )?([\w:]+)/g, (script) => script in manifest.scripts)).toEqual([]);
  });

  it("name only paths that exist", () => {
    const paths = /(?<![\w/.-])((?:src|scripts|test|simulatedExcel|docs|examples)\/[\w./-]*\w)/g;
    expect(missing(paths, (path) => existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("link only to files that exist", () => {
    const links = /\]\((?!https?:|#)([^)#]+)/g;
    expect(missing(links, (link, folder) => existsSync(join(ROOT, folder, link)))).toEqual([]);
  });
});

describe("the architecture page", () => {
  const steps = [...architecture.matchAll(/^\|[^|]+\| `(\w+)` +\| `([\w./]+)` +\|$/gm)];

  it("names the functions of a run in the files that export them", () => {
    expect(steps.length).toBeGreaterThan(10);
    const gone = steps.filter(([, name, file]) => {
      return !new RegExp(`^export (?:async )?function ${name!}\\b`, "m").test(read(file!));
    });
    expect(gone.map(([, name, file]) => `${file!} exports no function ${name!}`)).toEqual([]);
  });

  it("lists the folders of the engine in the order that the walls keep", () => {
    const walls = /CORE_FOLDERS = \[([^]*?)\]/.exec(read(".dependency-cruiser.cjs"))![1]!;
    const section = architecture.split("## Folders of the engine")[1]!.split("\n## ")[0]!;
    expect(found(section, /^\| `(\w+)`/gm)).toEqual(found(walls, /"(\w+)"/g));
  });

  it("has a README behind each folder", () => {
    const folders = readdirSync(join(ROOT, "src/core"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.filter(({ name }) => !existsSync(join(ROOT, "src/core", name, "README.md")))).toEqual([]);
  });
});

describe("the README", () => {
  it("asks for the Node that package.json asks for", () => {
    expect(readme).toContain(`Node ${manifest.engines.node.replace(">=", "")} or later`);
  });

  it("has a row for every command, and for no other", () => {
    const section = readme.split("## Bill your own workbook")[1]!.split("\n## ")[0]!;
    const shown = found(section, /^\|[^|`]*\| `([\w-]+) /gm);
    expect(shown.sort()).toEqual(commands.map((make) => make().name()).sort());
  });

  it("names only options that exist", () => {
    const known = new Set(commands.flatMap((make) => make().options.map((option) => option.name())));
    const named = found(readme, /`--([a-z-]+)/g).filter((option) => option !== "silent");
    expect(named.filter((option) => !known.has(option))).toEqual([]);
  });

  it("shows the figures that the example bills", () => {
    const { invoices, creditNotes, held } = JSON.parse(read("test/golden/harbour-2026-10.json")) as {
      readonly invoices: readonly { readonly currency: string; readonly total: string }[];
      readonly creditNotes: readonly { readonly currency: string; readonly total: string }[];
      readonly held: readonly string[];
    };
    const all = [...invoices, ...creditNotes];
    const shown = [...readme.matchAll(/^ {2}([A-Z]{3}) .* ([\d,.]+)$/gm)].map(([, currency, total]) => {
      const documentsOfCurrency = all.filter((document) => document.currency === currency);
      const cents = documentsOfCurrency.reduce(
        (sum, document) => sum + Math.round(Number(document.total) * 100),
        0,
      );
      return { currency, shown: Number(total!.replace(/,/g, "")), billed: cents / 100 };
    });
    expect(shown.map(({ currency }) => currency)).toEqual(
      [...new Set(all.map(({ currency }) => currency))].sort(),
    );
    for (const total of shown) expect(total.shown).toBe(total.billed);
    expect(readme).toContain(`${String(all.length)} documents with `);
    expect(readme).toContain(`Held: ${String(held.length)} invoices wait`);
  });
});

describe("the decisions", () => {
  const files = readdirSync(join(ROOT, "docs/decisions")).sort();

  it("are numbered without gaps", () => {
    expect(files.map((file) => Number(file.slice(0, 3)))).toEqual(files.map((_, index) => index + 1));
  });

  it("say what, why, what else and when to look again, in a dozen lines", () => {
    const parts = ["**Choice.**", "**Why.**", "**Weighed.**", "**Revisit.**"];
    const odd = files.filter((file) => {
      const text = read(`docs/decisions/${file}`);
      return parts.some((part) => !text.includes(part)) || text.trim().split("\n").length > 14;
    });
    expect(odd).toEqual([]);
  });
});
