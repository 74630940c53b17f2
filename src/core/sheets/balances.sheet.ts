import { compareText } from "../base/name";
import { billedServiceOf } from "../documents/billedService";
import { balanceOf, type GrantBalance } from "../documents/grantsDrawn";
import { isOfRun, registerBefore } from "../invoicing/registerChanges";
import type { Decimal } from "../money/decimal";
import { decimalColumn, idColumn, textColumn } from "../schema/column";
import { defineTable } from "../schema/table";
import { defineOutputSheet } from "./outputSheet";
import { amountStyle, quantityStyle } from "./styles";
import { textCell, type OutputColumn } from "./tableSheet";
import type { OutputInput } from "./outputInput";

const figures = {
  opening: "what was left before the run",
  granted: "what the run adds",
  drawn: "what the run's documents draw",
  expired: "what is lost, since its days are over",
  closing: "Opening + Granted − Drawn − Expired",
} as const;
type Figure = keyof typeof figures;

const title = (figure: Figure) => `${figure[0]!.toUpperCase()}${figure.slice(1)}`;
const figureColumn = (figure: Figure) => decimalColumn({ title: title(figure), help: figures[figure] });

const balancesTable = defineTable({
  title: "Balances",
  synonyms: [],
  help: "What is left of every grant at the end of the run.",
  columns: {
    grantId: idColumn({ title: "Grant ID", help: "as in Grants" }),
    customerId: idColumn({ title: "Customer ID", help: "whose grant it is" }),
    currency: textColumn({ title: "Currency", help: "of the amounts; empty where the grant is in units" }),
    opening: figureColumn("opening"),
    granted: figureColumn("granted"),
    drawn: figureColumn("drawn"),
    expired: figureColumn("expired"),
    closing: figureColumn("closing"),
  },
  examples: [],
});

/** The balance of each grant that has begun, by its id: final lines of earlier runs, and the lines of this one. */
export function balancesOf({
  catalog,
  after,
  period,
  settings,
}: Pick<OutputInput, "catalog" | "after" | "period" | "settings">): GrantBalance[] {
  const begun = catalog.grants.filter(({ days }) => days.from <= period.to);
  if (begun.length === 0) return [];
  const before = billedServiceOf(registerBefore(after, period), settings);
  const drawing = after.invoices
    .filter((invoice) => !invoice.isVoid && isOfRun(invoice, period))
    .flatMap(({ lines }) => lines);
  return begun
    .map((grant) =>
      balanceOf(
        grant,
        period,
        before.ofTerm(grant.id),
        drawing.filter(({ priceId }) => priceId === grant.id),
        before.netOf,
      ),
    )
    .sort((a, b) => compareText(a.grant.id, b.grant.id));
}

const isMoney = ({ grant }: GrantBalance) => "amount" in grant.of;

const figureCell = (figure: Figure): OutputColumn<GrantBalance> => ({
  width: 14,
  cell: (row) => {
    const value: Decimal = row[figure];
    return { value, style: isMoney(row) ? amountStyle(row.grant.currency) : quantityStyle(value) };
  },
});

export const balancesSheet = defineOutputSheet({
  table: balancesTable,
  written: "with rows",
  tabColor: "2E7D32",
  rows: balancesOf,
  columns: {
    grantId: { width: 14, cell: ({ grant }: GrantBalance) => textCell(grant.id) },
    customerId: { width: 12, cell: ({ grant }) => textCell(grant.customer.customerId) },
    currency: { width: 9, cell: (row) => (isMoney(row) ? textCell(row.grant.currency) : null) },
    opening: figureCell("opening"),
    granted: figureCell("granted"),
    drawn: figureCell("drawn"),
    expired: figureCell("expired"),
    closing: figureCell("closing"),
  },
});
