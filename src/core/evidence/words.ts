import { formatLongDay, formatLongPeriod } from "../calendar/longDate";
import type { CommitmentTerm, Contract, Price } from "../catalog/records";
import type { Meter } from "../metering/meters";
import { formatExactMoney, formatFigure, formatPercent, groupedDigits } from "../money/format";

const joined = (parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== "").join("; ");

const commitmentText = ({ amount, service }: CommitmentTerm, currency: string): string =>
  `minimum commitment ${formatExactMoney(amount, currency)} (${formatLongPeriod(service)})`;

/** What the contract says, in one sentence. */
export function contractClause(contract: Contract): string {
  const { contractId, customer, service, frequency, anchorDay, termsText, currency, commitments } = contract;
  const rhythm = frequency.replace("_", "-");
  return joined([
    `Contract ${contractId} with ${customer.customerName}, ${formatLongPeriod(service)}`,
    `billed ${rhythm}${anchorDay === 1 ? "" : ` from day ${String(anchorDay)}`} in ${currency}`,
    `payment ${termsText}`,
    ...commitments.map((term) => commitmentText(term, currency)),
  ]);
}

/** What the price row says, in one sentence. */
export function priceClause(price: Price, currency: string): string {
  const money = (amount: Price["minimum"]) => amount && formatExactMoney(amount, currency);
  const per = price.pricePer.equals(1) ? "" : ` (written per ${formatFigure(price.pricePer)})`;
  const unitPrice =
    price.tiers.length > 0 || price.unitPrice === undefined
      ? undefined
      : price.model.ratesAreFractions
        ? `rate ${formatPercent(price.unitPrice)}`
        : `unit price ${formatFigure(price.unitPrice)}${per}`;
  return joined([
    `Price ${price.priceId}, model ${price.model.title}: ${price.model.help.replace(/\.$/, "")}`,
    unitPrice,
    price.tiers.length > 0 && "prices by tier below",
    price.flatFee && !price.flatFee.isZero() && `flat fee ${money(price.flatFee) ?? ""}`,
    price.packageSize && `packages of ${formatFigure(price.packageSize)}`,
    !price.included.isZero() && `${formatFigure(price.included)} included`,
    !price.discount.isZero() && `discount ${formatPercent(price.discount)}`,
    price.minimum && `minimum ${money(price.minimum) ?? ""}`,
    price.maximum && `maximum ${money(price.maximum) ?? ""}`,
    price.isFree && "free of charge",
    price.perEvent && "each usage row priced by itself",
    `in force ${formatLongPeriod(price.service)}`,
  ]);
}

const ways = {
  sum: "the sum of",
  count: "the number of",
  max: "the highest of",
  latest: "the latest of",
  unique: "the different keys of",
  average: "the average of",
} as const;

/** How a quantity comes out of usage rows. */
export function usageClause({ name, aggregation, keyColumn, conditions }: Meter, rows: number): string {
  const filter = conditions.map(({ column, equals, value }) => `${column} ${equals ? "=" : "<>"} ${value}`);
  const key = aggregation === "unique" ? `, by ${keyColumn}` : "";
  const where = filter.length === 0 ? "" : ` where ${filter.join(" and ")}`;
  const count = countedRows(rows);
  return `Usage of ${name}: ${ways[aggregation]} ${count}${key}${where}`;
}

/** Which step of a capacity usage rows of its meters ask for. */
export const peaksClause = (meters: readonly string[], rows: number): string =>
  `The first step that covers the peaks of ${meters.join(" and ")}: the highest of each of ${countedRows(rows)}`;

const countedRows = (rows: number): string =>
  `${groupedDigits(String(rows))} usage ${rows === 1 ? "row" : "rows"}`;

const MINUTES_A_DAY = 1440;

/** A moment of a usage row: its day, and its time where it has one. */
export function momentWords(moment: number): string {
  const day = Math.floor(moment);
  const minutes = Math.min(Math.round((moment - day) * MINUTES_A_DAY), MINUTES_A_DAY - 1);
  if (minutes === 0) return formatLongDay(day);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${formatLongDay(day)}, ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
