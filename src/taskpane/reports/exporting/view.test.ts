import { bookOfSheets, invoicesSheet, sessionOf, written } from "../../../../test/pane/sessionBooks";

const details = { at: "2026-11-30T09:00:00", user: "Ada" };
const request = { target: "quickbooks-online", invoices: "", drafts: false, again: false };

const book = () =>
  bookOfSheets({
    Invoices: invoicesSheet(
      ["INV-1", "Issued", "C-1", "Acme Ltd", "2026-10-01", "2026-10-31", "EUR", 100],
      ["INV-2", "Issued", "C-2", "Byte GmbH", "2026-10-05", "2026-11-04", "EUR", 250],
    ),
    "Invoice lines": [
      ["Invoice number", "Line", "Product", "Amount"],
      ["INV-1", 1, "Support", 100],
      ["INV-2", 1, "Support", 240],
    ],
  });

it("shows what goes into a file, what is left out and in which cell that is mended", async () => {
  const session = sessionOf(await book());
  expect(session.ask("exporting", "targets").map(({ id }) => id)).toContain("datev");
  const view = session.ask("exporting", "preview", request);
  expect(view.files).toEqual([{ name: "quickbooks-online-RUN-1-1.csv", documents: 1, rows: 1 }]);
  expect(view.leftOut).toMatchObject([
    { invoiceNumber: "INV-2", code: "DOES_NOT_ADD_UP", at: { sheet: "Invoices" } },
  ]);
  expect(() => session.ask("exporting", "preview", { ...request, invoices: "Colour=red" })).toThrow(
    "Colour=red",
  );
  for (const invoices of ["INV-1, INV-99", "inv-99"])
    expect(() => session.ask("exporting", "preview", { ...request, invoices })).toThrow(
      /^the workbook has no document (?:INV|inv)-99; nothing is written$/,
    );
});

it("makes the file, and writes Exports, so that it is not made again", async () => {
  const before = await book();
  const session = sessionOf(before);
  const file = session.ask("exporting", "file", request, details);
  expect(new TextDecoder().decode(file.bytes)).toContain(
    "\r\nINV-1,Acme Ltd,10/01/2026,10/31/2026,Net 30,,Support,Support,1,100,100.00,,0.00,EUR\r\n",
  );
  const plan = session.ask("exporting", "plan", request, details);
  expect(plan.sheets.map(({ name }) => name)).toEqual(["Exports", "Run log"]);
  const after = sessionOf(await written(before, plan));
  expect(after.ask("exporting", "preview", request)).toMatchObject({ files: [], already: 1 });
  const all = after.ask("exporting", "file", { ...request, target: "csv" }, details);
  expect([all.name, [...all.bytes.subarray(0, 2)]]).toEqual(["csv-RUN-2.zip", [0x50, 0x4b]]);
});
