import { cellAddress } from "../grid/grid";
import type { Issue } from "../issues/issue";
import type { IssueCode } from "../issues/issueCodes";
import { usageTable } from "../metering/usage.table";
import type { WorkbookInputs } from "./prepareBook";

type Inputs = Pick<WorkbookInputs, "usageBound" | "notRead">;

/** What keeps a run from finding its period, in the order in which people look: does an issue of the code stand for it? */
function causesIn({
  usageBound,
  notRead,
}: Inputs): readonly (readonly [IssueCode, (issue: Issue) => boolean])[] {
  const { title } = usageTable;
  const isUsageDate = ({ at }: Issue) =>
    usageBound?.parts.some(
      ({ bound }) => bound.grid.sheet === at.sheet && bound.columnOf.get("date") === at.column,
    ) === true;
  const isUsageLacking = ({ lacks }: Issue) => lacks?.table === title;
  const isUsageSheet = ({ at }: Issue) =>
    notRead.some(
      ({ kind, table, at: { sheet } }) => kind === "sheet" && table === title && sheet === at.sheet,
    );
  return [
    ["PERIOD_IN_DOUBT", () => true],
    ["AMBIGUOUS_DATE", isUsageDate],
    ["NOT_A_DATE", isUsageDate],
    ["OUT_OF_RANGE", isUsageDate],
    ["MISSING_COLUMN", isUsageLacking],
    ["AMBIGUOUS_COLUMN", isUsageLacking],
    ["SHEET_NOT_READ", isUsageSheet],
    ["MISSING_TABLE", isUsageLacking],
  ];
}

/** Why no day of usage could be read, in half a sentence: "Usage!C2: Date is “soon”, which is no date …". */
export function whyNoPeriod(issues: readonly Issue[], inputs: Inputs): string {
  const cause = causesIn(inputs)
    .map(([code, isMeant]) => issues.find((issue) => issue.code === code && isMeant(issue)))
    .find((issue) => issue !== undefined);
  if (!cause) return "it holds no usage that names a period";
  const { at, message, code } = cause;
  return code === "MISSING_TABLE" ? message : `${at.sheet}!${cellAddress(at)}: ${message}`;
}
