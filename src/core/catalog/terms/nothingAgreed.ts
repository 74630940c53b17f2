import type { AgreedTerms } from "./agreedTerms";

/** A contract beside whose prices nothing is agreed. */
export const nothingAgreed: AgreedTerms = { discounts: [], commitments: [], unitGrants: [], ids: new Set() };
