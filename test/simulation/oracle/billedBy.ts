import { lastOfMonth, month, type Month } from "../year/day";
import { isFixed, isProject, type Contract, type SimulatedYear } from "../year/simulatedYear";
import { hasChain, pooledStatements, statements } from "./chain/statements";
import type { Charge } from "./charge";
import { takes } from "./conditions";
import { trueUps, type TrueUp } from "./commitments";
import { escalated } from "./escalations";
import { feeCharges } from "./fees";
import { digitsOf, Fraction } from "./fraction";
import { monthsOf } from "./periods";
import { placementCharges } from "./placements";
import { projectCharges } from "./projects";
import { resultCharges } from "./results";
import { netOfUnits } from "./units";
import { knownRows, usageCharges } from "./usage";

interface Owed {
  readonly charges: readonly Charge[];
  readonly trueUps: readonly TrueUp[];
}

/** Everything that a contract owes by the end of a run, reckoned at once, from the rows known by then. */
export function owedBy(contract: Contract, year: SimulatedYear, run: Month): Owed {
  // A run may bill a period ahead; one that begins later is no concern of it.
  const until = lastOfMonth(run + 1 + monthsOf[contract.frequency]);
  const rows = knownRows(contract.usage, run);
  const raised = escalated(contract, year);
  const products = new Set(raised.map(({ product }) => product));
  const charges = [...products].flatMap((product) => {
    const prices = raised.filter((price) => price.product === product);
    if (prices.some(({ measured }) => measured)) return resultCharges(prices, contract, year, run);
    if (prices.some(({ refundScale }) => refundScale)) return placementCharges(prices, contract, year);
    if (prices.some(isProject)) return projectCharges(prices, contract, year, run);
    return prices.some(isFixed)
      ? feeCharges(prices, contract, year, until)
      : usageCharges(
          prices,
          rows.filter((row) => prices.some((price) => takes(price, row, contract.prices))),
          contract,
          year,
          until,
        );
  });
  return {
    charges: charges.filter((charge) => charge.run <= run),
    trueUps: trueUps(charges, contract, year, until).filter((trueUp) => trueUp.run <= run),
  };
}

/** With invoices that are rounded once the exact difference to the run before is what each run rounds. */
function netOfRoundedInvoices(contract: Contract, year: SimulatedYear, run: Month): Fraction {
  const exactBy = (by: Month) => Fraction.sum(owedBy(contract, year, by).charges.map(({ exact }) => exact));
  let net = Fraction.zero;
  let before = Fraction.zero;
  for (let by = month(year.firstRun); by <= run; by++) {
    const exact = exactBy(by);
    net = net.plus(exact.minus(before).rounded(digitsOf(contract.currency), year.rounding));
    before = exact;
  }
  return net;
}

/**
 * The net of a contract over all runs up to one of them: what every run bills is the difference to the run before.
 * A fee of 100 a month in advance from January on is 300 by March.
 */
export function netBy(contract: Contract, year: SimulatedYear, run: Month): Fraction {
  if (hasChain(contract, year)) {
    const items = statements(contract, year, run, (of, by) => owedBy(of, year, by).charges);
    return Fraction.sum(items.map(({ amount }) => amount));
  }
  if (year.lineRounding === "invoice") return netOfRoundedInvoices(contract, year, run);
  if (contract.rates !== undefined)
    return netOfUnits(contract, year, run, (by) => owedBy(contract, year, by).charges);
  const owed = owedBy(contract, year, run);
  return Fraction.sum([...owed.charges, ...owed.trueUps].map(({ amount }) => amount));
}

/** What a customer owes over all of its contracts by a run, beside what each of them owes. */
export const pooledBy = (year: SimulatedYear, run: Month): Fraction =>
  Fraction.sum(
    pooledStatements(year, run, (of, by) => owedBy(of, year, by).charges).map(({ amount }) => amount),
  );
