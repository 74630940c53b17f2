import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contract, price, settings, usage, writeBook } from "../support/workbookFixture";
import { openBook } from "../support/workbookReading";
import { newFolder, ratebook } from "../support/commandLine";

/** One white pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=",
  "base64",
);

/** Bills books/book.xlsx, whose Settings name this logo; other pictures lie in and around its folder. */
async function billWithLogo(logo: string) {
  const folder = newFolder();
  const at = (name: string) => join(folder, name);
  for (const name of ["books", "books/pictures", "books-evil"]) mkdirSync(at(name));
  for (const name of ["books", "books/pictures", "books-evil", "."])
    writeFileSync(at(`${name}/logo.png`), new Uint8Array(PNG));
  symlinkSync("../logo.png", at("books/link.png"));
  symlinkSync("../books-evil", at("books/inside"));
  mkdirSync(at("books/folder.png"));
  await writeBook(at("books/book.xlsx"), {
    Settings: settings({ Logo: logo.replace("FOLDER", folder) }),
    Contracts: [contract("A")],
    Prices: [price("A", "per_unit", { "Unit price": 1.5 })],
    Usage: [usage("A", 10)],
  });
  const ran = await ratebook(["bill", "books/book.xlsx", "--out", "out.xlsx"], folder);
  const sheets = (await openBook(at("out.xlsx"))).worksheets;
  return { ran, pictures: sheets.reduce((count, sheet) => count + sheet.getImages().length, 0) };
}

describe("the logo of Settings", () => {
  test.each([["logo.png"], ["pictures/logo.png"], ["../books/logo.png"], ["FOLDER/books/logo.png"]])(
    "%s in the book's folder is on the invoice",
    async (logo) => {
      const { ran, pictures } = await billWithLogo(logo);
      expect(ran).toMatchObject({ status: 0, stderr: "" });
      expect(pictures).toBe(1);
    },
  );

  test.each([
    ["beside the folder", "../logo.png"],
    ["in a folder whose name begins as the book's", "../books-evil/logo.png"],
    ["at a path from the root", "FOLDER/books-evil/logo.png"],
    ["behind a link out of the folder", "link.png"],
    ["in a linked folder", "inside/logo.png"],
    ["that is a folder", "folder.png"],
    ["that is not there", "none.png"],
  ])("one %s is left out, in one line", async (_says, logo) => {
    const { ran, pictures } = await billWithLogo(logo);
    expect(ran.status).toBe(0);
    expect(ran.stderr).toMatch(/^ratebook: no PNG or JPEG file .*; invoices are written without a logo\n$/);
    expect(pictures).toBe(0);
  });
});
