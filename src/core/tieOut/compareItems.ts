import { compareText, nameKey } from "../base/name";
import { groupBy } from "../base/groupBy";
import { formatDay } from "../calendar/day";
import { currencyCode } from "../money/currency";
import { sum, type Decimal } from "../money/decimal";
import { formatMoney } from "../money/format";
import type { OpenItemRow } from "../receivables/reports/agingDetail";
import { finding, type Finding } from "../reconciliation/finding";
import type { TheirItem } from "./openItems";

/** What both sides have open in a currency. */
export interface TieTotal {
  readonly currency: string;
  readonly ours: Decimal;
  readonly theirs: Decimal;
  readonly difference: Decimal;
}

export interface Tie {
  /** Items that both sides have open alike. */
  readonly matched: number;
  readonly findings: readonly Finding[];
  /** Their differences are those of the findings, added up. */
  readonly totals: readonly TieTotal[];
}

/** Rows of one number as one item: a list may show its parts. */
interface Theirs extends TheirItem {
  readonly money: string;
}

interface Pair {
  readonly ours: OpenItemRow;
  readonly theirs: Theirs;
}

const numberKey = (number: string) => number.trim().toLowerCase();

function itemsOf(items: readonly TheirItem[], currency: string): Theirs[] {
  const withMoney = items.map((item) => ({
    ...item,
    money: currencyCode(item.currency ?? "") ?? item.currency ?? currency,
  }));
  const keyOf = (item: Theirs) => (item.number === "" ? item : `${numberKey(item.number)}|${item.money}`);
  return [...groupBy(withMoney, keyOf).values()].map((group) => ({
    ...group[0],
    open: sum(group.map(({ open }) => open)),
  }));
}

/** Names that a customer of ours has there: id, name, and its number in Accounts. */
export type CustomerNames = (customerId: string) => readonly string[];

function isSameCustomer(ours: OpenItemRow, theirs: Theirs, namesOf: CustomerNames): boolean {
  const said = [theirs.customerId, theirs.customerName].map(nameKey).filter((name) => name !== "");
  const known = new Set([ours.customerId, ours.customerName, ...namesOf(ours.customerId)].map(nameKey));
  return said.length === 0 || said.some((name) => known.has(name));
}

/** Pairs by number, of several the one in the same currency; then those of one customer, amount and day. */
function pairsOf(ours: readonly OpenItemRow[], theirs: readonly Theirs[], namesOf: CustomerNames): Pair[] {
  const left = new Set(theirs);
  const byNumber = groupBy(theirs, ({ number }) => numberKey(number));
  const pairs: Pair[] = [];
  const take = (item: OpenItemRow, found: Theirs | undefined) => {
    if (!found) return;
    left.delete(found);
    pairs.push({ ours: item, theirs: found });
  };
  for (const item of ours) {
    const rivals = (byNumber.get(numberKey(item.document)) ?? []).filter((theirItem) => left.has(theirItem));
    take(item, rivals.find(({ money }) => money === item.currency) ?? rivals[0]);
  }
  const paired = new Set(pairs.map((pair) => pair.ours));
  for (const item of ours.filter((ourItem) => !paired.has(ourItem)))
    take(
      item,
      [...left].find(
        (theirItem) =>
          theirItem.money === item.currency &&
          theirItem.open.equals(item.open) &&
          theirItem.date === item.date &&
          theirItem.customerId + theirItem.customerName !== "" &&
          isSameCustomer(item, theirItem, namesOf),
      ),
    );
  return pairs;
}

type About = Pick<Finding, "customerId" | "invoiceNumber" | "source">;

function pairFindings({ ours, theirs }: Pair, namesOf: CustomerNames): Finding[] {
  const about: About = { customerId: ours.customerId, invoiceNumber: ours.document, source: theirs.at };
  const show = formatMoney;
  const customer = isSameCustomer(ours, theirs, namesOf)
    ? []
    : [
        finding({
          ...about,
          code: "CUSTOMER_DIFFERS",
          currency: ours.currency,
          expected: ours.open,
          found: ours.open,
          cause: `it is of ${ours.customerName || ours.customerId} here and of ${theirs.customerName || theirs.customerId} there`,
        }),
      ];
  if (theirs.money !== ours.currency) {
    const cause = `it is open in ${ours.currency} here and in ${theirs.money} there`;
    const code = "CURRENCY_DIFFERS";
    return [
      finding({ ...about, code, currency: ours.currency, expected: ours.open, cause }),
      finding({ ...about, code, currency: theirs.money, found: theirs.open, cause }),
      ...customer,
    ];
  }
  if (theirs.open.equals(ours.open)) return customer;
  const cause = `${show(ours.open, ours.currency)} is open here and ${show(theirs.open, theirs.money)} there`;
  return [
    finding({
      ...about,
      code: "AMOUNT_DIFFERS",
      currency: ours.currency,
      expected: ours.open,
      found: theirs.open,
      cause,
    }),
    ...customer,
  ];
}

const onDay = (day: number | undefined) => (day === undefined ? "" : ` of ${formatDay(day)}`);

/**
 * Open items of both sides against each other. Expected is ours, Found theirs, and per currency the differences add up
 * to ours − theirs: 100.00 open here alone and 40.00 open there alone are 100.00 and −40.00, together 60.00.
 */
export function compareItems(
  ours: readonly OpenItemRow[],
  list: readonly TheirItem[],
  currency: string,
  namesOf: CustomerNames,
): Tie {
  const theirs = itemsOf(list, currency);
  const pairs = pairsOf(ours, theirs, namesOf);
  const found = new Map(pairs.map((pair) => [pair, pairFindings(pair, namesOf)]));
  const [ourPaired, theirPaired] = [
    new Set(pairs.map((pair) => pair.ours)),
    new Set(pairs.map((pair) => pair.theirs)),
  ];
  const missing = [
    ...ours
      .filter((item) => !ourPaired.has(item))
      .map((item) =>
        finding({
          code: "MISSING_THERE",
          customerId: item.customerId,
          invoiceNumber: item.document,
          currency: item.currency,
          expected: item.open,
          cause: `${item.document}${onDay(item.date)} is open here and not there`,
        }),
      ),
    ...theirs
      .filter((item) => !theirPaired.has(item))
      .map((item) =>
        finding({
          code: "MISSING_HERE",
          customerId: item.customerId,
          invoiceNumber: item.number,
          currency: item.money,
          found: item.open,
          source: item.at,
          cause: `${item.number || item.customerName || item.customerId}${onDay(item.date)} is open there and not here`,
        }),
      ),
  ];
  const currencies = new Set([...ours.map((item) => item.currency), ...theirs.map(({ money }) => money)]);
  const totals = [...currencies].sort(compareText).map((code): TieTotal => {
    const mine = sum(ours.filter((item) => item.currency === code).map(({ open }) => open));
    const their = sum(theirs.filter(({ money }) => money === code).map(({ open }) => open));
    return { currency: code, ours: mine, theirs: their, difference: mine.minus(their) };
  });
  const matched = [...found.values()].filter((findings) => findings.length === 0).length;
  return { matched, findings: [...[...found.values()].flat(), ...missing], totals };
}
