import type { Snapshot } from "../../core/api";

/**
 * A copy of a workbook to hand over whole, and the buffers to hand over with it. The page keeps its own: it is what a
 * plan is applied to (`apply(plan, before)`), and what a new worker is started with when one was cancelled. Columns
 * are cut to what they use, since a clone would copy all of a buffer for a part of it; texts are copied by the clone.
 */
export function copySnapshot(snapshot: Snapshot): {
  readonly copy: Snapshot;
  readonly buffers: ArrayBuffer[];
} {
  const buffers: ArrayBuffer[] = [];
  const grids = snapshot.grids.map((grid) => ({
    ...grid,
    columns: grid.columns.map(({ kinds, values, texts, currencies, units }) => {
      const cells = { kinds: kinds.slice(), values: values.slice(), texts };
      buffers.push(cells.kinds.buffer, cells.values.buffer);
      const marks = (shown: typeof currencies) => {
        if (!shown) return undefined;
        const of = shown.of.slice();
        buffers.push(of.buffer);
        return { ...shown, of };
      };
      const [ofMoney, ofUnits] = [marks(currencies), marks(units)];
      return {
        ...cells,
        ...(ofMoney ? { currencies: ofMoney } : {}),
        ...(ofUnits ? { units: ofUnits } : {}),
      };
    }),
  }));
  return { copy: { ...snapshot, grids }, buffers };
}
