import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nameKey } from "../base/name";
import type { TableDefinition } from "./table";

const core = join(__dirname, "..");

/** Files of src/core that define a table, so that a new one is checked without a word here. */
const files = readdirSync(core, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .filter((file) => /^export const \w+ = defineTable\(/m.test(readFileSync(join(core, file), "utf8")))
  .sort();

async function definitionsIn(file: string): Promise<TableDefinition[]> {
  const module = (await import(join(core, file))) as Readonly<Record<string, unknown>>;
  return Object.values(module).filter(
    (value): value is TableDefinition =>
      typeof value === "object" && value !== null && "columns" in value && "examples" in value,
  );
}

/** Headers that several columns of a table claim, by key; the first column named gets it. */
function claimedTwice({ columns }: TableDefinition): Record<string, string[]> {
  const claims = new Map<string, Set<string>>();
  for (const { title, synonyms } of Object.values(columns)) {
    for (const header of [title, ...synonyms]) {
      const key = nameKey(header);
      claims.set(key, (claims.get(key) ?? new Set<string>()).add(title));
    }
  }
  return Object.fromEntries(
    [...claims].flatMap(([key, titles]) => (titles.size > 1 ? [[key, [...titles]]] : [])),
  );
}

/** Headers that may mean two columns of a table, and why. */
const intended: Readonly<Record<string, ReturnType<typeof claimedTwice>>> = {};

it("finds the tables", () => {
  expect(files.length).toBeGreaterThanOrEqual(11);
});

describe.each(files)("%s", (file) => {
  it("gives every title and synonym to one column", async () => {
    for (const definition of await definitionsIn(file)) {
      expect([definition.title, claimedTwice(definition)]).toEqual([
        definition.title,
        intended[definition.title] ?? {},
      ]);
    }
  });

  it("has a help text for the table and each column, and headers that are more than signs", async () => {
    for (const { help, columns } of await definitionsIn(file)) {
      for (const column of Object.values(columns)) {
        expect([column.title, column.help]).not.toContain("");
        for (const header of [column.title, ...column.synonyms]) expect(nameKey(header)).not.toBe("");
      }
      expect(help).not.toBe("");
    }
  });

  it("has examples that name its columns only and fill the required ones", async () => {
    for (const { columns, examples } of await definitionsIn(file)) {
      const required = Object.keys(columns).filter((field) => columns[field]!.required);
      for (const example of examples) {
        expect(Object.keys(columns)).toEqual(expect.arrayContaining(Object.keys(example)));
        expect(Object.keys(example)).toEqual(expect.arrayContaining(required));
      }
    }
  });
});

it("gives the name of a sheet to one table, unless a column tells two apart", async () => {
  const singular = (name: string) => nameKey(name).replace(/s$/, "");
  const definitions = (await Promise.all(files.map(definitionsIn))).flat();
  const names = definitions.flatMap(({ title, synonyms, toldBy }) => {
    const column = toldBy && "with" in toldBy ? ` with ${toldBy.with}` : "";
    return [...new Set([title, ...synonyms].map((name) => singular(name) + column))];
  });
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});
