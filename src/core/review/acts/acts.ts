import type { InvoiceStatus } from "../../documents/invoices.table";
import type { PolicyRole } from "../tables/policy.table";
import type { Need } from "./need";
import {
  approvedIfNeeded,
  asLogged,
  hasRole,
  inOneCopy,
  inOpenPeriod,
  onlyInputsChanged,
  othersWork,
  uniqueNumber,
  recomputes,
  sealHolds,
  unpaid,
  withinLimit,
} from "./needs";

/** What becomes of the marks of a document. */
export interface ActWrites {
  /** A seal over the document and today's inputs, none, or the one that it has. */
  readonly seal: "made" | "emptied" | "kept";
  /** Approved by and Approved at: filled, emptied, or left. */
  readonly approval: "filled" | "emptied" | "kept";
  /** A final number in place of the key of a draft; void drafts give their key free. */
  readonly number: "given" | "freed" | "kept";
  /** A row of the Error register. */
  readonly error: boolean;
}

/** An act: from where to where, by whom, under what conditions, and what it writes. */
export interface Act {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly from: readonly InvoiceStatus[];
  /** Undefined: the status stays. */
  readonly to: InvoiceStatus | undefined;
  readonly role: PolicyRole;
  readonly needsReason: boolean;
  /** In the order in which they are asked; the first that is not so is the answer. */
  readonly needs: readonly Need[];
  readonly writes: ActWrites;
}

/** A declared act; the number, the role and how its state came about are asked of every one. */
const act = <const Id extends string>(declared: Act & { readonly id: Id }): Act & { readonly id: Id } => ({
  ...declared,
  needs: [uniqueNumber, hasRole(declared.role), asLogged, ...declared.needs],
});

const keeps: ActWrites = { seal: "kept", approval: "kept", number: "kept", error: false };

/** Every act, in the order in which a document meets them. */
export const acts = [
  act({
    id: "submit",
    title: "Submit",
    help: "Asks for the review of drafts: Draft becomes In review.",
    from: ["draft"],
    to: "in_review",
    role: "preparer",
    needsReason: false,
    needs: [inOpenPeriod, recomputes],
    writes: keeps,
  }),
  act({
    id: "approve",
    title: "Approve",
    help: "Approves documents in review, computes them again and seals them: In review becomes Approved.",
    from: ["in_review"],
    to: "approved",
    role: "approver",
    needsReason: false,
    needs: [inOpenPeriod, othersWork, withinLimit, recomputes],
    writes: { ...keeps, seal: "made", approval: "filled" },
  }),
  act({
    id: "reject",
    title: "Reject",
    help: "Sends documents back with a reason: In review or Approved becomes Draft.",
    from: ["in_review", "approved"],
    to: "draft",
    role: "approver",
    needsReason: true,
    needs: [inOpenPeriod],
    writes: { seal: "emptied", approval: "emptied", number: "kept", error: true },
  }),
  act({
    id: "issue",
    title: "Issue",
    help: "Gives final numbers: Approved, or Draft where no approval is needed, becomes Issued.",
    from: ["approved", "draft"],
    to: "issued",
    role: "issuer",
    needsReason: false,
    needs: [inOneCopy, inOpenPeriod, approvedIfNeeded, sealHolds, recomputes],
    writes: { ...keeps, seal: "made", number: "given" },
  }),
  act({
    id: "void",
    title: "Void",
    help: "Takes documents back with a reason: unpaid, in an open period; their days are free again.",
    from: ["draft", "in_review", "approved", "issued"],
    to: "void",
    role: "issuer",
    needsReason: true,
    needs: [unpaid, inOpenPeriod],
    writes: { ...keeps, number: "freed", error: true },
  }),
  act({
    id: "accept",
    title: "Accept",
    help: "Seals final documents again over inputs that have changed since, with a reason.",
    from: ["approved", "issued", "part_paid", "paid"],
    to: undefined,
    role: "approver",
    needsReason: true,
    needs: [onlyInputsChanged],
    writes: { ...keeps, seal: "made" },
  }),
] as const;

export type ActId = (typeof acts)[number]["id"];

/** An act by its name. */
export function actOf(id: ActId): Act {
  return acts.find((candidate) => candidate.id === id)!;
}
