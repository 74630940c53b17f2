import type { TermId } from "../semantic";

/** The terms of an allowance or a charge, which every syntax writes in an order of its own. */
export interface AllowanceTerms {
  readonly reasonCode: TermId;
  readonly reason: TermId;
  readonly percent: TermId;
  readonly amount: TermId;
  readonly base: TermId;
  readonly category?: TermId;
  readonly rate?: TermId;
}

/** Allowances and charges of a document and of its lines, by the group that holds them. */
export const allowanceTerms = {
  "BG-20": {
    reasonCode: "BT-98",
    reason: "BT-97",
    percent: "BT-94",
    amount: "BT-92",
    base: "BT-93",
    category: "BT-95",
    rate: "BT-96",
  },
  "BG-21": {
    reasonCode: "BT-105",
    reason: "BT-104",
    percent: "BT-101",
    amount: "BT-99",
    base: "BT-100",
    category: "BT-102",
    rate: "BT-103",
  },
  "BG-27": { reasonCode: "BT-140", reason: "BT-139", percent: "BT-138", amount: "BT-136", base: "BT-137" },
  "BG-28": { reasonCode: "BT-145", reason: "BT-144", percent: "BT-143", amount: "BT-141", base: "BT-142" },
} as const satisfies Readonly<Record<string, AllowanceTerms>>;
