import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import { periodHolding } from "../calendar/cycle";
import { cellAddress, type CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { zero, type Decimal } from "../money/decimal";
import { cellOf } from "../schema/readRecords";
import { setupPrice, type PricedPhase, type UsedRow } from "./assignPrices";
import type { CatalogTables } from "./readTables";
import type { Contract, Price } from "./records";
import { headers } from "./synonyms";

/** The contract's own setup fee, due at the start of the row that names it first. */
export function setupOfContract(
  contractId: string,
  phases: readonly PricedPhase[],
  { contracts, isOneSheet }: CatalogTables,
): Price[] {
  const phase = isOneSheet ? undefined : phases.find(({ record }) => record.setupFee?.greaterThan(0));
  if (!phase) return [];
  const { record, service, taxCode } = phase;
  return [
    setupPrice({
      contractId,
      priceId: `${contractId} Setup fee`,
      product: "Setup fee",
      fee: record.setupFee!,
      day: service.from,
      taxCode,
      revenueAccount: "",
      at: cellOf(contracts.bound!, record.row, "setupFee"),
    }),
  ];
}

/** What a contract pays once, by its own row and by those of its prices. */
interface SetupFees {
  readonly contractId: string;
  readonly setups: readonly Price[];
  readonly used: readonly UsedRow[];
  readonly tables: CatalogTables;
}

/** A setup fee with the cell that says so. */
interface OwedFee {
  readonly fee: Decimal;
  readonly at: CellRef;
}

/** Whether a fee is what others are as well: one of them, or all together. */
const isSame = (fee: Decimal, others: readonly OwedFee[]): boolean =>
  others.some((other) => other.fee.equals(fee)) ||
  others.reduce((sum, other) => sum.plus(other.fee), zero).equals(fee);

/**
 * Tells of setup fees that are charged beside each other. The same fee in two places may be due once or twice, so that the
 * contract waits; fees that differ, and those of several prices, are charged and named.
 */
export function reportSetupFees({ contractId, setups: [own], used, tables }: SetupFees, to: Report): void {
  const ofPrices = used.flatMap(({ row: { record }, prices }): OwedFee[] =>
    record.setupFee && prices.some(({ isOnce }) => isOnce)
      ? [{ fee: record.setupFee, at: cellOf(tables.prices.bound!, record.row, "setupFee") }]
      : [],
  );
  const tell = ({ fee, at }: OwedFee, others: readonly OwedFee[], isInDoubt: boolean) => {
    const named = others.map(
      (other) => `${other.fee.toString()} in ${other.at.sheet}!${cellAddress(other.at)}`,
    );
    const words = {
      contract: contractId,
      others: named.join(" and "),
      charged: isInDoubt ? "whether all of it is due is not known" : "each is charged",
    };
    const severity = isInDoubt ? "error" : "warning";
    const holds = isInDoubt ? [contractId] : [];
    to(makeIssue("SETUP_FEE_TWICE", { at, value: fee.toString(), words, severity, holds }));
  };
  if (own?.flatFee) {
    if (ofPrices.length > 0) tell({ fee: own.flatFee, at: own.at }, ofPrices, isSame(own.flatFee, ofPrices));
    return;
  }
  for (const [first, ...others] of groupBy(ofPrices, ({ fee }) => fee.toString()).values())
    if (others.length > 0) tell(first, others, tables.isOneSheet);
}

/** What people call a fee that is due once, as they would head a column of such fees. */
const namesOfSetups: ReadonlySet<string> = new Set(["Setup fee", ...headers.setupFee].map(nameKey));

/** Whether a price that is charged period by period is called a fee that is due once. */
function isRepeatedSetup({ frequency, anchorDay, service: { from } }: Contract, price: Price): boolean {
  const { isFixed, isOnce, flatFee, product, description, service } = price;
  if (!isFixed || isOnce || frequency === "one_time" || !flatFee?.greaterThan(0)) return false;
  if (![product, description].some((name) => namesOfSetups.has(nameKey(name)))) return false;
  return periodHolding({ frequency, anchorDay, start: from }, service.from).to < service.to;
}

/** Tells of flat fees that are called setup fees and come again with every billing period: once for each row. */
export function reportRepeatedSetups(contracts: readonly Contract[], report: Report): void {
  const repeated = contracts.flatMap((contract) =>
    contract.prices.filter((price) => isRepeatedSetup(contract, price)),
  );
  const rows = groupBy(repeated, ({ at }) => `${at.sheet} ${String(at.row)}`);
  for (const [price] of rows.values())
    report(
      makeIssue("SETUP_FEE_REPEATED", {
        at: price.at,
        value: price.product,
        words: { fee: price.flatFee!.toString() },
      }),
    );
}
