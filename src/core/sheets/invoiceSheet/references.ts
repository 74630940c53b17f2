import { columnName } from "../../grid/grid";
import type { TaxGroup } from "../../invoicing/invoice";
import type { OneTax } from "../../invoicing/severalTaxes";
import { invoiceLinesTable } from "../../documents/invoiceLines.table";

/** Where the lines of one invoice are: one below the other from `firstRow` (0-based), in the order of the invoice. */
export interface LinesTable {
  readonly sheet: string;
  readonly firstRow: number;
}

type Field = keyof (typeof invoiceLinesTable)["columns"];

/** The output sheet has the columns of the table in their order, from column A. */
function columnOf(field: Field): string {
  return columnName((Object.keys(invoiceLinesTable.columns) as Field[]).indexOf(field));
}

const AMOUNT = columnOf("amount");
const TAX_CODE = columnOf("taxCode");
const TAX_RATE = columnOf("taxRate");

function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

function quotedText(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** `'Invoice lines'!O12`: the amount of an invoice's line by its 0-based place. */
export function amountReference({ sheet, firstRow }: LinesTable, lineIndex: number): string {
  return `${quotedSheet(sheet)}!${AMOUNT}${String(firstRow + lineIndex + 1)}`;
}

/** Formulas over the lines of one invoice. */
export class LineFormulas {
  constructor(
    private readonly table: LinesTable,
    private readonly lineCount: number,
    private readonly digits: number,
  ) {}

  /** The net of the lines that bear a tax. */
  net(group: TaxGroup): string {
    return this.rounded(this.sum(group, this.range(AMOUNT)));
  }

  /** The tax of those lines, each rounded by itself. */
  taxByLine(group: TaxGroup): string {
    return this.rounded(this.sum(group, this.rounded(`${this.range(AMOUNT)}*${group.rate.toString()}`)));
  }

  /** One of several taxes on those lines, each line rounded by itself; one on top is on the taxes before it as well. */
  oneTaxByLine(group: TaxGroup, taxes: readonly OneTax[]): string {
    const charged: string[] = [];
    for (const { rate, isOnTop } of taxes) {
      const base = isOnTop ? `(${[this.range(AMOUNT), ...charged].join("+")})` : this.range(AMOUNT);
      charged.push(this.rounded(`${base}*${rate.toString()}`));
    }
    return this.rounded(this.sum(group, charged.at(-1)!));
  }

  /** To the currency's decimals: sums of binary fractions drift in digits that nobody sees. */
  rounded(formula: string): string {
    return `ROUND(${formula},${String(this.digits)})`;
  }

  /** Not SUMIFS, to which the codes 01 and 1 are equal and * stands for anything. */
  private sum({ taxCode, rate }: TaxGroup, amounts: string): string {
    const hasCode = `EXACT(${this.range(TAX_CODE)},${quotedText(taxCode)})`;
    return `SUMPRODUCT(${hasCode}*(${this.range(TAX_RATE)}=${rate.toString()})*${amounts})`;
  }

  private range(column: string): string {
    const { sheet, firstRow } = this.table;
    const last = firstRow + this.lineCount;
    return `${quotedSheet(sheet)}!$${column}$${String(firstRow + 1)}:$${column}$${String(last)}`;
  }
}
