import { knownValue } from "../base/knownValue";
import { nameKey } from "../base/name";
import { groupBy } from "../base/groupBy";
import { coveringPeriod, overlaps, type Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import { priceFinder, serviceOfPrice, type ServiceKey } from "../documents/meteredService";
import type { RegisteredLine } from "../documents/register";
import { billsOtherwise } from "../rating/priceChains";
import type { CheckedContract } from "./checkedPeriods";
import { connected } from "./connected";
import type { ReconcileContext } from "./context";
import type { Expected } from "./expected";

/** What a contract owes for one service in days that no line crosses, with the lines that bill them. */
export interface Comparison {
  readonly contract: Contract;
  /** Empty where lines bill a service in days in which it has no price. */
  readonly parts: readonly Expected[];
  /** Empty where nothing bills what is owed. */
  readonly lines: readonly RegisteredLine[];
  /** Lines that bill other products of the meter in these days, on documents that bill none of this one. */
  readonly beside: readonly RegisteredLine[];
  readonly days: Period;
  /** The lines bill days that are still to come as well: they are compared once these have passed. */
  readonly isOpen: boolean;
}

function daysOf(parts: readonly Expected[], lines: readonly RegisteredLine[]): Period {
  const days = parts.length > 0 ? parts.map(({ part }) => part) : lines.flatMap(({ period }) => period ?? []);
  return coveringPeriod(days);
}

/** The parts of which a line bills days; where it names one of the prices of these days, those of that price. */
function billedParts(
  priceOf: (line: RegisteredLine) => Price | undefined,
  parts: readonly Expected[],
): (line: RegisteredLine) => readonly Expected[] {
  const byProduct = groupBy(parts, ({ price }) => nameKey(price.product));
  return (line) => {
    const price = priceOf(line);
    // A fee that is charged once is due on its first day, whatever days a line gives for it.
    const days =
      price?.isOnce && line.period ? { from: line.period.from, to: line.period.from } : line.period;
    const isTouched = ({ part }: Expected) => days !== undefined && overlaps(part, days);
    const named = price && byProduct.get(nameKey(price.product))?.filter(isTouched);
    return named && named.length > 0 ? named : parts.filter(isTouched);
  };
}

/** A part that nothing bills goes to the one of its meter and days that something bills: its units were billed there. */
function withCompanions(
  groups: readonly Pick<Comparison, "parts" | "lines">[],
): Pick<Comparison, "parts" | "lines">[] {
  const isBilled = ({ lines, parts }: Pick<Comparison, "parts" | "lines">) =>
    lines.length > 0 && parts.length > 0;
  const hosts = groups.filter(isBilled);
  const joined = new Map(hosts.map((host) => [host, [...host.parts]]));
  const alone = groups.filter((group) => {
    if (isBilled(group) || group.parts.length === 0) return !isBilled(group);
    const host = hosts.find(({ parts }) =>
      parts.some(({ part }) =>
        group.parts.some((candidate) => candidate.usage && overlaps(candidate.part, part)),
      ),
    );
    if (host) knownValue(joined, host).push(...group.parts);
    return host === undefined;
  });
  return [...hosts.map((host) => ({ lines: host.lines, parts: knownValue(joined, host) })), ...alone];
}

/** The comparisons of one service of a contract. */
function ofService(
  checked: CheckedContract,
  parts: readonly Expected[],
  lines: readonly RegisteredLine[],
): Comparison[] {
  const { contract, periods } = checked;
  const ended = periods.filter(({ isRunning }) => !isRunning);
  const endedTo = ended[ended.length - 1]?.period.service.to ?? -Infinity;
  const priceOf = priceFinder(contract);
  // Of a period that still runs only what is due in advance is known.
  const isOpen = (line: RegisteredLine, expectedParts: readonly Expected[]) => {
    const { period } = line;
    const knownTo = expectedParts.reduce((last, { part }) => Math.max(last, part.to), endedTo);
    // Some systems name the first day after a month as its end.
    const goesOn = period && (period.from > knownTo || period.to > knownTo + 1);
    return goesOn === true && contract.service.to > knownTo && !priceOf(line)?.isOnce;
  };
  const byDocument = groupBy(lines, ({ invoiceNumber }) => invoiceNumber);
  return withCompanions(
    connected(parts, lines, billedParts(priceOf, parts)).map(({ left, right }) => ({
      parts: left,
      lines: right,
    })),
  ).map((group): Comparison => {
    const days = daysOf(group.parts, group.lines);
    const documents = new Set(group.lines.map(({ invoiceNumber }) => invoiceNumber));
    const beside = [...byDocument].flatMap(([number, own]) =>
      documents.has(number) ? [] : own.filter(({ period }) => period && overlaps(period, days)),
    );
    return {
      contract,
      ...group,
      beside,
      days,
      isOpen: group.lines.some((line) => isOpen(line, group.parts)),
    };
  });
}

/** What a contract owes in its checked periods, service by service, with what bills it by days of service. */
export function comparisonsOf(
  checked: CheckedContract,
  expected: readonly Expected[],
  { billed }: ReconcileContext,
): Comparison[] {
  const { contract, periods } = checked;
  const days = {
    from: periods[0]!.period.service.from,
    to: periods[periods.length - 1]!.period.service.to,
  };
  const services = new Map<ServiceKey, Price>();
  for (const price of contract.prices) {
    // What was billed of a milestone or a result decides what is billed now: there is nothing else to compare it with.
    if (billsOtherwise(price)) continue;
    const service = serviceOfPrice(price);
    if (!services.has(service)) services.set(service, price);
  }
  const partsOf = groupBy(expected, ({ price }) => serviceOfPrice(price));
  return [...services].flatMap(([service, price]) =>
    ofService(checked, partsOf.get(service) ?? [], billed.of(contract, price, days).lines),
  );
}
