import { cellAddress, type Issue } from "../../core/api";

/** An issue as every `--json` shows it. */
export function issueJson({ code, severity, at, value, message }: Issue) {
  return { code, severity, sheet: at.sheet, cell: cellAddress(at), value, message };
}
