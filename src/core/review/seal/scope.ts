import { groupBy } from "../../base/groupBy";
import { compareText } from "../../base/name";
import type { Day } from "../../calendar/day";
import { overlaps, type Period } from "../../calendar/period";
import { billsService } from "../../documents/lineKinds";
import type { RegisteredInvoice, RegisteredLine } from "../../documents/register";

/** What of one contract a document bills. */
export interface ContractScope {
  readonly contractId: string;
  /** The days of service of its lines. */
  readonly days: readonly Period[];
  /** The days whose usage it bills. */
  readonly usageDays: readonly Period[];
  /** It bills prices, and not only adjustments. */
  readonly billsPrices: boolean;
}

/** What of a workbook a document depends on, read from the document itself. */
export interface Scope {
  readonly customerId: string;
  readonly contracts: readonly ContractScope[];
  readonly taxCodes: ReadonlySet<string>;
  /** The days of the run that made it. */
  readonly run: Period | undefined;
  readonly corrects: string;
  readonly hasAdjustments: boolean;
  /** All days at which a tax can be due. */
  readonly taxDays: readonly Period[];
}

type ScopeLine = Pick<RegisteredLine, "contractId" | "kind" | "period" | "taxCode">;

/** A document as its scope needs it. */
export interface ScopeDocument extends Partial<
  Pick<
    RegisteredInvoice,
    "customerId" | "contractId" | "periodStart" | "periodEnd" | "invoiceDate" | "corrects"
  >
> {
  readonly lines: readonly ScopeLine[];
}

/** Lines that no day of a service is billed by and that prices and terms decide all the same. */
const ofTerms: ReadonlySet<string | undefined> = new Set(["credit", "overage"]);
const billsPrices = (line: ScopeLine) => billsService(line) || ofTerms.has(line.kind);

const billsUsage = ({ kind }: ScopeLine) => kind === "usage" || kind === "included";

/** Runs of days, each once. */
function distinct(periods: readonly Period[]): Period[] {
  return [
    ...new Map(periods.map((period) => [`${String(period.from)} ${String(period.to)}`, period])).values(),
  ];
}

/** Whether days share one with any of some runs of days. */
export function touches(days: readonly Period[], period: Period): boolean {
  return days.some((billed) => overlaps(billed, period));
}

/** The last of some days. */
export function lastOf(days: readonly Period[]): Day {
  return days.reduce((last, { to }) => Math.max(last, to), -Infinity);
}

/** Contracts, days and codes that a document bills. */
export function scopeOf(document: ScopeDocument): Scope {
  const { customerId = "", corrects = "", periodStart: from, periodEnd: to, invoiceDate } = document;
  const run = from === undefined || to === undefined ? undefined : { from, to };
  const { lines } = document;
  // Whatever the order of lines: a price of a plan is sealed for the first contract on it.
  const groups = [...groupBy(lines, ({ contractId }) => contractId)].sort(([a], [b]) => compareText(a, b));
  const contracts = groups.flatMap(([contractId, group]) => {
    if (contractId === "") return [];
    const priced = group.filter(billsPrices);
    const periods = (of: readonly ScopeLine[]) => distinct(of.flatMap(({ period }) => period ?? []));
    const days = periods(priced.length > 0 ? priced : group);
    return [
      {
        contractId,
        days: days.length > 0 ? days : run ? [run] : [],
        usageDays: periods(group.filter(billsUsage)),
        billsPrices: priced.length > 0,
      },
    ];
  });
  const date = invoiceDate === undefined ? [] : [{ from: invoiceDate, to: invoiceDate }];
  return {
    customerId,
    contracts,
    taxCodes: new Set(lines.flatMap(({ taxCode }) => taxCode ?? [])),
    run,
    corrects,
    hasAdjustments: lines.some(({ kind }) => kind === "adjustment" || kind === "deposit"),
    taxDays: [...contracts.flatMap(({ days }) => days), ...date],
  };
}
