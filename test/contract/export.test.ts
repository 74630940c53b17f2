import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exports } from "../../src/core/api";
import { newFolder, ratebook } from "../support/commandLine";
import { shortExample } from "../support/shortExample";
import { writeBook } from "../support/workbookFixture";

const EXAMPLE = join(__dirname, "../../examples/harbour.xlsx");

interface ExportJson {
  readonly target: string;
  readonly files: readonly { readonly name: string; readonly path: string; readonly rows: number }[];
  readonly output: string;
}

describe("export --to csv", () => {
  it("writes a file for every table of a billed workbook, whole", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "short.xlsx"), await shortExample());
    await ratebook(["bill", "short.xlsx", "--out", "billed.xlsx", "--sheets", "0"], folder);
    const { status, stdout, stderr } = await ratebook(
      ["export", "billed.xlsx", "--to", "csv", "--json"],
      folder,
    );
    expect([status, stderr]).toEqual([0, ""]);
    const { target, files, output } = JSON.parse(stdout) as ExportJson;
    expect([target, output]).toEqual(["csv", join("out", "csv")]);
    const rows = Object.fromEntries(files.map((file) => [file.name, file.rows]));
    expect(rows).toMatchObject({
      "Usage.csv": 5_202,
      "Invoices.csv": 58,
      "Invoice lines.csv": 147,
      "Run log.csv": 1,
    });
    const invoices = readFileSync(
      join(folder, files.find(({ name }) => name === "Invoices.csv")!.path),
      "utf8",
    );
    const [header, ...records] = invoices.split("\r\n");
    expect(header).toMatch(/^"Invoice number","Status","Type","Customer ID",/);
    expect(records.find((record) => record.startsWith('"DRAFT-CT-0002-'))).toMatch(
      /^"DRAFT-CT-0002-2026-10-[A-Z]{3}","Draft","Invoice",.*,2026-10-01,2026-10-31,/,
    );
  });

  it("refuses an unknown export in one line and writes nothing", async () => {
    const folder = newFolder();
    const unknown = await ratebook(["export", EXAMPLE, "--to", "sap"], folder);
    expect([unknown.status, unknown.stderr]).toEqual([
      2,
      `ratebook: --to sap: there is no such export; there are ${exports.map(({ id }) => id).join(", ")}\n`,
    ]);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  const withoutTemplate = exports.filter((each) => !("template" in each) || each.template?.when !== "needed");

  it.each(withoutTemplate.map(({ id }) => id))(
    "refuses a workbook without tables in one line: %s",
    async (id) => {
      const folder = newFolder();
      await writeBook(join(folder, "notes.xlsx"), { Notes: [{ Remark: "call Bob" }] });
      const { status, stdout, stderr } = await ratebook(["export", "notes.xlsx", "--to", id], folder);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toBe(
        "ratebook: notes.xlsx: it holds nothing for this export; ratebook check says what it lacks\n",
      );
      expect(existsSync(join(folder, "out"))).toBe(false);
    },
  );
});
