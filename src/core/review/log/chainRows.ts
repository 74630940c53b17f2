import type { Sha256 } from "../../base/sha256";
import type { CellRef, Snapshot } from "../../grid/grid";
import { bindTable, type BoundTable } from "../../schema/bind";
import { anyTable, refOf } from "../../schema/boundTable";
import { shownText } from "../../schema/column";
import { outputMapping } from "../../schema/outputSheet";
import { readRecords } from "../../schema/readRecords";
import { hashOfTexts } from "../../schema/rowHash";
import type { TableDefinition } from "../../schema/table";
import { valueText } from "../../schema/valueText";
import { viewCell } from "../../schema/viewCell";
import { unheard } from "../../issues/issue";

/** A row of a chained table as it stands, whether it can be read or not. */
export interface ChainRow {
  readonly runId: string;
  readonly previousHash: string;
  readonly hash: string;
  /** What the hash of its cells is. */
  readonly computedHash: string;
  /** All its cells but the hashes. */
  readonly texts: ReadonlyMap<string, string>;
  readonly at: (field: string) => CellRef;
}

/** A chained table and where it is read from; undefined where there is none. */
function boundChain(table: TableDefinition, snapshot: Snapshot): BoundTable | undefined {
  const bound = bindTable(table, snapshot, outputMapping(table, snapshot), unheard);
  return bound && anyTable(bound);
}

/** The rows of a chained table, from the top; a cell that cannot be read is taken as it shows. */
export function chainRows(table: TableDefinition, snapshot: Snapshot, sha256: Sha256): readonly ChainRow[] {
  const bound = boundChain(table, snapshot);
  if (!bound) return [];
  const { good, bad } = readRecords(bound, () => [], unheard);
  const read = [...good.map((fields) => ({ row: fields.row, fields })), ...bad].sort((a, b) => a.row - b.row);
  return read.map(({ row, fields }) => {
    const texts = new Map(
      Object.entries(table.columns).map(([field, column]) => {
        const index = bound.columnOf.get(field);
        const shown = index === undefined ? "" : shownText(viewCell(bound.grid, row, index));
        const value = (fields as Readonly<Record<string, unknown>>)[field];
        const isText = column.kind === "text" || column.kind === "id" || value === undefined;
        return [field, isText ? shown : valueText(column, value)] as const;
      }),
    );
    const hashed = [...texts].flatMap(([field, text]) => (field === "hash" ? [] : [text]));
    return {
      runId: texts.get("runId") ?? "",
      previousHash: texts.get("previousHash") ?? "",
      hash: texts.get("hash") ?? "",
      computedHash: hashOfTexts(hashed, sha256),
      texts,
      at: (field) => refOf(bound, row, bound.columnOf.get(field) ?? bound.firstColumn),
    };
  });
}
