import type { WritePlan } from "../../../../core/api";

/** Payments are added first, and what follows from them with them: one plan, so that one undo takes all back. */
export function withImport(imported: WritePlan, payments: WritePlan): WritePlan {
  return {
    ...payments,
    sheets: [...imported.sheets, ...payments.sheets],
    appended: [...imported.appended, ...payments.appended],
    edits: [...(imported.edits ?? []), ...(payments.edits ?? [])],
  };
}
