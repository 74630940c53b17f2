import type { DocumentCheck } from "../check";

/** The inputs beside what was sealed; those of a void document may change. */
export const inputs: DocumentCheck = (document, { sealOf }) =>
  document.isVoid ? [] : sealOf(document).inputs;
