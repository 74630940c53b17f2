import {
  contractView,
  formatDay,
  formatPeriod,
  LAST_DAY,
  parseIsoDay,
  type Decimal,
} from "../../../core/api";
import { SessionFailure } from "../../session/failure";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** The contracts of the workbook, to choose one. */
export interface ContractChoices {
  readonly contracts: readonly { readonly contractId: string; readonly customer: string }[];
}

/** A term of a price with its figure as text. */
type TermText = readonly [term: string, figure: string];

/** A contract on a day. */
export interface ContractOnDay {
  readonly asOf: string;
  readonly currency: string;
  readonly customer: string;
  readonly from: string;
  /** Empty where it has no end. */
  readonly to: string;
  readonly endDate: string;
  readonly noticeBy: string;
  readonly renewedTo: string;
  readonly inForce: readonly { readonly product: string; readonly terms: readonly TermText[] }[];
  readonly history: readonly {
    readonly product: string;
    readonly from: string;
    readonly changes: readonly { readonly term: string; readonly before: string; readonly after: string }[];
  }[];
  /** Undefined where no billing period holds the day. */
  readonly period: ContractPeriod | undefined;
}

/** What the billing period comes to so far and at its end. */
export interface ContractPeriod {
  readonly period: string;
  readonly usedTo: string;
  readonly isBilled: boolean;
  readonly charges: readonly { readonly name: string; readonly soFar: number; readonly atEnd: number }[];
  readonly soFar: number;
  readonly atEnd: number;
}

export function view({ survey }: SessionWorkbook): ContractChoices {
  return {
    contracts: survey.inputs.catalog.contracts.map(({ contractId, customer }) => ({
      contractId,
      customer: customer.customerName,
    })),
  };
}

const dayText = (day: number | undefined) => (day === undefined || day >= LAST_DAY ? "" : formatDay(day));
const figures = ({ soFar, atEnd }: { readonly soFar: Decimal; readonly atEnd: Decimal }) => ({
  soFar: soFar.toNumber(),
  atEnd: atEnd.toNumber(),
});

/** A contract on a day; without one on the last day of the latest month of the workbook. */
export function onDay({ snapshot }: SessionWorkbook, contractId: string, day: string): ContractOnDay {
  const shown = contractView(snapshot, contractId, day === "" ? undefined : parseIsoDay(day));
  if (!shown)
    throw new SessionFailure({ code: "MISSING", message: `There is no contract ${contractId} any more.` });
  const { contract, asOf, inForce, history, soFar, end } = shown;
  return {
    asOf: formatDay(asOf),
    currency: contract.currency,
    customer: contract.customer.customerName,
    from: formatDay(contract.service.from),
    to: dayText(contract.service.to),
    endDate: dayText(end?.endDate),
    noticeBy: dayText(end?.noticeBy),
    renewedTo: dayText(end?.renewedTo),
    inForce: inForce.map(({ product, terms }) => ({
      product,
      terms: [...terms].filter(([, figure]) => figure !== ""),
    })),
    history: history.map(({ product, days, changes }) => ({ product, from: formatDay(days.from), changes })),
    period: soFar && {
      period: formatPeriod(soFar.period),
      usedTo: formatDay(soFar.usedTo),
      isBilled: soFar.isBilled,
      charges: soFar.charges.map((charge) => ({ name: charge.name, ...figures(charge) })),
      ...figures(soFar.total),
    },
  };
}
