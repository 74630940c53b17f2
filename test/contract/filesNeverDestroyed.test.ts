import { execFileSync } from "node:child_process";
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { contract, price, usage, writeBook } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";
import { newFolder, ratebook } from "../support/commandLine";

const CSV = "Contract ID,Meter,Date,Quantity\nA,Calls,2026-04-30,6\n";

/** A folder with book.xlsx and more.csv, each also under other names, and with what is no file. */
async function folderOfNames(): Promise<string> {
  const folder = newFolder();
  const at = (name: string) => join(folder, name);
  await writeBook(at("book.xlsx"), {
    Contracts: [contract("A")],
    Prices: [price("A", "per_unit", { "Unit price": 1.5 })],
    Usage: [usage("A", 10)],
  });
  writeFileSync(at("more.csv"), CSV);
  mkdirSync(at("results"));
  symlinkSync("book.xlsx", at("link.xlsx"));
  linkSync(at("book.xlsx"), at("hard.xlsx"));
  symlinkSync(".", at("here"));
  symlinkSync("more.csv", at("usage.xlsx"));
  linkSync(at("more.csv"), at("usage-hard.xlsx"));
  // Stands for a device as well: a fault of the program must not replace one of the machine that runs the tests.
  execFileSync("sh", ["-c", "mkfifo pipe"], { cwd: folder });
  symlinkSync("pipe", at("pipe.xlsx"));
  writeFileSync(at("notes.docx"), "notes");
  return folder;
}

/** The content of every file, by name. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => lstatSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}

const bill = ["bill", "book.xlsx", "--usage", "more.csv", "--out"];

describe("an output that would destroy something is refused in one line", () => {
  test.each([
    ["the book", [...bill, "book.xlsx"], "it is the same file as book.xlsx"],
    ["the book by another spelling", [...bill, "results/../book.xlsx"], "it is the same file as book.xlsx"],
    ["the book by a symbolic link", [...bill, "link.xlsx"], "it is the same file as book.xlsx"],
    ["the book by a hard link", [...bill, "hard.xlsx"], "it is the same file as book.xlsx"],
    ["the book by a link to its folder", [...bill, "here/book.xlsx"], "it is the same file as book.xlsx"],
    ["what the book's link points to", ["bill", "link.xlsx", "--out", "book.xlsx"], "as link.xlsx"],
    ["a usage file", [...bill, "more.csv"], "it is the same file as more.csv"],
    ["a usage file by a symbolic link", [...bill, "usage.xlsx"], "it is the same file as more.csv"],
    ["a usage file by a hard link", [...bill, "usage-hard.xlsx"], "it is the same file as more.csv"],
    [
      "a folder",
      [...bill, "results"],
      "it is a folder; name a file in it, such as results/book-2026-04.xlsx",
    ],
    ["what is no file", [...bill, "pipe"], "it is a device or a pipe, not a file"],
    ["what is no file by a link", [...bill, "pipe.xlsx"], "it is a device or a pipe, not a file"],
    ["a file that is no workbook", [...bill, "notes.docx"], "name a file that ends in .xlsx"],
    ["a folder as template", ["template", "results"], "it is a folder; name a file in it"],
    ["what is no file as template", ["template", "pipe"], "it is a device or a pipe, not a file"],
    ["a file that is there as template", ["template", "book.xlsx"], "this file is there already"],
    ["a link to a file that is there as template", ["template", "link.xlsx"], "this file is there already"],
    ["a template that is no workbook", ["template", "new.csv"], "name a file that ends in .xlsx"],
  ])("%s", async (_says, args, reason) => {
    const folder = await folderOfNames();
    const names = readdirSync(folder);
    const before = contents(folder);
    const ran = await ratebook(args, folder);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toMatch(/^ratebook: .*\n$/);
    expect(ran.stderr).toContain(reason);
    expect(readdirSync(folder)).toEqual(names);
    expect(contents(folder)).toEqual(before);
  });
});

test("an earlier result is written anew, behind its link", async () => {
  const folder = await folderOfNames();
  const latest = join(folder, "latest.xlsx");
  symlinkSync("results/april.xlsx", latest);
  writeFileSync(join(folder, "results/april.xlsx"), "an earlier result");
  expect((await ratebook(["bill", "book.xlsx", "--out", "latest.xlsx"], folder)).status).toBe(0);
  expect(lstatSync(latest).isSymbolicLink()).toBe(true);
  // 10 × 1.50
  const tables = await readTables(join(folder, "results/april.xlsx"));
  expect(tables.Invoices?.rows.map(({ Total }) => Total)).toEqual([15]);
  expect(readdirSync(join(folder, "results"))).toEqual(["april.xlsx"]);
});
