import { nameKey } from "../../base/name";
import { collectIssues } from "../../issues/collectIssues";
import { Decimal } from "../../money/decimal";
import { cellOf } from "../../schema/readRecords";
import { refused, type Import } from "../import";
import { addAgreements } from "./addAgreements";
import type { FileCell } from "./compareAgreement";
import { readAgreements, type AgreementHeaders, type AgreementRecord } from "./agreement";

interface AgreementSource extends Pick<Import, "id" | "title" | "help"> {
  readonly headers: AgreementHeaders;
  /** Words in its stage that say that it holds. */
  readonly won: readonly string[];
  /** What its rows are called where they are counted: deals, subscriptions. */
  readonly rowsAre: string;
}

const INTERVALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    month: 1,
    monthly: 1,
    quarter: 3,
    quarterly: 3,
    year: 12,
    yearly: 12,
    annual: 12,
    annually: 12,
  }),
);

/** Months of an interval: “year” is 12, “3 months” 3. */
function monthsOfInterval(text: string | undefined): Decimal | undefined {
  const match = /^(\d{1,3})?\s*([a-z]+?)s?$/i.exec(text?.trim() ?? "");
  const months = INTERVALS.get(match?.[2]?.toLowerCase() ?? "");
  return months === undefined ? undefined : new Decimal(months).times(match?.[1] ?? 1);
}

/** An import of deals or subscriptions: those that hold become draft contracts. */
export function defineAgreements({ headers, won, rowsAre, ...about }: AgreementSource): Import {
  const wonKeys = new Set(won.map(nameKey));
  // A file without a stage holds only what was chosen for it.
  const isWon = ({ stage }: AgreementRecord) =>
    headers.stage === undefined || wonKeys.has(nameKey(stage ?? ""));
  return {
    ...about,
    read: ({ snapshot, file }) => {
      if (!file.grid) return refused("it is no file of rows; export it as CSV");
      const { report, list } = collectIssues();
      const read = readAgreements(about.title, headers, file.grid, report);
      if (!read) return refused(list()[0]?.message ?? "its columns are not understood");
      const fileAt: FileCell = (row, field) => cellOf(read.bound, row, field);
      const agreements = read.records.map((record) => ({
        ...record,
        isWon: isWon(record),
        months: record.term ?? monthsOfInterval(record.interval),
        firstDay: record.start ?? record.closed,
      }));
      const result = addAgreements(agreements, fileAt, snapshot, report);
      if (typeof result === "string") return refused(result);
      const others = agreements.filter((agreement) => !agreement.isWon).length;
      const unreadable = read.rows - agreements.length;
      return {
        ok: true,
        imported: {
          ...result,
          rows: read.rows,
          leftOut: [
            ...(others > 0 ? [{ reason: `${rowsAre} that are not won or not active`, rows: others }] : []),
            ...(unreadable > 0 ? [{ reason: "rows with a cell that cannot be read", rows: unreadable }] : []),
            ...(result.known > 0 ? [{ reason: "contracts that are there already", rows: result.known }] : []),
          ],
          issues: list(),
        },
      };
    },
  };
}
