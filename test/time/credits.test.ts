import { billStep, type Step } from "../../scripts/workedExamples/billStep";
import { added, bookOf, typed } from "./documents";

const adjustments = [
  [
    "Adjustment ID",
    "Contract ID",
    "Date",
    "Amount",
    "Description",
    "Reason code",
    "Tax code",
    "Invoice number",
  ],
];

/** Two contracts billed by the call, with the tax of their own code. */
const book = bookOf({
  Settings: [
    ["Key", "Value"],
    ["Currency", "USD"],
  ],
  Contracts: [
    ["Contract ID", "Customer ID", "Start date", "Tax code"],
    ["C1", "K1", "2026-10-01", "STD"],
    ["C2", "K2", "2026-10-01", "STD"],
  ],
  Prices: [
    ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee", "Tax code"],
    ["C1", "Calls", "per_unit", 2, null, null],
    ["C1", "Book", "flat", null, 50, "LOW"],
    ["C2", "Calls", "per_unit", 3, null, null],
  ],
  "Tax codes": [
    ["Tax code", "Rate"],
    ["STD", "20 %"],
    ["LOW", "5 %"],
  ],
  Usage: [
    ["Contract ID", "Meter", "Date", "Quantity"],
    ["C1", "Calls", "2026-10-05", 50],
    ["C2", "Calls", "2026-10-05", 10],
  ],
  Adjustments: adjustments,
});

const shown = ({ run }: Step) =>
  run.invoices.map(
    ({ number, status, subtotal, tax }) => `${number} ${status} ${subtotal.toString()} ${tax.toString()}`,
  );
const codes = ({ run }: Step) =>
  run.issues.flatMap(({ code, severity }) => (severity === "error" ? [code] : []));

const drafts = "--period 2026-10";
const numbered = "--period 2026-10 --number";
const DRAFT = "DRAFT-C1-2026-10-USD";

describe("approved drafts", () => {
  let drafted: Step;
  let approved: Uint8Array;
  beforeAll(async () => {
    drafted = await billStep(book, drafts);
    const status = await typed(drafted.bytes, DRAFT, "Status", "Approved");
    approved = await typed(status, DRAFT, "Approved by", "Erin");
  });

  test("stay as they are while no numbers are given", async () => {
    expect(shown(await billStep(approved, drafts))).toEqual(["DRAFT-C2-2026-10-USD draft 30 6"]);
  });

  test("get their numbers beside the others, in the order of their contracts", async () => {
    const issued = await billStep(approved, numbered);
    expect(shown(issued)).toEqual(["INV-2026-0001 issued 150 22.5", "INV-2026-0002 issued 30 6"]);
    const again = await billStep(issued.bytes, numbered);
    expect(shown(again)).toEqual([]);
    const [first] = again.run.book.register.invoices;
    expect(first).toMatchObject({ invoiceNumber: "INV-2026-0001", status: "issued", approvedBy: "Erin" });
    expect(again.run.book.register.invoices).toHaveLength(2);
  });

  test("keep the date that they were approved with", async () => {
    const issued = await billStep(approved, `${numbered} --as-of 2026-11-03`);
    const [first, second] = issued.run.invoices;
    expect(second!.invoiceDate - first!.invoiceDate).toBe(3);
  });

  test("that the inputs no longer give get no number and are named", async () => {
    const more = await added(approved, "Usage", [["C1", "Calls", "2026-10-06", 1]]);
    const issued = await billStep(more, numbered);
    expect(shown(issued)).toEqual(["INV-2026-0001 issued 30 6"]);
    expect(codes(issued)).toEqual(["APPROVED_DIFFERS"]);
    const kept = issued.run.book.register.invoices.find(({ invoiceNumber }) => invoiceNumber === DRAFT);
    expect(kept).toMatchObject({ status: "approved" });
  });

  test("carry their adjustments along", async () => {
    const row = ["A1", "C1", "2026-10-20", -10, "for the outage", "SLA", null, null];
    const credited = await billStep(await added(book, "Adjustments", [row]), drafts);
    const signed = await typed(credited.bytes, DRAFT, "Status", "Approved");
    expect(shown(await billStep(signed, numbered))).toEqual([
      "INV-2026-0001 issued 140 20.5",
      "INV-2026-0002 issued 30 6",
    ]);
  });
});

describe("credits of an issued invoice", () => {
  let issued: Step;
  beforeAll(async () => {
    issued = await billStep(book, numbered);
  });
  const credit = (id: string | null, amount: number, date = "2026-11-10", reason = "PRICE") =>
    [id, "C1", date, amount, "too much", reason, null, "INV-2026-0001"] as const;
  const november = "--period 2026-11 --number";
  const corrections = (step: Step) => shown(step).filter((text) => text.startsWith("CN"));

  // 100 at 20 % and 50 at 5 %: two thirds and a third
  test("are shared over its tax codes by what is left of each", async () => {
    const first = await billStep(await added(issued.bytes, "Adjustments", [credit("A1", -30)]), november);
    expect(corrections(first)).toEqual(["CN-2026-0001 issued -30 -4.5"]);
    const note = first.run.invoices.find(({ type }) => type === "credit_note");
    expect(note?.lines.map(({ amount, taxCode }) => `${taxCode} ${amount.toString()}`)).toEqual([
      "LOW -10",
      "STD -20",
    ]);
    expect(corrections(await billStep(first.bytes, november))).toEqual([]);
  });

  test("that say the same are one each, with an id or without", async () => {
    const two = [credit(null, -30), credit(null, -30), credit("A3", -30), credit("A4", -30)];
    const first = await billStep(await added(issued.bytes, "Adjustments", two), november);
    expect(corrections(first)).toEqual(["CN-2026-0001 issued -120 -18"]);
    const third = await added(first.bytes, "Adjustments", [credit("A5", -30)]);
    expect(corrections(await billStep(third, november))).toEqual(["CN-2026-0002 issued -30 -4.5"]);
  });

  // Half of 100 with 20 and of 50 with 2.50, then the rest, whatever the order of the rows
  test("that are concessions stand on a note of their own and leave the line billed", async () => {
    const rows = [credit("A1", -75, "2026-11-09", "GOODWILL"), credit("A2", -75)];
    const step = await billStep(await added(issued.bytes, "Adjustments", rows), november);
    expect(corrections(step)).toEqual(["CN-2026-0001 issued -75 -11.25", "CN-2026-0002 issued -75 -11.25"]);
    expect(step.run.invoices.flatMap(({ reasonCode }) => reasonCode || [])).toEqual(["PRICE", "GOODWILL"]);
    const rerun = await billStep(step.bytes, numbered);
    expect(shown(rerun)).toEqual([]);
  });

  // 5 % of 0.10 is 0.005 and becomes 0.01, of 49.90 it is 2.495: the second note takes the 2.49 that is left of 2.50
  test("that are concessions take what the corrections beside them leave", async () => {
    const [id, contract, date, , words, reason, , number] = credit("A2", 0);
    const low = [id, contract, date, -0.1, words, reason, "LOW", number];
    const rows = [low, credit("A1", -149.9, "2026-11-09", "GOODWILL")];
    const step = await billStep(await added(issued.bytes, "Adjustments", rows), november);
    expect(
      step.run.invoices.filter(({ corrects }) => corrects !== "").map(({ tax }) => tax.toString()),
    ).toEqual(["-0.01", "-22.49"]);
  });

  test("in full by corrections free its days for a later run of the month", async () => {
    const step = await billStep(await added(issued.bytes, "Adjustments", [credit("A1", -150)]), november);
    expect(corrections(step)).toEqual(["CN-2026-0001 issued -150 -22.5"]);
    const rebilled = await billStep(step.bytes, numbered);
    expect(shown(rebilled)).toEqual(["INV-2026-0004 issued 150 22.5"]);
    expect(shown(await billStep(rebilled.bytes, numbered))).toEqual([]);
  });

  test("beyond what is left of a tax code are refused with what is left", async () => {
    const [id, contract, date, , words, reason, , number] = credit("A1", 0);
    const low = [id, contract, date, -50.01, words, reason, "LOW", number];
    const step = await billStep(await added(issued.bytes, "Adjustments", [low]), november);
    expect(corrections(step)).toEqual([]);
    expect(codes(step)).toEqual(["OVER_CREDITED"]);
    expect(step.run.issues.find(({ code }) => code === "OVER_CREDITED")?.message).toContain(
      "more than the 50.00 left of invoice INV-2026-0001 under tax code LOW",
    );
  });

  test("an extra charge for it is an invoice of its own, with its taxes", async () => {
    const step = await billStep(await added(issued.bytes, "Adjustments", [credit("A1", 30)]), november);
    const extra = step.run.invoices.find(({ corrects }) => corrects !== "");
    expect(extra).toMatchObject({ type: "invoice", corrects: "INV-2026-0001" });
    expect([extra?.subtotal, extra?.tax].map(String)).toEqual(["30", "4.5"]);
  });

  test("a run that credits its own invoice in full bills it again, once", async () => {
    const cheaper = await added(issued.bytes, "Adjustments", [credit("A1", -150, "2026-10-31")]);
    const rebilled = await billStep(cheaper, numbered);
    expect(shown(rebilled)).toEqual(["INV-2026-0003 issued 150 22.5", "CN-2026-0001 issued -150 -22.5"]);
    expect(shown(await billStep(rebilled.bytes, numbered))).toEqual([]);
  });
});
