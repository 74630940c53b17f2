import type { PlannedChart, PlannedSheet, Snapshot } from "../../src/core/api";
import { applyTo, noPlan, readBy } from "./books";
import { starterBook } from "./officeBooks";
import type { OpenedPort } from "./portContract";

/** A chart as it stands in a workbook: what it shows, by cells. */
export interface ShownChart {
  readonly sheet: string;
  readonly name: string;
  readonly title: string;
  readonly kind: PlannedChart["kind"];
  readonly series: readonly { readonly name: string; readonly values: string; readonly categories: string }[];
}

export interface PortWithCharts extends OpenedPort {
  charts(): Promise<readonly ShownChart[]>;
}

const bands = ["Current", "1-30", "31-60"];

/** A table of customers with totals below and the totals as bars beside it. */
export function agingLike(customers: number, bandCount: number, title: string): PlannedSheet {
  const columns = ["Customer", "Currency", ...bands.slice(0, bandCount)];
  const row = (name: string) => [
    name,
    "EUR",
    ...bands.slice(0, bandCount).map((_, index) => 10 * (index + 1)),
  ];
  const names = Array.from({ length: customers }, (_, index) => `C-${String(index + 1)}`);
  const rows = [columns, ...[...names, "Total"].map(row)].map((cells) => cells.map((value) => ({ value })));
  const totals = (column: number) => ({ firstRow: customers + 1, lastRow: customers + 1, column });
  const series = bands.slice(0, bandCount).map((name, index) => ({ name, values: totals(2 + index) }));
  return {
    name: "It's aging",
    rows,
    widths: columns.map(() => 12),
    table: { name: "AgingLike", headerRow: 0, columns },
    charts: [{ kind: "bars", title, categories: totals(1), series, row: 3, column: 7 }],
  };
}

const shown = (customers: number, bandCount: number, title: string): ShownChart => {
  const at = (letter: string) => `It's aging!${letter}${String(customers + 2)}`;
  const series = bands
    .slice(0, bandCount)
    .map((name, index) => ({ name, values: at("CDE"[index]!), categories: at("B") }));
  return { sheet: "It's aging", name: "Ratebook chart 1", title, kind: "bars", series };
};

/** What every adapter of the workbook port does with the charts of a plan. */
export function describeCharts(name: string, open: (file: Uint8Array) => Promise<PortWithCharts>): void {
  describe(`charts through the workbook port of ${name}`, () => {
    let opened: PortWithCharts;
    beforeEach(async () => (opened = await open(starterBook())));
    afterEach(() => opened.close());

    const write = (...sheets: PlannedSheet[]) => applyTo(opened.port, () => ({ ...noPlan, sheets }));

    it("are drawn beside their cells, and go when the write is taken back", async () => {
      const before: Snapshot = await readBy(opened.port);
      const written = await write(agingLike(3, 2, "Open by days"));
      expect(await opened.charts()).toEqual([shown(3, 2, "Open by days")]);
      expect(await opened.port.undo(written)).toMatchObject({ ok: true });
      expect(await opened.charts()).toEqual([]);
      expect(await readBy(opened.port)).toEqual(before);
    });

    it("show the cells of a second run, once, and those of the first when that is taken back", async () => {
      await write(agingLike(3, 3, "Open by days"));
      const second = await write(agingLike(5, 2, "Open by days, again"));
      expect(await opened.charts()).toEqual([shown(5, 2, "Open by days, again")]);
      expect(await opened.port.undo(second)).toMatchObject({ ok: true });
      expect(await opened.charts()).toEqual([shown(3, 3, "Open by days")]);
    });

    it("of lines and of several series stand on the sheets that have them", async () => {
      const bars = agingLike(2, 2, "Bars");
      const lines = {
        ...bars,
        name: "Months",
        table: { ...bars.table!, name: "Months" },
        charts: bars.charts!.map((chart) => ({ ...chart, kind: "lines" as const, title: "Days & <months>" })),
      };
      await write(bars, lines);
      const charts = await opened.charts();
      expect(charts.map(({ sheet, kind, title }) => [sheet, kind, title])).toEqual([
        ["It's aging", "bars", "Bars"],
        ["Months", "lines", "Days & <months>"],
      ]);
    });
  });
}
