import { check, each, input, plain, spill, table } from "../block";
import { dayOf } from "../day";
import { ExampleSheet } from "../sheet";
import { fixed, type Rows } from "../template";

const days = (...texts: string[]) => texts.map(dayOf);

function openInvoices(sheet: ExampleSheet, asOf: string): Rows {
  return sheet.block({
    title: "Open invoices, how late they are and their aging bucket",
    note: "C-0007 is a credit.",
    columns: [
      input("Invoice", ["INV-0931", "INV-0944", "INV-0950", "INV-0962", "INV-0977", "C-0007", "INV-0990"]),
      input(
        "Due",
        days(
          ...["2026-06-30", "2026-08-02", "2026-09-01", "2026-09-30"],
          ...["2026-10-01", "2026-10-15", "2026-10-31"],
        ),
        "date",
      ),
      input("Balance", [410, 1_250.5, 300, 99.9, 860, -120, 2_000], "amount"),
      spill("DAYS_PAST_DUE", `DAYS_PAST_DUE({B},${asOf})`, "units"),
      plain("D", `MAX(0,${asOf}-B#)`, "units"),
      check("DE"),
      spill("AGING_BUCKET", `AGING_BUCKET({B},${asOf})`),
      plain("G", 'IF(E#=0,"Current",IF(E#<=30,"1-30",IF(E#<=60,"31-60",IF(E#<=90,"61-90","91+"))))'),
      check("GH"),
    ],
  });
}

/** Number and sum of the open balances whose due date lies between two numbers of days before a day. */
function tally(invoices: Rows, asOf: string) {
  const [due, balance] = [fixed(invoices, "B"), fixed(invoices, "C")];
  const of = (condition: string) => ({
    count: `COUNTIFS(${balance},${condition})`,
    amount: `SUMIFS(${balance},${balance},${condition})`,
  });
  return {
    between: (least: number, most: number) =>
      of(`">0",${due},"<="&${asOf}-${String(least)},${due},">="&${asOf}-${String(most)}`),
    current: of(`">0",${due},">="&${asOf}`),
    beyond: (least: number) => of(`">0",${due},"<="&${asOf}-${String(least)}`),
    credits: of('"<0"'),
    total: of('"<>0"'),
  };
}

function agingReports(sheet: ExampleSheet, invoices: Rows, asOf: string): void {
  const [due, balance] = [fixed(invoices, "B"), fixed(invoices, "C")];
  const { between, current, beyond, credits, total } = tally(invoices, asOf);
  const usual = [current, between(1, 30), between(31, 60), between(61, 90), beyond(91), credits, total];
  sheet.block({
    title: "The aging report",
    columns: [
      table(`AGING_SUMMARY(${due},${balance},${asOf})`, undefined, "units", "amount"),
      plain(
        "B",
        usual.map(({ count }) => count),
        "units",
        "Plain Invoices",
      ),
      plain(
        "C",
        usual.map(({ amount }) => amount),
        "amount",
        "Plain Amount",
      ),
      check("BD", "CE"),
    ],
    rows: usual.length,
  });
  const own = sheet.block({
    title: "Buckets of your own",
    columns: [
      input("Limits", [15, 45], "units"),
      input("Labels", ["Not due", "Up to 15 days", "Up to 45 days", "Later"]),
    ],
  });
  const others = [current, between(1, 15), between(16, 45), beyond(46), credits, total];
  const options = `$A$${String(own.first)}:$A$${String(own.first + 1)},${fixed(own, "B")}`;
  sheet.block({
    title: "The aging report by them",
    columns: [
      table(`AGING_SUMMARY(${due},${balance},${asOf},${options})`, undefined, "units", "amount"),
      plain(
        "B",
        others.map(({ count }) => count),
        "units",
        "Plain Invoices",
      ),
      plain(
        "C",
        others.map(({ amount }) => amount),
        "amount",
        "Plain Amount",
      ),
      check("BD", "CE"),
    ],
    rows: others.length,
  });
}

function lateFees(sheet: ExampleSheet, asOf: string): void {
  const { first } = sheet.block({
    title: "One due date for several balances: 8 % a year, and 40.00 beside it",
    columns: [input("Due", days("2026-09-01"), "date")],
  });
  const due = `$A$${String(first)}`;
  sheet.block({
    title: "Late fee of each balance, not rounded",
    columns: [
      input("Balance", [1_095, 365, 0], "amount"),
      spill("LATE_FEE", `LATE_FEE({A},${due},${asOf},8%,,,40)`, "decimals"),
      plain("B", `IF(AND(A#>0,${asOf}>${due}),A#*8%*(${asOf}-${due})/365+40,0)`, "decimals"),
      check("BC"),
    ],
  });
  sheet.block({
    title: "Rates, grace days and day bases",
    note: "Blank means no days of grace and a year of 365 days. The last row is within its days of grace.",
    columns: [
      input("Balance", [1_000, 1_000, 1_000], "amount"),
      input("Due", days("2026-09-01", "2026-09-01", "2026-10-25"), "date"),
      input("Annual rate", [0.073, 0.073, 0.073], "percent"),
      input("Grace days", [null, 10, 10], "units"),
      input("Day basis", [null, 360, null], "units"),
      each("LATE_FEE", `LATE_FEE(A#,B#,${asOf},C#,D#,E#)`, "decimals"),
      plain("F", `IF(${asOf}-B#>D#,A#*C#*(${asOf}-B#)/IF(E#="",365,E#),0)`, "decimals"),
      check("FG"),
    ],
  });
}

function keyFigures(sheet: ExampleSheet): void {
  sheet.block({
    title: "Days sales outstanding",
    note: "Without sales there is no ratio.",
    columns: [
      input("Receivables", [48_000, 5_000], "amount"),
      input("Credit sales", [96_000, 0], "amount"),
      input("Days", [31, 31], "units"),
      each("DSO", "DSO(A#,B#,C#)", "amount"),
      plain("D", "A#/B#*C#", "amount"),
      check("DE"),
    ],
  });
  sheet.block({
    title: "Collection effectiveness, in percent",
    columns: [
      input("Opening", [50_000], "amount"),
      input("Sales", [80_000], "amount"),
      input("Closing", [40_000], "amount"),
      input("Closing, not due", [30_000], "amount"),
      each("CEI", "CEI(A#,B#,C#,D#)", "amount"),
      plain("E", "(A#+B#-C#)/(A#+B#-D#)*100", "amount"),
      check("EF"),
    ],
  });
}

export function receivablesSheet(): ExampleSheet {
  const sheet = new ExampleSheet(
    "Receivables",
    "What is late and by how much, the aging report, late fees and key figures, as of a day that you give.",
    [18, 16, 16, 19, 16, 16, 18, 16, 10],
  );
  const { first } = sheet.block({
    title: "As of",
    columns: [input("Day", days("2026-10-31"), "date")],
  });
  const asOf = `$A$${String(first)}`;
  const invoices = openInvoices(sheet, asOf);
  agingReports(sheet, invoices, asOf);
  lateFees(sheet, asOf);
  keyFigures(sheet);
  return sheet.finish();
}
