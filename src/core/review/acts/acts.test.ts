import { parseIsoDay } from "../../calendar/day";
import type { RegisteredInvoice } from "../../documents/register";
import { unheard } from "../../issues/issue";
import { readSettings } from "../../settings/readSettings";
import { workbook } from "../../../../test/properties/support/sheets";
import { acts } from "./acts";
import { finalNumbers, freedKey } from "./numbers";

const all = ["draft", "in_review", "approved", "issued", "part_paid", "paid", "void"] as const;

describe("acts", () => {
  it.each([
    ["submit", "draft", "in_review", "preparer", false, "kept kept kept"],
    ["approve", "in_review", "approved", "approver", false, "filled made kept"],
    ["reject", "in_review approved", "draft", "approver", true, "emptied emptied kept error"],
    ["issue", "draft approved", "issued", "issuer", false, "kept made given"],
    ["void", "draft in_review approved issued", "void", "issuer", true, "kept kept freed error"],
    ["accept", "approved issued part_paid paid", "as it was", "approver", true, "kept made kept"],
  ])("%s takes %s to %s, by %s", (id, from, to, role, needsReason, writes) => {
    const act = acts.find((candidate) => candidate.id === id)!;
    const { approval, seal, number, error } = act.writes;
    expect({
      from: all.filter((status) => (act.from as readonly string[]).includes(status)).join(" "),
      to: act.to ?? "as it was",
      role: act.role,
      needsReason: act.needsReason,
      writes: [approval, seal, number, ...(error ? ["error"] : [])].join(" "),
    }).toEqual({ from, to, role, needsReason, writes });
  });

  it("are the only ways from state to state", () => {
    expect(acts.map(({ id }) => id)).toEqual(["submit", "approve", "reject", "issue", "void", "accept"]);
  });
});

const draft = (invoiceNumber: string, contractId: string, invoiceDate: string, more = {}) =>
  ({
    invoiceNumber,
    contractId,
    invoiceDate: parseIsoDay(invoiceDate),
    currency: "EUR",
    ...more,
  }) as RegisteredInvoice;

describe("numbers of drafts", () => {
  it("are given by date, contract and currency, after all that were ever given", () => {
    const drafts = [
      draft("DRAFT-b", "K2", "2026-10-31"),
      draft("DRAFT-usd", "K1", "2026-10-31", { currency: "USD" }),
      draft("DRAFT-a", "K1", "2026-10-31"),
      draft("DRAFT-early", "K9", "2026-10-30"),
      draft("DRAFT-credit", "K1", "2026-10-31", { type: "credit_note" }),
      draft("INV-2026-0007", "K1", "2026-10-31"),
    ];
    const numbers = finalNumbers(
      drafts,
      ["INV-2026-0003", "INV-2026-0007"],
      readSettings(workbook([]), unheard),
    );
    const given = Object.fromEntries(
      [...numbers].map(([{ invoiceNumber }, number]) => [invoiceNumber, number]),
    );
    expect(given).toEqual({
      "DRAFT-early": "INV-2026-0008",
      "DRAFT-a": "INV-2026-0009",
      "DRAFT-usd": "INV-2026-0010",
      "DRAFT-b": "INV-2026-0011",
      "DRAFT-credit": expect.stringMatching(/^CN-2026-0001$/) as string,
    });
  });

  it("leave the key of a void draft free, however often it was made void", () => {
    const of = (...used: string[]) => freedKey(draft("DRAFT-a", "K1", "2026-10-31"), used);
    expect([of(), of("DRAFT-a-VOID"), of("DRAFT-a-VOID", "DRAFT-a-VOID-2")]).toEqual([
      "DRAFT-a-VOID",
      "DRAFT-a-VOID-2",
      "DRAFT-a-VOID-3",
    ]);
  });
});
