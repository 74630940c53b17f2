import {
  calendarOfContract,
  formatDay,
  formatPeriod,
  parsePeriod,
  type CalendarState,
} from "../../../core/api";
import { SessionFailure } from "../../session/failure";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** What a calendar can be of: the contracts of the workbook, and the years in which it has usage or documents. */
export interface CalendarChoices {
  readonly contracts: readonly { readonly contractId: string; readonly customer: string }[];
  /** Latest first. */
  readonly years: readonly string[];
}

export interface CalendarPeriodView {
  readonly period: string;
  readonly days: number;
  readonly expected: number;
  readonly billed: number;
  readonly credited: number;
  readonly late: number;
  readonly open: number;
  readonly state: CalendarState;
}

export interface CalendarView {
  readonly currency: string;
  readonly asOf: string;
  readonly periods: readonly CalendarPeriodView[];
}

export function view({ survey }: SessionWorkbook): CalendarChoices {
  const { catalog, register } = survey.inputs;
  const days = [
    ...survey.months.map(({ period }) => period.from),
    ...register.lines.flatMap(({ period }) => period?.from ?? []),
  ];
  const years = new Set(days.map((day) => formatDay(day).slice(0, 4)));
  return {
    contracts: catalog.contracts.map(({ contractId, customer }) => ({
      contractId,
      customer: customer.customerName,
    })),
    years: [...years].sort().reverse(),
  };
}

/** The billing periods of a contract in a year. */
export function year({ snapshot }: SessionWorkbook, contractId: string, chosen: string): CalendarView {
  const days = parsePeriod(chosen);
  if (!days) throw new SessionFailure({ code: "BAD_PERIOD", message: `“${chosen}” is no year.` });
  const calendar = calendarOfContract(snapshot, contractId, { days, asOf: undefined });
  if (!calendar.ok)
    throw new SessionFailure({ code: "MISSING", message: `There is nothing to show: ${calendar.reason}.` });
  const { contract, asOf, rows } = calendar;
  return {
    currency: contract.currency,
    asOf: formatDay(asOf),
    periods: rows.map((row) => ({
      period: formatPeriod(row.days),
      days: row.dayCount,
      expected: row.expected.toNumber(),
      billed: row.billed.toNumber(),
      credited: row.credited.toNumber(),
      late: row.late.toNumber(),
      open: row.open.toNumber(),
      state: row.state,
    })),
  };
}
