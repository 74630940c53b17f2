import { groupBy } from "../base/groupBy";
import type { Day } from "../calendar/day";
import { contains, overlaps, type Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import { Decimal, sum, zero } from "../money/decimal";
import type { Settings } from "../settings/settings";
import { figuresAsPriced, type FiguresAsPriced, type PricedFigures } from "./figuresAsPriced";
import { billedQuantity } from "./billedQuantity";
import { correctionsOf, type Corrections } from "./corrections";
import { isNotVoid } from "./documentKinds";
import { billsPrice, priceFinder, serviceOfPrice, type ServiceKey } from "./meteredService";
import type { DocumentRegister, RegisteredInvoice, RegisteredLine } from "./register";

/** What final documents bill of one service of a contract in some days. */
export interface BilledDays {
  /** Lines that bill some of the days, whatever price they are under; those of cancelled documents are left out. */
  readonly lines: readonly RegisteredLine[];
  /** Some of the lines bill days beyond these as well: what they bill of these days alone is not known. */
  readonly reachesBeyond: boolean;
  /** What the lines bill, less what credit notes correct; a concession leaves it whole. */
  readonly amount: Decimal;
  /** The units of the meter that the lines bill; undefined where a line does not say. */
  readonly quantity: Decimal | undefined;
  /** A document that is void or credited in full billed some of the days, and none bills any of them now. */
  readonly isFreeAgain: boolean;
}

/** The one answer to what was billed: by contract, service and days of service, never by days of runs or invoices. */
export interface BilledService {
  /** Whether any final document bills something of a contract. */
  readonly bills: (contract: Contract) => boolean;
  /** What bills the meter of a price (a fixed fee: its product) in days of service. */
  readonly of: (contract: Contract, price: Price, days: Period) => BilledDays;
  /** What discounts and limits take off a service of a contract, line by line. */
  readonly takenOff: (contract: Contract, price: Price, days: Period) => readonly RegisteredLine[];
  /** Lines that bill days of a contract and name none of its prices: they may bill any of them. */
  readonly unnamed: (contract: Contract, days: Period) => readonly RegisteredLine[];
  /**
   * Lines of documents that stand and bear the id of a row of terms, or none where it is blank: what it took, gave or drew
   * before.
   */
  readonly ofTerm: (id: string) => readonly RegisteredLine[];
  /** What a line bills less its corrections: 100.00 of which 20.00 was credited for a wrong price is 80.00. */
  readonly netOf: (line: RegisteredLine) => Decimal;
  /** What a line bills, and at which price, as its price has them: with its tax where prices include that. */
  readonly asPriced: (line: RegisteredLine) => PricedFigures;
  /**
   * What lines that reach beyond their contract's end bill, where so much is owed: concessions settle what is too much
   * as corrections do, 365.00 less 292.00 is 73.00, and a settlement all of it, whatever both sides agreed on.
   */
  readonly netAfterEnd: (lines: readonly RegisteredLine[], owed: Decimal) => Decimal;
  /** The true-up billed for a commitment period, less corrections: 20.00, and −15.00 when late usage came, is 5.00. */
  readonly trueUpOf: (contract: Contract, commitmentPeriod: Period) => Decimal;
  /**
   * Whether the usage of a billing period was billed: by a final document of the run that its last day lies in; a
   * document that names no run bills usage where it has lines of usage for these days. A document of an earlier run that
   * carries a fee in advance does not bill the usage, and one without lines does not say what it bills.
   */
  readonly isIssued: (contract: Contract, billingPeriod: Period) => boolean;
  /** The run that billed the usage of a billing period, of several the one that ended first; undefined where none says so. */
  readonly runOf: (contract: Contract, billingPeriod: Period) => Period | undefined;
  /** Whether a document no longer bills its days: it is void, or credited in full by corrections. */
  readonly isCancelled: (invoice: Pick<RegisteredInvoice, "invoiceNumber" | "isVoid">) => boolean;
}

/** What is looked up in a register for every contract. */
interface Billing {
  readonly register: DocumentRegister;
  readonly corrections: Corrections;
  /** Numbers of documents that correct an invoice: what they take back is taken off the lines of that invoice. */
  readonly correctors: ReadonlySet<string>;
  readonly voidedLines: ReadonlyMap<string, readonly RegisteredLine[]>;
}

/** Lines of one contract by what they bill. */
interface ContractLines {
  readonly billing: ReadonlyMap<ServiceKey | undefined, readonly RegisteredLine[]>;
  readonly cancelled: ReadonlyMap<ServiceKey | undefined, readonly RegisteredLine[]>;
  /** What rows of terms take off prices. */
  readonly takenOff: ReadonlyMap<ServiceKey | undefined, readonly RegisteredLine[]>;
  readonly priceOf: (line: RegisteredLine) => Price | undefined;
}

const sharesDays = ({ period }: RegisteredLine, days: Period) =>
  period !== undefined && overlaps(period, days);

const isWithin = ({ period }: RegisteredLine, days: Period) =>
  period !== undefined && period.from >= days.from && period.to <= days.to;

const isUsage = ({ kind = "usage" }: RegisteredLine) => kind === "usage" || kind === "included";

/** The days of the run that a line's document is of; undefined where it does not say, as in exports of lines. */
function runOf({ invoice }: RegisteredLine): Period | undefined {
  const { periodStart: from, periodEnd: to } = invoice ?? {};
  return from === undefined || to === undefined ? undefined : { from, to };
}

function billingOf(register: DocumentRegister, settings: Settings, figures: FiguresAsPriced): Billing {
  const correctors = register.invoices.filter(
    (document) => isNotVoid(document) && document.corrects !== undefined,
  );
  const voided = register.invoices.filter(({ isVoid }) => isVoid);
  return {
    register,
    corrections: correctionsOf(register, settings, figures),
    correctors: new Set(correctors.map(({ invoiceNumber }) => invoiceNumber)),
    voidedLines: groupBy(
      voided.flatMap(({ lines }) => lines),
      ({ contractId }) => contractId,
    ),
  };
}

function linesOfContract(contract: Contract, billing: Billing): ContractLines {
  const { register, corrections, correctors, voidedLines } = billing;
  const priceOf = priceFinder(contract);
  const keyOf = (line: RegisteredLine): ServiceKey | undefined => {
    const price = priceOf(line);
    return price && serviceOfPrice(price);
  };
  const standing = (register.byContract.get(contract.contractId) ?? []).filter(
    (line) => line.isFinal && !correctors.has(line.invoiceNumber),
  );
  const lines = standing.filter((line) => billsPrice(contract, line));
  const takesOff = (line: RegisteredLine) =>
    (line.kind === "discount" || line.kind === "maximum") && !billsPrice(contract, line);
  const isLive = ({ invoiceNumber }: RegisteredLine) => !corrections.cancelled.has(invoiceNumber);
  const dead = lines.filter((line) => !isLive(line));
  return {
    billing: groupBy(lines.filter(isLive), keyOf),
    takenOff: groupBy(standing.filter(takesOff).filter(isLive), keyOf),
    cancelled: groupBy([...dead, ...(voidedLines.get(contract.contractId) ?? [])], keyOf),
    priceOf,
  };
}

/** Whether lines of a contract bill the usage of a billing period: by their run, else by their days. */
function billsUsageOf(billingPeriod: Period, { billing, priceOf }: ContractLines): boolean {
  const isOfRun = (line: RegisteredLine) => {
    const run = runOf(line);
    if (run) return contains(run, billingPeriod.to);
    return isUsage(line) && !priceOf(line)?.isFixed && sharesDays(line, billingPeriod);
  };
  return [...billing.values()].some((lines) => lines.some(isOfRun));
}

/** The run of lines of a contract that holds a day, of several the one that ended first. */
function firstRunWith(day: Day, { billing }: ContractLines): Period | undefined {
  const runs = [...billing.values()].flatMap((lines) => lines.flatMap((line) => runOf(line) ?? []));
  return runs.filter((run) => contains(run, day)).sort((a, b) => a.to - b.to)[0];
}

/** Final lines of documents that stand, by the id that they bear under Price ID; grouped when first asked for. */
function termLines({ register, corrections, correctors }: Billing): BilledService["ofTerm"] {
  let byId: ReadonlyMap<string | undefined, readonly RegisteredLine[]> | undefined;
  const stands = ({ isFinal, invoiceNumber }: RegisteredLine) =>
    isFinal && !corrections.cancelled.has(invoiceNumber) && !correctors.has(invoiceNumber);
  return (id) => {
    byId ??= groupBy(register.lines.filter(stands), ({ priceId }) => priceId);
    return byId.get(id === "" ? undefined : id) ?? [];
  };
}

/** What the final documents of a register bill. Lines of a contract are sorted when it is first asked for. */
export function billedServiceOf(register: DocumentRegister, settings: Settings): BilledService {
  // Where prices include tax, what rates and rules count with includes it too.
  const figures = figuresAsPriced(register, settings);
  const billing = billingOf(register, settings, figures);
  const { ofLine, conceded, settled, cancelled } = billing.corrections;
  const known = new Map<string, ContractLines>();
  const linesOf = (contract: Contract): ContractLines => {
    const lines = known.get(contract.contractId) ?? linesOfContract(contract, billing);
    known.set(contract.contractId, lines);
    return lines;
  };
  const unkeyed = (contract: Contract) => linesOf(contract).billing.get(undefined) ?? [];
  const { amountOf: amountAsPriced, lineOf: asPriced } = figures;
  const netOf = (line: RegisteredLine) => amountAsPriced(line.amount, line).plus(ofLine.get(line) ?? zero);
  const amountOf = (lines: readonly RegisteredLine[]) => sum(lines.map(netOf));
  return {
    ofTerm: termLines(billing),
    bills: (contract) => linesOf(contract).billing.size > 0,
    netOf,
    asPriced,
    netAfterEnd: (lines, owed) => {
      const net = amountOf(lines);
      if (!net.greaterThan(owed)) return net;
      if (lines.some((line) => settled.has(line))) return owed;
      return Decimal.max(owed, net.plus(sum(lines.map((line) => conceded.get(line) ?? zero))));
    },
    of: (contract, price, days) => {
      const contractLines = linesOf(contract);
      const service = serviceOfPrice(price);
      const lines = (contractLines.billing.get(service) ?? []).filter((line) => sharesDays(line, days));
      const ended = () => (contractLines.cancelled.get(service) ?? []).some((line) => sharesDays(line, days));
      return {
        lines,
        reachesBeyond: lines.some((line) => !isWithin(line, days)),
        amount: amountOf(lines),
        quantity: billedQuantity(lines, contractLines.priceOf),
        isFreeAgain: lines.length === 0 && ended(),
      };
    },
    takenOff: (contract, price, days) =>
      (linesOf(contract).takenOff.get(serviceOfPrice(price)) ?? []).filter((line) => sharesDays(line, days)),
    unnamed: (contract, days) =>
      unkeyed(contract).filter((line) => line.kind !== "commitment" && sharesDays(line, days)),
    trueUpOf: (contract, commitmentPeriod) =>
      amountOf(
        unkeyed(contract).filter((line) => line.kind === "commitment" && isWithin(line, commitmentPeriod)),
      ),
    isIssued: (contract, billingPeriod) => billsUsageOf(billingPeriod, linesOf(contract)),
    runOf: (contract, { to }) => firstRunWith(to, linesOf(contract)),
    isCancelled: ({ isVoid, invoiceNumber }) => isVoid || cancelled.has(invoiceNumber),
  };
}
