import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal, parseIsoDay, type PlannedSheet } from "../../src/core/api";
import { dayCell, momentCell, numberCell, settingsSheet, sheetOf, textCell, type RealBook } from "./book";
import { parseNem12, type Reading } from "./nem12File";

/** Every reading of the folder's meter data files, in the order of their names. */
export function readMeterFiles(folder: string): { readings: Reading[]; unreadable: [string, string][] } {
  const files = readdirSync(join(folder, "nem12"))
    .sort()
    .map((name) => ({ name, ...parseNem12(readFileSync(join(folder, "nem12", name), "utf8")) }));
  return {
    readings: files.flatMap(({ readings }) => readings),
    unreadable: files.flatMap(({ name, unreadable }) =>
      unreadable.map((date): [string, string] => [name, date]),
    ),
  };
}

const isEnergy = ({ unit }: Reading) => unit === "kwh";
const isSold = (reading: Reading) => isEnergy(reading) && reading.register.startsWith("E");
const minuteOf = ({ interval, minutes }: Reading) => (interval - 1) * minutes;

function startOf(reading: Reading): string {
  const minute = minuteOf(reading);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** Monday to Friday from 07:00 to 21:00. Serial 2 of Excel's calendar was a Monday. */
function isPeak(reading: Reading): boolean {
  const weekday = (parseIsoDay(reading.date)! - 2) % 7;
  const minute = minuteOf(reading);
  return weekday < 5 && minute >= 7 * 60 && minute < 21 * 60;
}

/** First and last day read of each contract. */
function spansOf(
  readings: readonly Reading[],
  contractOf: (reading: Reading) => string,
): { readonly contract: string; readonly nmi: string; from: string; to: string }[] {
  const spans = new Map<string, { contract: string; nmi: string; from: string; to: string }>();
  for (const reading of readings) {
    const { nmi, date } = reading;
    const contract = contractOf(reading);
    const span = spans.get(contract);
    if (!span) spans.set(contract, { contract, nmi, from: date, to: date });
    else if (date < span.from) span.from = date;
    else if (date > span.to) span.to = date;
  }
  return [...spans.values()].sort((a, b) => (a.contract < b.contract ? -1 : 1));
}

function contractsSheet(spans: ReturnType<typeof spansOf>): PlannedSheet {
  return sheetOf("Contracts", spans, {
    "Contract ID": ({ contract }) => textCell(contract),
    "Customer ID": ({ nmi }) => textCell(nmi),
    "Start date": ({ from }) => dayCell(from),
    "End date": ({ to }) => dayCell(to),
    // The readings of a meter are one bill, rounded once, whatever months they lie in.
    "Billing frequency": () => textCell("One-time"),
  });
}

interface MeterRow {
  readonly meter: string;
  readonly source: string;
  readonly aggregation: string;
  readonly filter: string;
  readonly unit: string;
}

function metersSheet(rows: readonly MeterRow[]): PlannedSheet {
  return sheetOf("Meters", rows, {
    Meter: ({ meter }) => textCell(meter),
    "Source meter": ({ source }) => textCell(source),
    Aggregation: ({ aggregation }) => textCell(aggregation),
    Filter: ({ filter }) => textCell(filter),
    Unit: ({ unit }) => textCell(unit),
  });
}

/** Every contract has the same prices per unit of its meters. */
function pricesSheet(
  spans: ReturnType<typeof spansOf>,
  prices: readonly { readonly meter: string; readonly unitPrice: string }[],
): PlannedSheet {
  const rows = spans.flatMap(({ contract }) => prices.map((price) => ({ contract, ...price })));
  return sheetOf("Prices", rows, {
    "Contract ID": ({ contract }) => textCell(contract),
    Product: ({ meter }) => textCell(meter),
    "Pricing model": () => textCell("per_unit"),
    "Unit price": ({ unitPrice }) => numberCell(unitPrice),
  });
}

/** Readings that are not sold stay out of Usage; this says how many and why. */
function leftOutSheet(readings: readonly Reading[]): PlannedSheet {
  const count = (test: (reading: Reading) => boolean) => readings.filter(test).length;
  const rows = [
    { reason: "Reactive energy (kvarh)", rows: count((reading) => !isEnergy(reading)) },
    { reason: "Energy fed in, not sold", rows: count((reading) => isEnergy(reading) && !isSold(reading)) },
    {
      reason: "No reading (quality N): in Usage, kept out by the meters' filter",
      rows: count((reading) => isSold(reading) && reading.quality === "N"),
    },
  ];
  return sheetOf("Left out", rows, {
    Reason: ({ reason }) => textCell(reason),
    Rows: ({ rows: number }) => numberCell(number),
  });
}

function timeOfUseBook(readings: readonly Reading[]): RealBook {
  const sold = readings.filter(isSold);
  const spans = spansOf(sold, ({ nmi }) => nmi);
  const energy = { source: "Energy", aggregation: "Sum", unit: "kWh" };
  return {
    name: "nem12-interval-meters",
    shows: "one time-of-use bill a connection point",
    sheets: [
      settingsSheet({ Currency: "AUD", "Line rounding": "invoice" }),
      contractsSheet(spans),
      pricesSheet(spans, [
        { meter: "Peak energy", unitPrice: "0.25" },
        { meter: "Off-peak energy", unitPrice: "0.10" },
      ]),
      metersSheet([
        { ...energy, meter: "Peak energy", filter: "Time of use = peak and Quality <> N" },
        { ...energy, meter: "Off-peak energy", filter: "Time of use = off-peak and Quality <> N" },
      ]),
      sheetOf("Usage", sold, {
        "Contract ID": ({ nmi }) => textCell(nmi),
        Meter: () => textCell("Energy"),
        Date: (reading) => momentCell(`${reading.date} ${startOf(reading)}`),
        Quantity: ({ value }) => numberCell(value),
        "Time of use": (reading) => textCell(isPeak(reading) ? "peak" : "off-peak"),
        Register: ({ register }) => textCell(register),
        Quality: ({ quality }) => textCell(quality),
      }),
      leftOutSheet(readings),
    ],
  };
}

/** The average power of an interval in kW. */
const powerOf = ({ value, minutes }: Reading) => new Decimal(value).times(60 / minutes);

function registersBook(readings: readonly Reading[]): RealBook {
  const energy = readings.filter(isEnergy);
  const registerOf = ({ nmi, register }: Reading) => `${nmi}|${register}`;
  const spans = spansOf(energy, registerOf);
  const usage = energy.flatMap((reading) => [
    { reading, meter: "Energy", quantity: new Decimal(reading.value) },
    { reading, meter: "Power", quantity: powerOf(reading) },
  ]);
  return {
    name: "nem12-registers",
    shows: "energy and highest demand of every register",
    sheets: [
      settingsSheet({ Currency: "AUD" }),
      contractsSheet(spans),
      pricesSheet(spans, [
        { meter: "Energy", unitPrice: "0.10" },
        { meter: "Demand", unitPrice: "1" },
      ]),
      metersSheet([
        { meter: "Energy", source: "Energy", aggregation: "Sum", filter: "Quality <> N", unit: "kWh" },
        { meter: "Demand", source: "Power", aggregation: "Max", filter: "Quality <> N", unit: "kW" },
      ]),
      sheetOf("Usage", usage, {
        "Contract ID": ({ reading }) => textCell(registerOf(reading)),
        Meter: ({ meter }) => textCell(meter),
        Date: ({ reading }) => momentCell(`${reading.date} ${startOf(reading)}`),
        Quantity: ({ quantity }) => numberCell(quantity),
        Quality: ({ reading }) => textCell(reading.quality),
      }),
    ],
  };
}

/** Half-hourly electricity readings in the NEM12 format, with a hypothetical tariff. */
export function nem12MetersBooks(folder: string): RealBook[] {
  const { readings } = readMeterFiles(folder);
  return [timeOfUseBook(readings), registersBook(readings)];
}
