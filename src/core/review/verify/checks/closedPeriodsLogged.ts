import { groupBy } from "../../../base/groupBy";
import { formatPeriod } from "../../../calendar/period";
import { cellOf } from "../../../schema/readRecords";
import { valueText } from "../../../schema/valueText";
import { readClosedPeriods, type ClosedPeriod } from "../../closing/closedPeriods";
import { loggedUsageOf } from "../../closing/closingLog";
import { periodOfText } from "../../closing/periodOfText";
import { reviewFinding, type ReviewFinding } from "../../finding";
import type { ChainRow } from "../../log/chainRows";
import { closedPeriodsTable } from "../../tables/closedPeriods.table";
import type { VerifyContext } from "../check";

const { title, columns } = closedPeriodsTable;
type Field = Exclude<keyof typeof columns, "reason">;

const actions = new Set(["close", "reopen"]);

/** What the Run log says of each cell of a row of Closed periods. */
function loggedCells(row: ChainRow): Readonly<Partial<Record<Field, string>>> {
  const text = (field: string) => row.texts.get(field) ?? "";
  return {
    action: text("action"),
    when: text("when"),
    who: text("who"),
    documents: text("invoices"),
    total: text("total"),
    usageRows: text("rowsIn"),
    usageHash: loggedUsageOf(row),
  };
}

const nameOf = (text: string): string => {
  const period = periodOfText(text);
  return period ? formatPeriod(period) : text;
};

/** What was closed and opened again is what the Run log says, row by row: the table itself bears no hashes. */
export const closedPeriodsLogged = ({
  snapshot,
  logs,
}: Pick<VerifyContext, "snapshot" | "logs">): ReviewFinding[] => {
  const { bound, rows } = readClosedPeriods(snapshot);
  const logged = groupBy(
    logs.runLog.filter(({ texts }) => actions.has(texts.get("action") ?? "")),
    ({ texts }) => nameOf(texts.get("period") ?? ""),
  );
  const written = groupBy(rows, ({ period }) => formatPeriod(period));
  const compare = (
    name: string,
    row: ClosedPeriod | undefined,
    log: ChainRow | undefined,
  ): ReviewFinding[] => {
    const about = { table: title, key: name };
    if (!row) {
      const said = `${log?.runId ?? ""} of Run log says ${log?.texts.get("action") ?? ""} of ${name}, and Closed periods has no such row`;
      return [reviewFinding("PERIOD_CHANGED", { ...about, at: log?.at("runId"), message: said })];
    }
    const at = (field: Field) => bound && cellOf(bound, row.record.row, field);
    if (!log) {
      const message = `no act wrote that ${name} was ${row.record.action === "close" ? "closed" : "opened again"}`;
      return [
        reviewFinding("PERIOD_CHANGED", { ...about, at: at("action"), found: row.record.action, message }),
      ];
    }
    return Object.entries(loggedCells(log)).flatMap(([field, expected]) => {
      const column = columns[field as Field];
      const found = valueText(column, row.record[field as Field]);
      if (found === expected) return [];
      return [
        reviewFinding("PERIOD_CHANGED", {
          ...about,
          at: at(field as Field),
          column: column.title,
          expected,
          found,
          message: `${column.title} of ${name} in Closed periods is not what ${log.runId} of Run log says`,
        }),
      ];
    });
  };
  return [...new Set([...logged.keys(), ...written.keys()])].flatMap((name) => {
    const [rowsOfPeriod, logsOfPeriod] = [written.get(name) ?? [], logged.get(name) ?? []];
    const length = Math.max(rowsOfPeriod.length, logsOfPeriod.length);
    return Array.from({ length }, (_, index) =>
      compare(name, rowsOfPeriod[index], logsOfPeriod[index]),
    ).flat();
  });
};
