import { join } from "node:path";
import { readCsvFile } from "../../scripts/realData/csvFile";
import { readMeterFiles } from "../../scripts/realData/nem12Meters";
import { type BillingRun, Decimal } from "../../src/core/api";
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

const readingColumns = [
  "nmi",
  "register",
  "unit",
  "minutes",
  "date",
  "interval",
  "value",
  "quality",
] as const;

function quantityOf({ lines }: BillingRun["invoices"][number], product: string): string {
  return plain(lines.find((line) => line.product === product)?.quantity ?? 0);
}

describe("interval meters", () => {
  const { folder, itWithData, open, answers } = realData("nem12-interval-meters");

  itWithData("are read from their exchange files as the flattened readings say", () => {
    const { counts } = answers<Answers>();
    const { readings, unreadable } = readMeterFiles(folder);
    const flattened = readCsvFile(join(folder, "readings.csv"), readingColumns);
    const rowOf = (reading: Readonly<Record<(typeof readingColumns)[number], string | number>>) =>
      readingColumns
        .map((column) => (column === "value" ? plain(reading.value) : String(reading[column])))
        .join();
    expect(readings).toHaveLength(counts.reading_rows);
    expect(readings.map(rowOf).sort()).toEqual(flattened.map(rowOf).sort());
    expect(unreadable).toEqual(counts.unreadable_day_records.map(([file, day]) => [file, day]));
    return Promise.resolve();
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
      { kwh: plain(kwh), kw: plain(max_demand_kw[register]?.kw ?? new Decimal(NaN)) },
    ]);
    expect(invoices).toHaveLength(118);
    expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(known));
    expect(reconciliation.findings).toEqual([]);
  });
});
