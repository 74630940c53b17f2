import { Decimal, zero } from "../money/decimal";
import { isCreditNote, isInvoice, isIssued, netOf } from "./documentKinds";
import type { RegisteredInvoice, RegisteredLine } from "./register";

const document = (fields: Partial<RegisteredInvoice>) =>
  ({ isVoid: false, lines: [], type: undefined, status: undefined, ...fields }) as RegisteredInvoice;
const line = (amount: number) => ({ amount: new Decimal(amount) }) as RegisteredLine;

describe("netOf", () => {
  it.each([
    ["its lines", document({ lines: [line(10), line(-2.5)], subtotal: new Decimal(99) }), 7.5],
    ["its subtotal where there are no lines", document({ subtotal: new Decimal(99) }), 99],
    ["its total less tax", document({ total: new Decimal(119), tax: new Decimal(19) }), 100],
    ["nothing where it says nothing", document({}), 0],
  ])("is %s", (_says, given, net) => expect(netOf(given).toNumber()).toBe(net));
});

it("tells invoices from credit notes, and void documents from both", () => {
  expect([isInvoice(document({})), isCreditNote(document({}))]).toEqual([true, false]);
  const note = document({ type: "credit_note" });
  expect([isInvoice(note), isCreditNote(note)]).toEqual([false, true]);
  const gone = document({ isVoid: true, total: zero });
  expect([isInvoice(gone), isCreditNote(gone)]).toEqual([false, false]);
});

it.each([
  [undefined, true],
  ["issued", true],
  ["part_paid", true],
  ["paid", true],
  ["approved", false],
  ["in_review", false],
  ["draft", false],
  ["void", false],
] as const)("status %s was sent to the customer: %s", (status, expected) => {
  expect(isIssued(document({ status }))).toBe(expected);
});
