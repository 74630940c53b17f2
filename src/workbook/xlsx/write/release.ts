import type { PackageDraft } from "../../opc/packageDraft";

/** Takes away what the workbook part leads to by relationships of a kind, such as "/calcChain". */
export function release(draft: PackageDraft, kind: string): void {
  const { workbookPart } = draft;
  for (const { id } of draft.relationships(workbookPart).ofKind(kind)) draft.release(workbookPart, id);
}
