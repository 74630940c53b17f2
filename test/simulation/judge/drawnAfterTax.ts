import type { WrittenDocument, WrittenLine } from "../engine/documents";
import { customerId, idOf } from "../engine/termTables";
import { inOrder, isOpen } from "../oracle/chain/prepaid";
import { digitsOf, Fraction } from "../oracle/fraction";
import { monthOf } from "../year/day";
import type { Contract, SimulatedYear } from "../year/simulatedYear";
import type { Grant } from "../year/terms";
import type { Fault } from "./fault";
import { taxesOf } from "./tax";

const { zero } = Fraction;
const sumOf = (lines: readonly WrittenLine[]) => Fraction.sum(lines.map(({ amount }) => amount));

/** Grants that may pay an invoice of a contract, each by the id that its lines name. */
const grantsOf = (contract: Contract, { customer }: SimulatedYear): Grant[] => [
  ...(contract.grants ?? []).map((grant) => ({ ...grant, id: idOf(contract, grant.id) })),
  ...(customer?.grants ?? []).map((grant) => ({ ...grant, id: idOf({ id: customerId }, grant.id) })),
];

/** What grants may pay of an invoice: its total, or what it would come to without the sale of a grant. */
function payable(document: WrittenDocument, grants: readonly Grant[], year: SimulatedYear): Fraction {
  const lines = document.lines.filter(({ kind }) => kind !== "grant" && kind !== "rounding");
  const unsold = lines.filter(
    ({ kind, priceId }) => kind !== "fixed" || grants.every(({ id }) => id !== priceId),
  );
  if (unsold.length === lines.length) return sumOf(lines).plus(document.tax).most(zero);
  const { pricesIncludeTax: _, ...withNets } = year;
  return sumOf(unsold)
    .plus(Fraction.sum(taxesOf(unsold, document, withNets)))
    .most(zero);
}

/**
 * Grants that pay totals: 40 of 100 and its tax of 20 leave 80. What an invoice comes to is told by it and looked at
 * elsewhere; this is what is drawn of that, invoice after invoice.
 */
export function judgeDrawnAfterTax(documents: readonly WrittenDocument[], year: SimulatedYear): Fault[] {
  if (!year.grantsAfterTax) return [];
  const left = new Map<string, Fraction>();
  const inTime = documents
    .filter(({ type }) => type === "Invoice")
    .sort((a, b) => a.date - b.date || (a.contractId < b.contractId ? -1 : 1));
  return inTime.flatMap((document): Fault[] => {
    const contract = year.contracts.find(({ id }) => id === document.contractId);
    if (contract === undefined) return [];
    const digits = digitsOf(document.currency);
    const grants = grantsOf(contract, year);
    let due = payable(document, grants, year);
    return inOrder(grants).flatMap((grant): Fault[] => {
      const rest = left.get(grant.id) ?? Fraction.of(grant.amount);
      const owed = isOpen(grant, monthOf(document.date)) ? rest.least(due) : zero;
      left.set(grant.id, rest.minus(owed));
      due = due.minus(owed);
      const lines = document.lines.filter(({ kind, priceId }) => kind === "grant" && priceId === grant.id);
      const drawn = sumOf(lines).negated();
      if (drawn.minus(owed).isZero) return [];
      const text = `${document.number}: ${drawn.text(digits)} of ${grant.id} instead of ${owed.text(digits)}`;
      return [{ kind: "net", contractId: contract.id, text }];
    });
  });
}
