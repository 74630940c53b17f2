import { nameKey } from "../../../base/name";
import { groupBy } from "../../../base/groupBy";
import type { Sha256 } from "../../../base/sha256";
import type { CellRef } from "../../../grid/grid";
import type { Decimal } from "../../../money/decimal";
import { sum } from "../../../money/decimal";
import { countRows } from "../../../metering/foldedRows";
import { quantityOf } from "../../../metering/readings";
import { RowState, usageCell, type Usage } from "../../../metering/usage";
import { usageTable } from "../../../metering/usage.table";
import { shownText } from "../../../schema/column";
import { hashOfTexts } from "../../../schema/rowHash";
import { momentText } from "../../../schema/valueText";
import { viewCell } from "../../../schema/viewCell";
import type { PartCell } from "../part";
import type { ReviewBook } from "../reviewBook";
import { touches, type ContractScope } from "../scope";
import type { InputParts } from "./inputPart";
import { BETWEEN_MARKS } from "../sealTexts";

const MARK_LENGTH = 8;

/** Sheet columns of Usage beyond our own that a meter reads: what it filters by or counts. */
function propertyColumns({ meters }: ReviewBook, { bound }: Usage): readonly (readonly [string, number])[] {
  const read = new Set(
    meters.all.flatMap(({ keyColumn, conditions }) =>
      [keyColumn, ...conditions.map(({ column }) => column)].filter((name) => name !== "").map(nameKey),
    ),
  );
  return [...bound.others]
    .filter(([, header]) => read.has(nameKey(header)))
    .map(([column, header]) => [header, column] as const)
    .sort(([a], [b]) => (nameKey(a) < nameKey(b) ? -1 : 1));
}

/** What a usage row says, resolved: two rows that are billed alike have one text, whatever sheet and order. */
class UsageTexts {
  private readonly properties: readonly (readonly [string, number])[];
  private readonly personal: readonly (readonly [string, number])[];

  constructor(
    private readonly book: ReviewBook,
    private readonly usage: Usage,
  ) {
    const { columns } = usageTable;
    const all = propertyColumns(book, usage);
    const isPersonal = ([header]: readonly [string, number]) =>
      book.personal.columns.isPersonalHeader(usageTable, header);
    this.properties = all.filter((property) => !isPersonal(property));
    const name = usage.bound.columnOf.get("customerName");
    const named = name === undefined ? [] : [[columns.customerName.title, name] as const];
    this.personal = [...named, ...all.filter(isPersonal)];
  }

  private shown(row: number, column: number | undefined): string {
    const { bound, firstRow } = this.usage;
    return column === undefined ? "" : shownText(viewCell(bound.grid, firstRow + row, column));
  }

  /** The cells of a row that are nobody's name. */
  plain(row: number, contractId: string, meter: string): string[] {
    const { usage } = this;
    const { columnOf } = usage.bound;
    const moment = usage.moments[row]!;
    const day = Math.floor(moment);
    const when = Number.isNaN(moment)
      ? this.shown(row, columnOf.get("date"))
      : momentText({ day, time: moment - day });
    const isRead = usage.state[row] !== RowState.rejected;
    const quantity = isRead ? quantityOf(usage, row).toFixed() : this.shown(row, columnOf.get("quantity"));
    const properties = this.properties.map(([, column]) => this.shown(row, column));
    return [
      contractId,
      meter,
      when,
      quantity,
      this.shown(row, columnOf.get("eventId")),
      this.shown(row, columnOf.get("received")),
      ...properties,
    ];
  }

  /** The cells of a row that are personal; nothing where it has none. */
  ofPerson(row: number): string[] {
    const texts = this.personal.map(([, column]) => this.shown(row, column));
    return texts.every((text) => text === "") ? [] : texts;
  }
}

/** Rows of a contract on the days whose usage the document bills, by meter. */
function rowsByMeter(book: ReviewBook, usage: Usage, { contractId, usageDays }: ContractScope) {
  const index = book.contractIndex.get(contractId);
  if (index === undefined || usageDays.length === 0) return [];
  const rows = book.usageRowsOf(index).filter((row) => {
    const day = Math.floor(usage.moments[row]!);
    return Number.isNaN(day) || touches(usageDays, { from: day, to: day });
  });
  return [...groupBy(rows, (row) => usage.meterNames[usage.meterOf[row]!] ?? "")];
}

interface Marks {
  readonly marks: readonly { readonly mark: string; readonly at: CellRef }[];
  readonly cell: PartCell;
}

function marksOf(
  texts: readonly (readonly [string[], CellRef])[],
  at: CellRef,
  isPersonal: boolean,
  sha256: Sha256,
): Marks {
  const marks = texts.map(([text, where]) => ({
    mark: hashOfTexts(text, sha256).slice(0, MARK_LENGTH),
    at: where,
  }));
  const value = marks
    .map(({ mark }) => mark)
    .sort()
    .join(BETWEEN_MARKS);
  return { marks, cell: { column: isPersonal ? "Personal marks" : "Marks", value, at, isPersonal } };
}

const plainCell = (column: string, value: string, at: CellRef): PartCell => ({
  column,
  value,
  at,
  isPersonal: false,
});

/** Usage of the document, one part a contract and meter: how many rows, how much, and a mark of each row. */
export const usageParts: InputParts = (book, scope) => {
  const usage = book.metered?.usage;
  if (!usage) return [];
  const texts = new UsageTexts(book, usage);
  return scope.contracts.flatMap((contract) =>
    rowsByMeter(book, usage, contract).map(([meter, rows]) => {
      const at = usageCell(usage, rows[0], "quantity");
      const cellOf = (row: number) => usageCell(usage, row, "quantity");
      const { marks, cell } = marksOf(
        rows.map((row) => [texts.plain(row, contract.contractId, meter), cellOf(row)]),
        at,
        false,
        book.sha256,
      );
      const ofPersons = rows.flatMap((row): [string[], CellRef][] => {
        const personal = texts.ofPerson(row);
        return personal.length === 0 ? [] : [[[book.personal.salt, ...personal], cellOf(row)]];
      });
      const quantity: Decimal = sum(rows.map((row) => quantityOf(usage, row)));
      return {
        table: usageTable.title,
        base: `${contract.contractId} | ${meter}`,
        hint: "",
        cells: [
          plainCell("Rows", String(countRows(usage, rows)), at),
          plainCell("Quantity", quantity.toFixed(), at),
          cell,
          ...(ofPersons.length > 0 ? [marksOf(ofPersons, at, true, book.sha256).cell] : []),
        ],
        at,
        cellOf: () => at,
        marks,
      };
    }),
  );
};
