import type { Fault } from "../judge/fault";
import { digitsOf } from "../oracle/fraction";
import { remembered } from "../year/remembered";
import type { SimulatedYear } from "../year/simulatedYear";
import { withoutChain } from "../year/withoutChain";
import { deletedLine, billedTwice, wrongPrice } from "./tampered";
import type { Leak, Plant } from "./leak";
import { lateWithoutInvoice, missingMonth, takenBack } from "./untold";

export const leaks: Readonly<Record<string, Plant>> = {
  "deleted line": deletedLine,
  "wrong price": wrongPrice,
  "billed twice": billedTwice,
  "missing month": missingMonth,
  "late without an invoice": lateWithoutInvoice,
  "usage taken back": takenBack,
};

/** A year without what moves other amounts along: what stands over prices, tax, late rows, cents, invoices of several. */
const bare = remembered(
  ({ lineRounding, cash, pricesIncludeTax, grouping, customer, ...year }: SimulatedYear): SimulatedYear => ({
    ...year,
    taxCodes: [],
    contracts: year.contracts
      .filter(({ frequency }) => frequency !== "One-time")
      .map(({ commitment, taxCode, ...told }) => {
        const contract = withoutChain(told);
        const prices = contract.prices.map(({ taxCode: _, rollover: __, ...price }) => price);
        const usage = contract.usage.filter(({ arrives }) => arrives === undefined);
        return { ...contract, prices, usage };
      }),
  }),
);

function judgeContract(
  name: string,
  { id, currency }: SimulatedYear["contracts"][number],
  { findings, differences }: Leak,
): Fault[] {
  const digits = digitsOf(currency);
  const told = findings.filter(({ contractId }) => contractId === id);
  const planted = differences.get(id);
  const isRight =
    planted === undefined
      ? told.length === 0
      : told.length === 1 && told[0]?.difference.minus(planted).isZero;
  if (isRight) return [];
  const texts = told.map(({ code, difference }) => `${code} ${difference.text(digits)}`);
  const text = `${name}: ${planted?.text(digits) ?? "nothing"}, found ${texts.join(", ") || "nothing"}`;
  return [{ kind: "leak", contractId: id, text }];
}

/** What is wrong with the one finding that a leak must give: none, several, another amount, or one of another contract. */
export function judgeLeak(name: string, year: SimulatedYear): Fault[] {
  const { contracts } = bare(year);
  return (leaks[name]?.(bare(year)) ?? []).flatMap((leak): Fault[] => [
    ...contracts.flatMap((contract) => judgeContract(name, contract, leak)),
    ...leak.findings
      .filter(({ contractId }) => !contracts.some(({ id }) => id === contractId))
      .map(({ code, cause }): Fault => ({ kind: "leak", contractId: "", text: `${name}: ${code} ${cause}` })),
  ]);
}
