import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { contract, price, usage, writeBook } from "../support/workbookFixture";
import { newFolder, ratebook } from "../support/commandLine";
import { unzip, zip } from "../support/workbookZip";

const PLAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const TYPES = "[Content_Types].xml";
const RELATIONSHIPS = "xl/_rels/workbook.xml.rels";
const PROJECT = "xl/vbaProject.bin";

const macros = Buffer.from("d0cf11e0a1b11ae1 macros of the customer");

const partsOf = (path: string) => unzip(readFileSync(path));
const textOf = (path: string, part: string) => partsOf(path).get(part)?.toString("utf8");

/** A book as Excel keeps one with macros. */
async function macroBook(folder: string): Promise<string> {
  const plain = join(folder, "book.xlsx");
  await writeBook(plain, {
    Contracts: [contract("A")],
    Prices: [price("A", "per_unit", { "Unit price": 1.5 })],
    Usage: [usage("A", 10)],
  });
  const parts = new Map(partsOf(plain));
  const types = String(parts.get(TYPES)).replace(PLAIN_TYPE, MACRO_TYPE);
  const project = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>';
  parts.set(TYPES, Buffer.from(types.replace(/<Types[^>]*>/, (tag) => tag + project)));
  const relationship =
    '<Relationship Id="rId77" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>';
  const relationships = String(parts.get(RELATIONSHIPS));
  parts.set(
    RELATIONSHIPS,
    Buffer.from(relationships.replace("</Relationships>", `${relationship}</Relationships>`)),
  );
  parts.set(PROJECT, macros);
  const path = join(folder, "book.xlsm");
  writeFileSync(path, new Uint8Array(zip(parts)));
  return path;
}

describe("a workbook with macros", () => {
  test("is billed as one, with its macros byte for byte", async () => {
    const folder = newFolder();
    const ran = await ratebook(["bill", await macroBook(folder)], folder);
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(join(folder, "out")).map((file) => basename(file))).toEqual(["book-2026-04.xlsm"]);
    const out = join(folder, "out", "book-2026-04.xlsm");
    expect(partsOf(out).get(PROJECT)).toEqual(macros);
    expect(textOf(out, TYPES)).toContain(MACRO_TYPE);
    expect(textOf(out, TYPES)).toContain(
      'Extension="bin" ContentType="application/vnd.ms-office.vbaProject"',
    );
    expect(textOf(out, RELATIONSHIPS)).toContain('Id="rId77"');
    const again = await ratebook(["bill", out, "--out", "again.xlsm"], folder);
    expect(again.status).toBe(0);
    expect(partsOf(join(folder, "again.xlsm")).get(PROJECT)).toEqual(macros);
  });

  test("loses them in no other command without that line", async () => {
    const folder = newFolder();
    await ratebook(["bill", await macroBook(folder), "--number", "--out", "billed.xlsm"], folder);
    const lost = "ratebook: lost.xlsx: the macros of the workbook are left out; name it .xlsm to keep them\n";
    for (const command of [
      ["void", "billed.xlsm", "--all", "--reason", "price"],
      ["credit", "billed.xlsm", "INV-2026-0001", "--reason", "PRICE"],
      ["evidence", "billed.xlsm", "INV-2026-0001"],
      ["reconcile", "billed.xlsm"],
    ]) {
      const ran = await ratebook([...command, "--out", "lost.xlsx"], folder);
      expect([command[0], ran.stderr]).toEqual([command[0], lost]);
      const kept = await ratebook([...command, "--out", "kept.xlsm"], folder);
      expect([command[0], kept.stderr]).toEqual([command[0], ""]);
      expect(partsOf(join(folder, "kept.xlsm")).get(PROJECT)).toEqual(macros);
    }
  });

  test("loses them in a file named .xlsx, with a line that says so", async () => {
    const folder = newFolder();
    const ran = await ratebook(["bill", await macroBook(folder), "--out", "plain.xlsx"], folder);
    expect(ran.status).toBe(0);
    expect(ran.stderr).toBe(
      "ratebook: plain.xlsx: the macros of the workbook are left out; name it .xlsm to keep them\n",
    );
    const parts = partsOf(join(folder, "plain.xlsx"));
    expect([...parts.keys()].filter((part) => /vba/i.test(part))).toEqual([]);
    expect(String(parts.get(TYPES))).toContain(PLAIN_TYPE);
    expect(`${String(parts.get(TYPES))}${String(parts.get(RELATIONSHIPS))}`).not.toMatch(/vba|macro/i);
  });
});

test("a workbook without macros may be named .xlsm, and is one then", async () => {
  const folder = newFolder();
  await macroBook(folder);
  const ran = await ratebook(["bill", "book.xlsx", "--out", "out.xlsm"], folder);
  expect(ran).toMatchObject({ status: 0, stderr: "" });
  expect(textOf(join(folder, "out.xlsm"), TYPES)).toContain(MACRO_TYPE);
});
