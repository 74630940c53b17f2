import { join } from "node:path";
import { readCsvFile } from "../../scripts/realData/csvFile";
import { readMeterFiles } from "../../scripts/realData/nem12Meters";
import type { BillingRun } from "../../src/core/api";
import { bill, plain, realData } from "./realData";

interface Answers {
  readonly counts: {
    readonly reading_rows: number;
    readonly unreadable_day_records: readonly (readonly [string, string])[];
  };
  readonly kwh_by_nmi_register: Readonly<Record<string, string>>;
  readonly max_demand_kw: Readonly<Record<string, { readonly kw: string }>>;
  readonly time_of_use_bill: {
    readonly by_nmi: Readonly<
      Record<string, { readonly peak_kwh: string; readonly off_peak_kwh: string; readonly charge: string }>
    >;
  };
}

const WHOLE_TIME = "2004-01-01..2005-12-31";
const MONTHS = [
  "2004-03",
  "2004-04",
  "2004-05",
  "2004-11",
  "2005-01",
  "2005-02",
  "2005-03",
  "2005-04",
  "2005-05",
];

const intervalColumns = ["nmi", "register", "unit", "minutes", "date", "interval", "value"] as const;
const readingColumns = [...intervalColumns, "quality"] as const;

type Row = Readonly<Record<(typeof intervalColumns)[number], string | number>>;

const text = (reading: Row, column: keyof Row) =>
  column === "value" ? plain(reading.value) : String(reading[column]);

function quantityOf({ lines }: BillingRun["invoices"][number], product: string): string {
  return plain(lines.find((line) => line.product === product)?.quantity ?? 0);
}

describe("interval meters", () => {
  const { folder, itWithData, open, answers } = realData("nem12-interval-meters");

  itWithData("are read from their exchange files as the flattened readings say", () => {
    const { counts } = answers<Answers>();
    const { readings, unreadable } = readMeterFiles(folder);
    const flattened = readCsvFile(join(folder, "readings.csv"), readingColumns);
    const identity = (reading: Row) => intervalColumns.map((column) => text(reading, column)).join();
    expect(readings).toHaveLength(counts.reading_rows);
    expect(readings.map(identity).sort()).toEqual(flattened.map(identity).sort());
    const qualityOf = new Map(flattened.map((reading) => [identity(reading), reading.quality]));
    const others = readings.filter((reading) => qualityOf.get(identity(reading)) !== reading.quality);
    // There the quality of the day that cannot be read (13 January) has fallen on the day before it.
    const { length } = others.filter(
      ({ nmi, register, date, interval }) =>
        `${nmi} ${register} ${date}` === "NEM1210191 B2 2005-01-12" && interval >= 25,
    );
    expect([others.length, length]).toEqual([24, 24]);
    expect(unreadable).toEqual(counts.unreadable_day_records.map(([file, day]) => [file, day]));
  });

  itWithData("have the known time-of-use bill in the month that their readings end in", async () => {
    const { by_nmi } = answers<Answers>().time_of_use_bill;
    const snapshot = await open("nem12-interval-meters");
    const invoices = MONTHS.flatMap((month) => bill(snapshot, month).invoices);
    const bills = invoices.map((invoice) => [
      invoice.contractId,
      {
        peak_kwh: quantityOf(invoice, "Peak energy"),
        off_peak_kwh: quantityOf(invoice, "Off-peak energy"),
        charge: plain(invoice.total),
      },
    ]);
    const known = Object.entries(by_nmi).map(([nmi, { peak_kwh, off_peak_kwh, charge }]) => [
      nmi,
      { peak_kwh: plain(peak_kwh), off_peak_kwh: plain(off_peak_kwh), charge: plain(charge) },
    ]);
    expect(invoices).toHaveLength(74);
    expect(Object.fromEntries(bills)).toEqual(Object.fromEntries(known));
  });

  itWithData("bill no interval without a reading, and agree with what they bill", async () => {
    const { invoices, controlTotals, reconciliation } = bill(await open("nem12-interval-meters"), WHOLE_TIME);
    const [{ read, rated, filtered }] = controlTotals as [(typeof controlTotals)[number]];
    expect({ read: read.rows, rated: rated.rows, filtered: filtered.rows }).toEqual({
      read: 20_736,
      rated: 20_688,
      filtered: 48,
    });
    const partly = invoices.find(({ contractId }) => contractId === "NEM1210184")!;
    expect(partly.lines.reduce((rows, { sourceRows }) => rows + sourceRows, 0)).toBe(240);
    expect(reconciliation.findings).toEqual([]);
  });

  itWithData("have the known energy and highest demand in every register", async () => {
    const { kwh_by_nmi_register, max_demand_kw } = answers<Answers>();
    const { invoices, reconciliation } = bill(await open("nem12-registers"), WHOLE_TIME);
    const figures = invoices.map((invoice) => [
      invoice.contractId,
      { kwh: quantityOf(invoice, "Energy"), kw: quantityOf(invoice, "Demand") },
    ]);
    const known = Object.entries(kwh_by_nmi_register).map(([register, kwh]) => [
      register,
      { kwh: plain(kwh), kw: plain(max_demand_kw[register]!.kw) },
    ]);
    expect(invoices).toHaveLength(118);
    expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(known));
    expect(reconciliation.findings).toEqual([]);
  });
});
