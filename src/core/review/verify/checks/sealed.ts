import type { DocumentCheck } from "../check";

/** The seal itself, and the document's cells beside what was sealed. */
export const sealed: DocumentCheck = (document, { sealOf }) => {
  const { broken, document: cells } = sealOf(document);
  return [...broken, ...cells];
};
