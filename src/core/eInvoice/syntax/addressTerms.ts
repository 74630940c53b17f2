import type { TermId } from "../semantic";

/** The terms of an address, which every syntax writes in an order of its own. */
export interface AddressTerms {
  readonly street: TermId;
  readonly street2: TermId;
  readonly street3: TermId;
  readonly city: TermId;
  readonly code: TermId;
  readonly region: TermId;
  readonly country: TermId;
}

/** The addresses of a document, by the group that holds them. */
export const addressTerms = {
  "BG-5": {
    street: "BT-35",
    street2: "BT-36",
    street3: "BT-162",
    city: "BT-37",
    code: "BT-38",
    region: "BT-39",
    country: "BT-40",
  },
  "BG-8": {
    street: "BT-50",
    street2: "BT-51",
    street3: "BT-163",
    city: "BT-52",
    code: "BT-53",
    region: "BT-54",
    country: "BT-55",
  },
  "BG-12": {
    street: "BT-64",
    street2: "BT-65",
    street3: "BT-164",
    city: "BT-66",
    code: "BT-67",
    region: "BT-68",
    country: "BT-69",
  },
  "BG-15": {
    street: "BT-75",
    street2: "BT-76",
    street3: "BT-165",
    city: "BT-77",
    code: "BT-78",
    region: "BT-79",
    country: "BT-80",
  },
} as const satisfies Readonly<Record<string, AddressTerms>>;

export type AddressGroup = keyof typeof addressTerms;
