import { sheet, workbook, type Cell } from "../../../../test/properties/support/sheets";
import type { DocumentRegister } from "../../documents/register";
import type { Ledger } from "../../receivables/ledger";
import { mayNeedApproval } from "./creditApproval";
import { creditInvoice, registerWithNote, type CreditOptions, type CreditRun } from "./creditInvoice";
import { openLedger } from "./reportBook";

const HEADER = ["Invoice number", "Status", "Type", "Invoice date", "Currency", "Subtotal", "Tax", "Total"];

/** The ledger of a book with one invoice of 100.00 EUR, a Policy and an Approval limit. */
function ledgerOf(
  policy: readonly (readonly Cell[])[],
  limit?: number,
  acts: readonly Cell[][] = [],
): Ledger {
  const book = workbook([
    sheet("Invoices", [HEADER, ["INV-1", "Issued", "Invoice", "2026-10-31", "EUR", 100, 0, 100]]),
    sheet("Settings", [["Key", "Value"], ...(limit === undefined ? [] : [["Approval limit", limit]])]),
    ...(policy.length > 0 ? [sheet("Policy", [["Person", "Role", "Limit", "Currency"], ...policy])] : []),
    sheet("Approvals", [["Run ID", "When", "Who", "Action", "Invoice number"], ...acts]),
  ]);
  return openLedger(book, undefined)!.ledger;
}

function credited(ledger: Ledger, people: Partial<CreditOptions>, number = "INV-1"): CreditRun {
  const result = creditInvoice(ledger, {
    number,
    line: undefined,
    amount: undefined,
    reasonCode: "PRICE",
    isRebill: false,
    by: "Ann",
    approvedBy: undefined,
    when: { day: 46_000, time: 0 },
    runId: "RUN-1",
    ...people,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.run;
}

const outcome = ({ note, issues }: CreditRun) => [note.invoiceNumber, ...issues.map(({ code }) => code)];
const messageOf = ({ issues }: CreditRun) => issues[0]?.message;
const after = (ledger: Ledger, register: DocumentRegister): Ledger => ({
  ...ledger,
  book: { ...ledger.book, register },
});

const WAITS = "DRAFT-CREDIT-INV-1-1";
const ISSUED = "CN-2026-0001";
const policy = [
  ["Ann", "Preparer"],
  ["Ben", "Approver", 50, "EUR"],
  ["Cleo", "Approver", 100, "EUR"],
  ["Carl", "Approver", undefined, "USD"],
  ["Dora", "Issuer"],
  ["Zoe", "All"],
];

describe("a credit in a book with a Policy", () => {
  it.each<readonly [string, string, string | undefined, readonly string[]]>([
    ["nobody approved waits", "Mallory", undefined, [WAITS, "APPROVAL_NEEDED"]],
    ["nobody approved waits, whoever makes it", "Zoe", undefined, [WAITS, "APPROVAL_NEEDED"]],
    ["its maker approved waits", "Zoe", " ZOE", [WAITS, "SELF_APPROVAL"]],
    ["somebody approved whom Policy does not name waits", "Ann", "Mallory", [WAITS, "NOT_ALLOWED"]],
    ["somebody approved who has another role waits", "Ann", "Dora", [WAITS, "NOT_ALLOWED"]],
    ["somebody approved above the own limit waits", "Ann", "Ben", [WAITS, "OVER_LIMIT"]],
    ["somebody approved for another currency waits", "Ann", "Carl", [WAITS, "OVER_LIMIT"]],
    ["somebody approved who may is issued", "Ann", "cleo", [ISSUED]],
    ["somebody approved who may do all is issued", "Ann", "Zoe", [ISSUED]],
  ])("that %s", (_name, by, approvedBy, expected) => {
    const ledger = ledgerOf(policy);
    expect(outcome(credited(ledger, { by, approvedBy }))).toEqual(expected);
    // One that waited is judged like one that is new.
    const waiting = credited(ledger, { by });
    const waits = after(ledger, registerWithNote(waiting));
    expect(outcome(credited(waits, { by: "Dora", approvedBy }, WAITS))).toEqual(expected);
  });

  it("says whose role or limit it is", () => {
    const ledger = ledgerOf(policy);
    const said = (approvedBy: string | undefined) => messageOf(credited(ledger, { approvedBy }));
    const what = `${WAITS} of 100.00 has to be approved by the Policy`;
    expect(said(undefined)).toBe(`${what}, and nobody approved it`);
    expect(said("Dora")).toBe(`${what}, and Policy does not name Dora as approver`);
    expect(said("Ben")).toBe(`${what}, and it is above the limit of Ben`);
    expect(said("Ann")).toBe(`${what}, and Ann made it and approved it`);
  });

  it("that needs no approval is issued by an Issuer, or by who may approve it", () => {
    const ledger = ledgerOf(policy, 100);
    const refused = credited(ledger, { by: "Mallory" });
    expect(outcome(refused)).toEqual([WAITS, "NOT_ALLOWED"]);
    expect(messageOf(refused)).toContain("Policy does not name Mallory as issuer");
    expect(outcome(credited(ledger, { by: "Dora" }))).toEqual([ISSUED]);
    expect(outcome(credited(ledger, { by: "Ann", approvedBy: "Cleo" }))).toEqual([ISSUED]);
    const waits = after(ledger, registerWithNote(refused));
    expect(outcome(credited(waits, { by: "Dora" }, WAITS))).toEqual([ISSUED]);
  });

  it("is not approved by who asked for its review", () => {
    const ledger = ledgerOf(policy, undefined, [["RUN-3", "2026-11-02", "Cleo", "submit", WAITS]]);
    const waits = after(ledger, registerWithNote(credited(ledger, {})));
    expect(outcome(credited(waits, { by: "Dora", approvedBy: "Cleo" }, WAITS))).toEqual([
      WAITS,
      "SELF_APPROVAL",
    ]);
  });
});

it("asks for a name where a limit or a Policy is set", () => {
  const asks = (ledger: Ledger) => mayNeedApproval(ledger.book);
  expect([asks(ledgerOf([])), asks(ledgerOf([], 50)), asks(ledgerOf(policy))]).toEqual([false, true, true]);
});

it("in a book without a Policy is judged by the limit alone", () => {
  expect(outcome(credited(ledgerOf([]), { by: "Mallory" }))).toEqual([ISSUED]);
  expect(outcome(credited(ledgerOf([], 100), { by: "Mallory" }))).toEqual([ISSUED]);
  const above = ledgerOf([], 99.99);
  expect(messageOf(credited(above, {}))).toBe(
    `${WAITS} of 100.00 is above the Approval limit of 99.99, and nobody approved it`,
  );
  expect(outcome(credited(above, { approvedBy: "Mallory" }))).toEqual([ISSUED]);
});
