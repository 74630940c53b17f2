import { overlap, type Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import { indexLines, type LineIndex } from "../documents/lineIndex";
import type { RegisteredLine, DocumentRegister } from "../documents/register";
import { quantityOf } from "../metering/readings";
import { spanOf } from "../metering/usageIndex";
import { one, sum, zero, type Decimal } from "../money/decimal";
import { chargeDifference, chargeQuantity, type ChargeLine } from "../pricing/charge";
import { billingPeriods, type PricePart } from "./billingPeriods";
import { rateUsage, type RatedUsage, type RatingContext } from "./rateParts";
import { noRows, type RatedItem } from "./ratedItem";

/** Lines that bill usage of a price within a part of a period. */
export function usageLinesOf(index: LineIndex<RegisteredLine>, price: Price, part: Period): RegisteredLine[] {
  return index
    .of(price)
    .filter(
      (line) =>
        line.contractId === price.contractId &&
        line.period !== undefined &&
        line.period.from >= part.from &&
        line.period.to <= part.to,
    );
}

/**
 * Whether the lines that bill days of a part leave open how much of a price they bill: one names no price of the
 * contract, reaches beyond the part or states no quantity, as in an export of amounts alone.
 */
function isUncertain(
  index: LineIndex<RegisteredLine>,
  strangers: readonly RegisteredLine[],
  { price, part }: { readonly price: Price; readonly part: Period },
): boolean {
  const billsDays = ({ period }: RegisteredLine) =>
    period !== undefined && overlap(period, part) !== undefined;
  if (strangers.some(billsDays)) return true;
  return index.of(price).some((line) => {
    const { kind = "usage", period, quantity } = line;
    if (!period || !billsDays(line)) return false;
    const isWithin = period.from >= part.from && period.to <= part.to;
    return !isWithin || (kind === "usage" && quantity === undefined);
  });
}

/** Lines of usage that name no price of the contract: they may bill any of them. */
function strangersOf(index: LineIndex<RegisteredLine>, { prices }: Contract): RegisteredLine[] {
  const named = new Set(prices.flatMap(index.of));
  const ofNoMeter = new Set(["adjustment", "commitment", "fixed"]);
  return index.lines.filter((line) => !named.has(line) && !ofNoMeter.has(line.kind ?? "usage"));
}

/** The metered quantity that lines have billed: packages count as their units, included units as themselves. */
export function billedQuantity(lines: readonly RegisteredLine[], price: Price): Decimal {
  const units = price.model.unitsPerLineUnit?.(price) ?? one;
  return sum(
    lines.map(({ kind = "usage", quantity = zero }) => {
      if (kind === "usage") return quantity.times(units);
      return kind === "included" ? quantity : zero;
    }),
  );
}

/** What the lines billed, as steps of a charge. */
function asChargeLines(lines: readonly RegisteredLine[]): ChargeLine[] {
  return lines.flatMap(
    ({ kind = "usage", tier = "", quantity = zero, unitPrice = zero, flatFee = zero, amount }) =>
      kind === "fixed" || kind === "commitment" || kind === "adjustment"
        ? []
        : [{ kind, tier, quantity, unitPrice, flatFee, amount }],
  );
}

/** Rows that arrived after the day of the document that should have held them, where the Received column tells. */
function receivedAfter(
  rows: Int32Array,
  billed: readonly RegisteredLine[],
  context: RatingContext,
): Int32Array {
  const { received } = context.metered!.usage;
  const invoiceDate = billed[0]?.invoice?.invoiceDate;
  return invoiceDate === undefined ? noRows : rows.filter((row) => received[row]! > invoiceDate);
}

/** The last rows of the sheet that make up a quantity exactly; none where no run of them does. */
function lastRowsOf(rows: Int32Array, quantity: Decimal, context: RatingContext): Int32Array {
  let rest = quantity;
  for (let i = rows.length - 1; i >= 0; i--) {
    rest = rest.minus(quantityOf(context.metered!.usage, rows[i]!));
    if (rest.isZero()) return rows.subarray(i);
    if (rest.isNegative()) break;
  }
  return noRows;
}

/** The rows that came late: by their Received date, else the last of the sheet that add up, else all of the period. */
function lateRows(
  rated: RatedUsage,
  billed: readonly RegisteredLine[],
  late: Decimal,
  context: RatingContext,
): Int32Array {
  const received = receivedAfter(rated.rows, billed, context);
  if (received.length > 0) return received;
  const last = lastRowsOf(rated.rows, late, context);
  return last.length > 0 ? last : rated.rows;
}

function lateItem(
  contract: Contract,
  price: Price,
  span: PricePart,
  billed: readonly RegisteredLine[],
  context: RatingContext,
): RatedItem | undefined {
  const rated = rateUsage(contract, price, span, context);
  const { charge, quantity, fraction, terms } = rated;
  const before = billedQuantity(billed, price);
  // Less usage than was billed is no late usage: a credit is a decision, so it is a finding, never billed silently.
  if (!charge.ok || quantity.lessThanOrEqualTo(before)) return undefined;
  const was = price.perEvent ? undefined : chargeQuantity(before, terms);
  if (was && !was.ok) return undefined;
  const linesBefore = billed.length > 0 ? (was?.lines ?? asChargeLines(billed)) : [];
  const lines = chargeDifference(charge.lines, linesBefore);
  const lateQuantity = quantity.minus(before);
  const rows = lateRows(rated, billed, lateQuantity, context);
  return {
    contract,
    price,
    kind: "usage",
    ...span,
    fraction,
    late: { all: charge.lines, before: linesBefore },
    quantity: lateQuantity,
    rows,
    lines,
    whole: charge.amount,
    before: sum(linesBefore.map(({ amount }) => amount)),
  };
}

/**
 * Usage dated in periods before the run that were issued with less: priced as (price of all) − (price of what was
 * billed). A period without any document is not billed here; the reconciliation names it.
 */
export function rateLateUsage(
  contract: Contract,
  run: Period,
  register: DocumentRegister,
  context: RatingContext,
): RatedItem[] {
  const { metered, meters, contractIndex } = context;
  if (!metered) return [];
  const final = (register.byContract.get(contract.contractId) ?? []).filter(({ isFinal }) => isFinal);
  if (final.length === 0) return [];
  const lines = indexLines(final);
  const strangers = strangersOf(lines, contract);
  const index = contractIndex.get(contract.contractId)!;
  return contract.prices.flatMap((price) => {
    if (price.isFixed) return [];
    const span = spanOf(metered.usage, metered.index.rowsOf(index, meters.get(price.meter).sourceKey));
    if (!span || span.from >= run.from) return [];
    const earlier = { from: span.from, to: Math.min(span.to, run.from - 1) };
    return billingPeriods(contract, earlier).flatMap(({ full, service }) => {
      const part = overlap(full, price.service);
      const wasIssued = final.some(
        ({ period }) => period !== undefined && overlap(period, service) !== undefined,
      );
      if (!part || service.to >= run.from || !wasIssued) return [];
      // What is not known to be unbilled is never billed again; the reconciliation compares it with the documents.
      if (isUncertain(lines, strangers, { price, part })) return [];
      return lateItem(contract, price, { full, part }, usageLinesOf(lines, price, part), context) ?? [];
    });
  });
}
