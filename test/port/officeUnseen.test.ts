import { Workbook } from "exceljs";
import { readFile } from "./officeBooks";
import { freshOfficePerTest } from "./openedOffice";

const open = freshOfficePerTest();

interface Looks {
  readonly hidden?: readonly number[];
  readonly struck?: readonly string[];
}

/** Two sheets of 40 rows and 3 columns from A1 and B3 on, of which the second looks as told. */
async function bookWith({ hidden = [], struck = [] }: Looks): Promise<Uint8Array> {
  const book = new Workbook();
  const rows = Array.from({ length: 40 }, (_, row) => [
    row,
    `text ${String(row)}`,
    row % 2 === 0 ? row / 8 : "",
  ]);
  book.addWorksheet("Plain").addRows(rows);
  const sheet = book.addWorksheet("Marked");
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries()) sheet.getCell(row + 3, column + 2).value = value;
  for (const row of hidden) sheet.getRow(row).hidden = true;
  for (const address of struck) sheet.getCell(address).font = { strike: true };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const everyRow = Array.from({ length: 40 }, (_, row) => row + 3);

describe("rows that are not seen in Excel", () => {
  it.each<[string, Looks]>([
    ["a hidden row", { hidden: [7] }],
    ["hidden rows at both ends", { hidden: [3, 4, 41, 42] }],
    ["all rows hidden", { hidden: everyRow }],
    ["a struck-out cell", { struck: ["C9"] }],
    ["a struck-out column and a cell", { struck: [...everyRow.map((row) => `B${String(row)}`), "D5"] }],
    ["both, and an empty cell", { hidden: [12], struck: ["B12", "D4", "C42"] }],
  ])("%s is read as in the file", async (_title, looks) => {
    const bytes = await bookWith(looks);
    const { snapshot } = await open(bytes);
    const unseen = ({ grids }: typeof snapshot) =>
      grids.map(({ hidden, columns }) => ({
        hidden: [...(hidden ?? [])].flatMap((flag, row) => (flag === 1 ? [row] : [])),
        struck: columns.map(({ struck }) =>
          [...(struck ?? [])].flatMap((flag, row) => (flag === 1 ? [row] : [])),
        ),
      }));
    const file = await readFile(bytes);
    expect(unseen(snapshot)).toEqual(unseen(file));
    expect(unseen(file)[1]!.hidden).toEqual((looks.hidden ?? []).map((row) => row - 1));
  });

  it("costs a book without any no round trip", async () => {
    const plain = await open(await bookWith({}));
    const trips = plain.host.roundTrips;
    const marked = await open(await bookWith({ hidden: [7] }));
    expect(marked.host.roundTrips).toBe(trips + 1);
  });
});
