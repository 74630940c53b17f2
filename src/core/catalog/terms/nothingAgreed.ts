import type { AgreedTerms } from "../records";

/** A contract beside whose prices nothing is agreed. */
export const nothingAgreed: AgreedTerms = {
  discounts: [],
  commitments: [],
  notToExceed: undefined,
  renewal: undefined,
  unitGrants: [],
  ids: new Set(),
  projects: { milestones: [], progress: [], results: [], placements: [] },
  retention: undefined,
};
