import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { creditNote, invoice, payment, type Tables } from "../../../test/support/receivablesBook";
import { writeBook } from "../../../test/support/workbookFixture";
import { UntiedPlan } from "../../core/api";
import type * as Notes from "../../core/invoicing/credits/creditNote";
import type * as Register from "../../core/receivables/posting/register";
import { fail } from "../fault";
import { ratebookProgram } from "../program";

let isBroken = false;

// A fault of the code that writes: a cent too much on every document that is paid, and on every credit note.
jest.mock("../../core/receivables/posting/register", () => {
  const actual = jest.requireActual<typeof Register>("../../core/receivables/posting/register");
  const changedDocuments: typeof actual.changedDocuments = (ledger) => {
    const changed = actual.changedDocuments(ledger);
    if (!isBroken) return changed;
    return new Map(
      [...changed].map(([document, row]) => [document, { ...row, paid: row.paid?.plus("0.01") }]),
    );
  };
  return { ...actual, changedDocuments };
});
jest.mock("../../core/invoicing/credits/creditNote", () => {
  const actual = jest.requireActual<typeof Notes>("../../core/invoicing/credits/creditNote");
  const creditNoteOf: typeof actual.creditNoteOf = (...given) => {
    const note = actual.creditNoteOf(...given);
    return isBroken ? { ...note, subtotal: note.subtotal?.minus("0.01") } : note;
  };
  return { ...actual, creditNoteOf };
});

const book: Tables = {
  Invoices: [
    invoice("A-1", "C1", "2026-01-10", 119, { "Due date": "2026-02-10", Subtotal: 100, Tax: 19 }),
    creditNote("B-1", "C1", "2026-01-10", -5),
  ],
  Payments: [payment("P1", "2026-01-20", 119, { "Customer ID": "C1", Reference: "A-1" })],
};

/** Runs a command in this process over the workbook: whether a file came of it, and what it said. */
async function run(...words: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "untied-"));
  const said = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const printed = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    const path = join(folder, "book.xlsx");
    const out = join(folder, "out.xlsx");
    await writeBook(path, book);
    writeFileSync(out, "as before");
    const [command = "", ...options] = words;
    const error: unknown = await ratebookProgram()
      .parseAsync([command, path, ...options, "--out", out], { from: "user" })
      .then(
        () => undefined,
        (reason: unknown) => reason,
      );
    if (error !== undefined) fail(error);
    return {
      error,
      isWritten: readFileSync(out, "utf8") !== "as before",
      status: process.exitCode,
      said: said.mock.calls.map(([text]) => String(text)).join(""),
    };
  } finally {
    process.exitCode = undefined;
    said.mockRestore();
    printed.mockRestore();
    rmSync(folder, { recursive: true });
  }
}

describe.each([
  ["payments", ["payments", "--accept", "high"], "A-1: its posted rows are 119, Paid is 119.01"],
  [
    "credit",
    ["credit", "A-1", "--amount", "10", "--reason", "PRICE"],
    "CN-2026-0001: its lines add up to −10, Subtotal is −10.01",
  ],
])("%s", (_, words, fault) => {
  afterEach(() => {
    isBroken = false;
  });

  it("writes what agrees", async () => {
    expect(await run(...words)).toMatchObject({ error: undefined, isWritten: true });
  });

  it("writes nothing and ends with 2 where figures do not agree", async () => {
    isBroken = true;
    const { error, ...ended } = await run(...words);
    expect(error).toBeInstanceOf(UntiedPlan);
    expect(ended).toEqual({
      isWritten: false,
      status: 2,
      said: `ratebook: figures do not agree, nothing was written: ${fault}\n`,
    });
  });
});
