import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contract, price, usage, writeBook } from "../support/workbookFixture";
import { newFolder, ratebookProcess } from "../support/commandLine";
import { billFile } from "../support/workbookRun";
import { unzip, zip } from "../support/workbookZip";

const CHART = `<?xml version="1.0"?>\n<c:chartSpace xmlns:c="urn:chart"><!-- kept --></c:chartSpace>`;
const NOTES = "bytes \u0000 that no program understands";

/** A small book to which somebody's chart and a part of unknown kind were added. */
async function bookWithParts(): Promise<string> {
  const path = join(newFolder(), "book.xlsx");
  await writeBook(path, {
    Contracts: [contract("A")],
    Prices: [price("A", "per_unit", { "Unit price": 1 })],
    Usage: [usage("A", 3), usage("NOBODY", 3)],
    Notes: [{ Remark: "kept" }],
  });
  const parts = new Map(unzip(readFileSync(path)));
  parts.set("xl/charts/chart1.xml", Buffer.from(CHART));
  parts.set("customXml/notes.bin", Buffer.from(NOTES));
  const types = parts.get("[Content_Types].xml")!.toString("utf8");
  const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
  const more = `<Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/xl/charts/chart1.xml" ContentType="${chartType}"/></Types>`;
  parts.set("[Content_Types].xml", Buffer.from(types.replace("</Types>", more)));
  writeFileSync(path, new Uint8Array(zip(parts)));
  return path;
}

describe("parts of the workbook that are not Ratebook's", () => {
  let before: ReadonlyMap<string, Buffer>;
  let after: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    const path = await bookWithParts();
    const billed = await billFile(path);
    before = unzip(readFileSync(path));
    after = unzip(readFileSync(billed.output));
  });

  test.each(["xl/charts/chart1.xml", "customXml/notes.bin"])("%s is kept byte for byte", (name) => {
    expect(after.get(name)?.toString("latin1")).toBe(before.get(name)?.toString("latin1"));
  });

  test("input sheets are kept byte for byte", () => {
    const sheets = [...before.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(4);
    for (const name of sheets) expect(after.get(name)?.equals(before.get(name)!)).toBe(true);
  });

  test("an issue links to its cell", () => {
    const links = [...after].filter(
      ([name, part]) => name.startsWith("xl/worksheets/") && part.includes("hyperlink"),
    );
    expect(
      links.some(([, part]) => /<hyperlink [^>]*location="'?Usage'?!A3"/.test(part.toString("utf8"))),
    ).toBe(true);
  });

  test("the output has no formula of an add-in", () => {
    const sheets = [...after].filter(([name]) => name.startsWith("xl/worksheets/"));
    const formulas = sheets.flatMap(([, part]) => part.toString("utf8").match(/<f[^>]*>[^<]*<\/f>/g) ?? []);
    expect(formulas.length).toBeGreaterThan(0);
    expect(formulas.filter((formula) => /RATEBOOK|_xludf|\[\d+\]/i.test(formula))).toEqual([]);
  });
});

describe("zip files that would burst", () => {
  test.each([
    ["a part that unpacks to half a gigabyte", undefined],
    ["and the same under a false size", 1000],
  ])("%s", async (_says, saidSize) => {
    const folder = newFolder();
    const path = await bookWithParts();
    const parts = new Map(unzip(readFileSync(path)));
    const [sheet] = [...parts.keys()].filter((name) => name.startsWith("xl/worksheets/sheet"));
    parts.set(sheet!, Buffer.alloc(512 * 1024 * 1024, " "));
    const bomb = join(folder, "bomb.xlsx");
    writeFileSync(bomb, new Uint8Array(zip(parts, saidSize)));
    const ran = await ratebookProcess(["bill", bomb, "--out", "out.xlsx"], folder);
    expect(ran.status).toBe(2);
    expect(ran.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(ran.stderr).toContain("bomb.xlsx");
    expect(existsSync(join(folder, "out.xlsx"))).toBe(false);
  });
});
