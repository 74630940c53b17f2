import { gzipSync } from "node:zlib";
import { billPeriod, planWrites } from "../../core/api";
import { servicesOver } from "../../../test/pane/fakeServices";
import { bookOfSheets, newSession } from "../../../test/pane/sessionBooks";
import { cellsOf, readBy } from "../../../test/port/books";
import { MemoryPort } from "../../../test/port/memoryPort";
import { inlineClient } from "../client/inlineClient";
import { surroundings } from "../session/surroundings";
import { bookOf } from "./billState";
import { createBill } from "./createBill";

const TITLES = ["Event ID", "Contract ID", "Meter", "Date", "Quantity"];
const row = (id: number) => `E-${String(id)},A,Calls,2026-04-0${String(1 + (id % 5))},2.50`;
const csv = (from: number, to: number) =>
  [TITLES.join(","), ...Array.from({ length: to - from + 1 }, (_, index) => row(from + index))].join("\n");

/** A bill over a book of one contract of 1.00 a call and one call. */
async function openedBill(month = 4) {
  const { snapshot } = await bookOfSheets({
    Contracts: [
      ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
      ["A", "C-1", "Ann Ltd", 46_023, "EUR"],
    ],
    Prices: [
      ["Contract ID", "Product", "Meter", "Pricing model", "Unit price"],
      ["A", "Calls", "Calls", "per_unit", 1],
    ],
    Usage: [TITLES, ["E-0", "A", "Calls", 46_023 + 31 * (month - 1), 1]],
  });
  const port = new MemoryPort(snapshot);
  const services = servicesOver(port, inlineClient(newSession)).services;
  const bill = createBill(services);
  await bill.open();
  return { bill, port, services };
}

const options = { when: { day: 46_142, time: 0 }, who: "", parameters: "", sheetLimit: 0 };

type Opened = Awaited<ReturnType<typeof openedBill>>;

async function preview({ bill }: Opened) {
  await bill.check();
  await bill.preview();
  const state = bill.store.get();
  return state.step === "previewed" ? state.preview.totals : state;
}

const usageRows = async ({ port }: Opened) =>
  Object.keys(cellsOf(await readBy(port))).filter((cell) => /^Usage!A\d+$/.test(cell)).length - 1;

const namesOf = ({ bill }: Opened) => {
  const { files, copied } = bookOf(bill.store.get())!.usage;
  return { files: files.map(({ name }) => name), copied: copied.map(({ name }) => name) };
};

describe("usage files that are given to the pane", () => {
  const totals = (subtotal: number) => [expect.objectContaining({ currency: "EUR", subtotal })];

  it("are billed with the rows of Usage, and copied into it by the next write", async () => {
    const opened = await openedBill();
    await opened.bill.useFiles([
      new File([csv(1, 40)], "a.csv"),
      // Row 40 stands in both.
      new File([gzipSync(csv(40, 60))], "b.csv.gz"),
    ]);
    expect(namesOf(opened)).toEqual({ files: ["a.csv", "b.csv.gz"], copied: ["a.csv", "b.csv.gz"] });
    expect(await preview(opened)).toEqual(totals(151));
    await opened.bill.write();
    expect(await usageRows(opened)).toBe(1 + 40 + 21);
    // They are in the workbook now, and are not billed twice.
    await opened.bill.open();
    expect(namesOf(opened)).toEqual({ files: [], copied: [] });
    expect(await preview(opened)).toEqual(totals(151));
    await opened.bill.undo();
    expect(await usageRows(opened)).toBe(1);
    expect(namesOf(opened).copied).toEqual(["a.csv", "b.csv.gz"]);
  });

  it("are billed where they are when they have many rows, and asked for by the next run", async () => {
    const opened = await openedBill();
    const large = new File([csv(1, 50_000)], "april.csv");
    await opened.bill.useFiles([large]);
    expect(namesOf(opened)).toEqual({ files: ["april.csv"], copied: [] });
    expect(await preview(opened)).toEqual(totals(125_001));
    await opened.bill.write();
    expect(await usageRows(opened)).toBe(1);
    expect(cellsOf(await readBy(opened.port))).toMatchObject({
      "Usage files!A2": expect.stringContaining("april.csv") as string,
    });
    await opened.bill.open();
    expect(await preview(opened)).toEqual(totals(125_001));
    // Without the file the month would be billed short.
    await opened.bill.useFiles([]);
    expect(await preview(opened)).toMatchObject({
      step: "failed",
      failure: {
        code: "USAGE_FILE",
        message:
          "A file is missing: its usage from 2026-04-01 to 2026-04-05 is in april.csv, which is not at hand. Add it under Usage files on Sheets.",
      },
    });
    const written = await readBy(opened.port);
    const billed = billPeriod(written, { period: undefined, asOf: undefined, giveNumbers: false });
    if (!billed.ok) throw new Error(billed.reason);
    expect(() => planWrites(billed.run, written, { ...surroundings, ...options })).toThrow(
      "2026-04 would be billed short: its usage from 2026-04-01 to 2026-04-05 is in april.csv, which is not at hand.",
    );
    await opened.bill.useFiles([new File([csv(1, 50_001)], "april.csv")]);
    expect(await preview(opened)).toMatchObject({
      failure: { message: expect.stringContaining("has another content now") as string },
    });
  });

  it("are refused in a sentence, and the workbook stays open with those before", async () => {
    const opened = await openedBill();
    const good = new File([csv(1, 2)], "good.csv");
    await opened.bill.useFiles([good]);
    for (const [file, message] of [
      [new File([gzipSync(csv(1, 400)).subarray(0, 200)], "cut.csv.gz"), "it is damaged or not whole (gzip)"],
      [new File(["hi"], "note.csv"), "Usage has no column “Meter”"],
      [
        new File([`${TITLES.join(",")}\n"E-1,A`], "quote.csv"),
        "The quote that opens on line 2 is never closed",
      ],
    ] as const) {
      await opened.bill.useFiles([good, file]);
      expect(opened.bill.store.get()).toMatchObject({
        step: "failed",
        failure: {
          code: "USAGE_FILE",
          message: expect.stringContaining(`${file.name}: ${message}`) as string,
        },
      });
      expect(namesOf(opened).files).toEqual(["good.csv"]);
    }
  });
});
