import { check, each, input, plain, table } from "../block";
import { dayOf } from "../day";
import { ExampleSheet } from "../sheet";
import { fixed } from "../template";

const [october, end] = [dayOf("2026-10-01"), dayOf("2026-10-31")];

function readings(sheet: ExampleSheet): void {
  const usage = sheet.block({
    title: "Rows of usage",
    note: "A negative row is a correction; a blank quantity counts as no row.",
    columns: [
      input("Customer", [
        "Acme",
        "Acme",
        "ACME",
        "Acme",
        "Acme",
        "Acme",
        "Acme",
        "Borealis",
        "Borealis",
        "Borealis",
      ]),
      input("Meter", [
        ...Array<string>(4).fill("API calls"),
        ...Array<string>(3).fill("Storage"),
        ...Array<string>(3).fill("API calls"),
      ]),
      input(
        "Date",
        [
          ...["2026-10-01", "2026-10-09", "2026-10-09", "2026-11-02", "2026-10-05"].map(dayOf),
          dayOf("2026-10-20") + 0.375,
          dayOf("2026-10-20") + 0.75,
          ...["2026-10-03", "2026-10-15", "2026-10-28"].map(dayOf),
        ],
        "moment",
      ),
      input("Units", [1_200, 800, -150, 500, 40, 55, 52, 300, null, 900.5], "amount"),
      input("User", ["ann", "ben", "ann", "cem", "disk", "disk", "disk", "dan", "dan", "eve"]),
    ],
  });
  const [customer, meter, date, units, user] = ["A", "B", "C", "D", "E"].map((column) =>
    fixed(usage, column),
  );
  const names = `${customer!},C#,${meter!},D#`;
  const days = `${date!},">="&E#,${date!},"<"&F#+1`;
  const match = `(${customer!}=C#)*(${meter!}=D#)`;
  sheet.block({
    title: "One quantity out of many rows",
    note: "Blank days mean no limit. The last day counts as a whole.",
    columns: [
      input("Question", [
        "Units of October",
        "Rows of October",
        "Average of October",
        "Highest ever",
        "Latest reading",
        "Different users",
      ]),
      input("Aggregation", ["sum", "count", "average", "max", "latest", "unique"]),
      input("Customer", ["Acme", "Borealis", "Acme", "Borealis", "Acme", "Acme"]),
      input("Meter", ["API calls", "API calls", "API calls", "API calls", "Storage", "API calls"]),
      input("From", [october, october, october, null, null, null], "date"),
      input("To", [end, end, end, null, null, null], "date"),
      each(
        "METER_USAGE",
        `METER_USAGE(${units!},B#,${customer!},C#,${meter!},D#,${date!},E#,F#,${user!})`,
        "amount",
      ),
      plain(
        "G",
        [
          `SUMIFS(${units!},${names},${days})`,
          `COUNTIFS(${units!},"<>",${names},${days})`,
          `AVERAGEIFS(${units!},${names},${days})`,
          `SUMPRODUCT(MAX(${match}*${units!}))`,
          `SUMPRODUCT(${match}*(${date!}=SUMPRODUCT(MAX(${match}*${date!})))*${units!})`,
          `SUMPRODUCT(${match}/COUNTIFS(${customer!},${customer!},${meter!},${meter!},${user!},${user!}))`,
        ],
        "amount",
      ),
      check("GH"),
    ],
  });
  sheet.block({
    title: "All rows, whoever they are of",
    columns: [
      input("Question", ["Units of all rows"]),
      each("METER_USAGE", `METER_USAGE(${units!})`, "amount"),
      plain("B", `SUM(${units!})`, "amount"),
      check("BC"),
    ],
  });
}

function commitments(sheet: ExampleSheet): void {
  sheet.block({
    title: "What is missing to a minimum commitment",
    note: "Without a fraction all of the commitment counts. Credits above the charges raise what is missing.",
    columns: [
      input("Customer", ["Acme", "Borealis", "Cedar", "Delta"]),
      input("Billed", [412.3, 300, 6_200, -20], "amount"),
      input("Commitment", [500, 500, 12_000, 100], "amount"),
      input("Fraction", [null, 0.5, 0.75, null], "percent"),
      each("COMMIT_TRUE_UP", "COMMIT_TRUE_UP(B#,C#,D#)", "amount"),
      plain("E", 'MAX(0,C#*IF(D#="",1,D#)-B#)', "amount"),
      check("EF"),
    ],
  });
  const credit = sheet.block({
    title: "Prepaid credit",
    columns: [input("Opening credit", [500], "amount")],
  });
  const opening = `$A$${String(credit.first)}`;
  const remaining = [`MAX(0,${opening}-B#)`, ...Array<string>(3).fill("MAX(0,G#above-B#)")];
  sheet.block({
    title: "Credit used up charge by charge",
    columns: [
      input("Month", ["July", "August", "September", "October"]),
      input("Charge", [180.25, 210, 150, 90], "amount"),
      table(`DRAWDOWN(${opening},{B})`, "amount", "amount", "amount"),
      plain(
        "C",
        [`MIN(B#,${opening})`, ...Array<string>(3).fill("MIN(B#,G#above)")],
        "amount",
        "Plain Applied",
      ),
      plain("D", remaining, "amount", "Plain Remaining"),
      plain("E", "B#-F#", "amount", "Plain Payable"),
      check("CF", "DG", "EH"),
    ],
  });
}

export function metersSheet(): ExampleSheet {
  const sheet = new ExampleSheet(
    "Meters and commitments",
    "One quantity out of many rows of usage, minimum commitments and prepaid credit.",
    [20, 15, 20, 16, 19, 16, 18, 16, 10],
  );
  readings(sheet);
  commitments(sheet);
  return sheet.finish();
}
