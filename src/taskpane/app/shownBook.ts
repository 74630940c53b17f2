import type { CellRef, Snapshot } from "../../core/api";
import type { FilePort } from "../../workbook/file/filePort";
import type { PortResult, WorkbookPort } from "../../workbook/port/port";
import type { ShownBook } from "../services/services";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file as the page shows it, and its port, which tells the page of every change. */
export function showFile(
  port: FilePort,
  first: Snapshot,
): { readonly port: WorkbookPort; readonly shown: ShownBook } {
  let snapshot = first;
  let selected: readonly CellRef[] = [];
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  port.onSelect((cells) => {
    selected = cells;
    tell();
  });
  const thenShow = async <Value>(work: Promise<PortResult<Value>>): Promise<PortResult<Value>> => {
    const result = await work;
    const read = await port.read();
    if (read.ok) snapshot = read.value;
    tell();
    return result;
  };
  return {
    port: {
      host: "file",
      name: () => port.name(),
      read: () => port.read(),
      apply: (plan, before, work) => thenShow(port.apply(plan, before, work)),
      file: () => port.file(),
      formulas: (sheet) => port.formulas(sheet),
      undo: (receipt) => thenShow(port.undo(receipt)),
      edit: (edits) => thenShow(port.edit(edits)),
      reveal: (cells) => port.reveal(cells),
      insertFormula: () => port.insertFormula(),
      activeCell: () => port.activeCell(),
      onEdit: () => port.onEdit(),
    },
    shown: {
      grids: () => snapshot.grids,
      selected: () => selected,
      select: (cell) => port.select([cell]),
      onChange: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      // A copy, since the bytes may stand in a larger buffer.
      download: () => Promise.resolve(new Blob([new Uint8Array(port.bytes())], { type: XLSX })),
    },
  };
}
