import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { contract, price, usage, writeBook } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";
import { newFolder, ratebook } from "../support/commandLine";
import type { BillJson } from "../support/workbookRun";

/** Bills a book of one contract with a usage file. */
async function billWith(file: string, content: string | Buffer, options: readonly string[] = []) {
  const folder = newFolder();
  await writeBook(join(folder, "book.xlsx"), {
    Contracts: [contract("A")],
    Prices: [price("A", "per_unit", { "Unit price": 1 })],
    Usage: [usage("A", 1, { "Event ID": "E-1" })],
  });
  writeFileSync(join(folder, file), content);
  const ran = await ratebook(
    ["bill", "book.xlsx", "--usage", file, "--out", "out.xlsx", "--json", ...options],
    folder,
  );
  return { ran, folder, json: () => JSON.parse(ran.stdout) as BillJson };
}

const header = "Contract ID,Meter,Date,Quantity,Event ID";
const meter = "Calls";

test("ids of a file keep every digit, figures are numbers", async () => {
  const { ran, folder, json } = await billWith(
    "more.csv",
    `${header}\nA,${meter},2026-04-02,2.50,1449741456.1\nA,${meter},2026-04-02,2.50,1449741456.10\n` +
      `A,${meter},2026-04-03,0.125,007\nA,${meter},2026-04-03,1.000,12345678901234567890\n`,
  );
  expect(ran.stderr).toBe("");
  expect(json().issues.map(({ code }) => code)).toEqual(["NO_TAX"]);
  // 1 + 2.5 + 2.5 + 0.125 + 1: none is taken for the duplicate of another.
  expect(json().controlTotals).toMatchObject([{ rowsRead: 5, rowsRated: 5, quantityRated: 7.125 }]);
  const rows = (await readTables(join(folder, "out.xlsx"))).Usage!.rows.slice(1);
  expect(rows.map((row) => row["Event ID"])).toEqual([
    "1449741456.1",
    "1449741456.10",
    "007",
    "12345678901234567890",
  ]);
  expect(rows.map((row) => row.Quantity)).toEqual([2.5, 2.5, 0.125, 1]);
});

test("a decimal comma between semicolons is a number, a point with three decimals is not guessed", async () => {
  const head = header.replaceAll(",", ";");
  const clear = await billWith("clear.csv", `${head}\nA;${meter};2026-04-02;2,50;E-2\n`);
  expect(clear.json().controlTotals).toMatchObject([{ quantityRated: 3.5 }]);
  const unclear = await billWith("unclear.csv", `${head}\nA;${meter};2026-04-02;1.500;E-2\n`);
  expect(unclear.json().issues).toContainEqual(
    expect.objectContaining({
      code: "AMBIGUOUS_NUMBER",
      value: "1.500",
      sheet: "unclear.csv",
      cell: "line 2",
    }),
  );
  expect(unclear.json().held).toBe(1);
});

test.each([
  ["UTF-16", Buffer.from(`\ufeff${header}\nA,${meter},2026-04-02,2,é\n`, "utf16le")],
  ["windows-1252", Buffer.from(`${header}\nA,${meter},2026-04-02,2,é\n`, "latin1")],
  ["bars", `${header}\nA,${meter},2026-04-02,2,é\n`.replaceAll(",", "|")],
  [
    "a line that names the separator",
    `sep=^\r\n${header}\r\nA,${meter},2026-04-02,2,é\r\n`.replaceAll(",", "^"),
  ],
  ["lines that end with a carriage return", `${header}\rA,${meter},2026-04-02,2,é\r`],
])("a file in %s is read", async (_, content) => {
  const { folder, json } = await billWith("more.csv", content);
  expect(json().controlTotals).toMatchObject([{ quantityRated: 3 }]);
  expect((await readTables(join(folder, "out.xlsx"))).Usage!.rows[1]!["Event ID"]).toBe("é");
});

test("a workbook given for a usage file is refused in one line that says what to do", async () => {
  const { ran } = await billWith("more.xlsx", Buffer.from("504b0304", "hex"));
  expect(ran).toMatchObject({ status: 2, stdout: "" });
  expect(ran.stderr).toBe(
    "ratebook: more.xlsx: It is an Excel workbook or another zip archive; open it in Excel and save the sheet with the rows as CSV UTF-8.\n",
  );
});

describe("a text that is made to fill the memory, or to keep the program busy", () => {
  const rows = `${header}\nA,${meter},2026-04-02,2,E-2\n`;
  const row = `A,${meter},2026-04-02,2,\n`;
  const repeated = row.repeat(Math.ceil((70 * 1024 ** 2) / row.length));

  test.each<[string, string, string | Buffer, string, string?]>([
    [
      "unpacks to the same row without an end",
      "more.csv.gz",
      gzipSync(header + "\n" + repeated),
      "more.csv.gz: its text is more than 100 times as long as the file; if that is right, unpack it and give the text",
      "--keep-usage yes: the files have more rows than a sheet holds; leave it out, and they are billed where they are",
    ],
    [
      "has a field longer than a cell",
      "more.csv",
      `${rows}A,${"M".repeat(40_000)},2026-04-02,2,E-3\n`,
      "more.csv: Field 2 on line 3 is longer than the 32,767 characters of a cell; shorten it, or save the file without that column.",
    ],
    [
      "goes on with empty lines",
      "more.csv",
      rows + "\n".repeat(2_000_100),
      "more.csv: More than 2,000,000 rows up to line 2000003 are empty; take them out, or give the file that holds the rows.",
    ],
  ])("%s: it is refused in one line, copied or billed where it is", async (...given) => {
    const [, file, content, left, copied = left] = given;
    for (const [keeps, message] of [
      ["yes", copied],
      ["no", left],
    ]) {
      const { ran } = await billWith(file, content, ["--keep-usage", keeps!]);
      expect({ ...ran, keeps }).toMatchObject({
        status: 2,
        stdout: "",
        stderr: `ratebook: ${message}\n`,
        keeps,
      });
    }
  });

  test("empty rows that have their commas are as empty", async () => {
    const { ran } = await billWith("more.csv", rows + ",,,,\n".repeat(2_000_100), ["--keep-usage", "no"]);
    expect(ran.stderr).toContain("rows up to line 2000003 are empty;");
  });

  test("a long text of few characters is packed as tightly, and read", async () => {
    const { json } = await billWith("more.csv.gz", gzipSync(rows + row.repeat(1000)));
    expect(json().controlTotals).toMatchObject([{ rowsRead: 1002 }]);
  });
});
