import { groupBy } from "../base/groupBy";
import type { Adjustment, Catalog } from "../catalog/records";
import type { DocumentRegister, RegisteredLine } from "../documents/register";
import { minorDigits } from "../money/currency";
import { Decimal, one, smallestUnit, sum, zero } from "../money/decimal";
import { round } from "../money/round";
import type { Settings } from "../settings/settings";

/** Lines of one document that say the same but for their tax and amount, as far as no adjustment has claimed them. */
interface LinesAlike {
  readonly adjustmentId: string;
  readonly digits: number;
  unclaimed: readonly RegisteredLine[];
}

/** What an adjustment and its lines have in common, whatever the amounts. */
const meaning = (description: string | undefined, date: number | undefined) =>
  JSON.stringify([description ?? "", date]);

/**
 * What a line may say of its adjustment: its description, and on the document of another customer, a parent, also what
 * follows the name of the child. "North: Ltd: bonus" may be "Ltd: bonus" or "bonus".
 */
function descriptionsOf(
  { description = "", contractId, invoice }: RegisteredLine,
  contracts: Catalog["contractById"],
): string[] {
  const own = contracts.get(contractId ?? "")?.customer.customerId;
  if (own === undefined || own === invoice?.customerId) return [description];
  const words = description.split(": ");
  return words.map((_, index) => words.slice(index).join(": "));
}

function adjustmentLines(
  { lines }: DocumentRegister,
  contracts: Catalog["contractById"],
): ReadonlyMap<string, readonly LinesAlike[]> {
  const billed = lines.filter(
    ({ isFinal, kind, amount }) =>
      isFinal && (kind === "adjustment" || (kind === "deposit" && amount.greaterThan(0))),
  );
  const documentKey = ({ invoiceNumber, contractId, priceId, description, period }: RegisteredLine) =>
    JSON.stringify([invoiceNumber, contractId, priceId, description, period?.to]);
  const alike = [...groupBy(billed, documentKey).values()].flatMap((unclaimed) => {
    const [line] = unclaimed;
    const { priceId: adjustmentId = "", period, invoice } = line;
    const group = { adjustmentId, digits: minorDigits(invoice?.currency ?? ""), unclaimed };
    return descriptionsOf(line, contracts).map((text) => ({ key: meaning(text, period?.to), lines: group }));
  });
  return new Map(
    [...groupBy(alike, ({ key }) => key)].map(([key, group]) => [
      key,
      group.map(({ lines: groupLines }) => groupLines),
    ]),
  );
}

type TaxInside = Pick<Settings, "pricesIncludeTax">;
type SameAmount = (lines: readonly RegisteredLine[], amount: Decimal) => boolean;

/**
 * Whether lines come to what was agreed. Where that contains the tax, lines show the net, which shares a rounded tax: then
 * each may be off by a minor unit and its tax.
 */
function sameAmount({ pricesIncludeTax }: TaxInside, digits: number): SameAmount {
  if (pricesIncludeTax !== "yes")
    return (lines, amount) => sum(lines.map((line) => line.amount)).equals(amount);
  const slack = new Decimal(2).times(smallestUnit(digits));
  return (lines, amount) => {
    const gross = sum(lines.map((line) => line.amount.times(one.plus(line.taxRate ?? zero))));
    return gross.minus(amount).abs().lessThan(slack.times(lines.length));
  };
}

/** Where lines that follow each other add up to an amount: an adjustment has one for each tax code that it touches. */
function runOf(
  lines: readonly RegisteredLine[],
  amount: Decimal,
  isSame: SameAmount,
): readonly [number, number] | undefined {
  const alone = lines.findIndex((line) => isSame([line], amount));
  if (alone >= 0) return [alone, alone + 1];
  for (let first = 0; first < lines.length; first++) {
    for (let last = first + 1; last < lines.length; last++)
      if (isSame(lines.slice(first, last + 1), amount)) return [first, last + 1];
  }
  return undefined;
}

/** Claims the lines of an adjustment; false where no document has any that are not claimed yet. */
function claim(alike: readonly LinesAlike[], { amount }: Adjustment, settings: TaxInside): boolean {
  for (const group of alike) {
    const agreed = round(amount, group.digits, "half_up");
    const run = runOf(group.unclaimed, agreed, sameAmount(settings, group.digits));
    if (!run) continue;
    group.unclaimed = group.unclaimed.filter((_, index) => index < run[0] || index >= run[1]);
    return true;
  }
  return false;
}

/**
 * The adjustments that no final document carries. What is on a document is claimed by one row of the table: the row
 * of its id, else one that says the same, so that two equal credits of a day are two.
 */
export function openAdjustments(
  { adjustments, contractById }: Pick<Catalog, "adjustments" | "contractById">,
  register: DocumentRegister,
  settings: TaxInside,
): readonly Adjustment[] {
  const lines = adjustmentLines(register, contractById);
  if (lines.size === 0) return adjustments;
  const alikeOf = ({ description, date }: Adjustment) => lines.get(meaning(description, date)) ?? [];
  const ofId = (adjustment: Adjustment) =>
    alikeOf(adjustment).filter(({ adjustmentId }) => adjustmentId === (adjustment.adjustmentId ?? ""));
  const rest = adjustments.filter((adjustment) => !claim(ofId(adjustment), adjustment, settings));
  return rest.filter((adjustment) => !claim(alikeOf(adjustment), adjustment, settings));
}
