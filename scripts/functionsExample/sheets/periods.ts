import { check, each, input, plain, spill, table } from "../block";
import { dayOf } from "../day";
import { ExampleSheet } from "../sheet";

const days = (...texts: string[]) => texts.map(dayOf);

/** Days of a month of 30 days: the first day at most the 30th, the end of a month its 30th. */
const days360 = (from: string, to: string) =>
  `(DAYS360(${from},${to},TRUE)+IF(DAY(${to}+1)=1,30-MIN(30,DAY(${to})),0)+1)`;

function shares(sheet: ExampleSheet): void {
  const { first } = sheet.block({
    title: "A customer who joins in the middle of October",
    columns: [
      input("Service start", days("2026-10-15"), "date"),
      input("Service end", days("2026-12-31"), "date"),
      input("Period start", days("2026-10-01"), "date"),
      input("Period end", days("2026-10-31"), "date"),
    ],
  });
  const [from, to, start, end] = ["A", "B", "C", "D"].map((column) => `$${column}$${String(first)}`);
  sheet.block({
    title: "The share of each monthly fee, not rounded",
    columns: [
      input("Fee", ["Platform", "Support", "Seats"]),
      input("Amount", [310, 99, 1_240.5], "amount"),
      spill("PRORATE", `PRORATE({B},${from!},${to!},${start!},${end!})`, "decimals"),
      plain("C", `B#*MAX(0,MIN(${to!},${end!})-MAX(${from!},${start!})+1)/(${end!}-${start!}+1)`, "decimals"),
      check("CD"),
    ],
  });
  sheet.block({
    title: "Days of the calendar, or months of 30 days",
    note: "In the last row service and period share no day.",
    columns: [
      input("Service start", days("2026-02-01", "2026-01-31", "2026-03-16", "2026-05-01"), "date"),
      input("Service end", days("2026-02-15", "2026-02-28", "2026-12-31", "2026-05-31"), "date"),
      input("Period start", days("2026-02-01", "2026-01-01", "2026-01-01", "2026-06-01"), "date"),
      input("Period end", days("2026-02-28", "2026-03-31", "2026-12-31", "2026-06-30"), "date"),
      input("Amount", [300, 300, 1_200, 300], "amount"),
      each("PRORATE", "PRORATE(E#,A#,B#,C#,D#)", "decimals"),
      plain("F", "E#*MAX(0,MIN(B#,D#)-MAX(A#,C#)+1)/(D#-C#+1)", "decimals"),
      check("FG"),
      each("PRORATE, 30/360", 'PRORATE(E#,A#,B#,C#,D#,"30/360")', "decimals"),
      plain(
        "I",
        `IF(MIN(B#,D#)<MAX(A#,C#),0,E#*${days360("MAX(A#,C#)", "MIN(B#,D#)")}/${days360("C#", "D#")})`,
        "decimals",
      ),
      check("IJ"),
    ],
  });
}

interface Contract {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly frequency: string;
  readonly anchorDay: number | null;
  readonly months: number;
  readonly periods: number;
}

/** The periods of a contract; the plain formulas count months from the first period that begins on the anchor day. */
function periods(sheet: ExampleSheet, contract: Contract): void {
  const { title, from, to, frequency, anchorDay, months, periods: count } = contract;
  const { first } = sheet.block({
    title,
    columns: [
      input("Start", days(from), "date"),
      input("End", days(to), "date"),
      input("Frequency", [frequency]),
      input("Anchor day", [anchorDay], "general"),
    ],
  });
  const [start, end, often, anchor] = ["A", "B", "C", "D"].map((column) => `$${column}$${String(first)}`);
  const begin = `DATE(YEAR(${start!}),MONTH(${start!})-IF(DAY(${start!})<${anchor!},1,0),MAX(1,${anchor!}))`;
  sheet.block({
    title: "Its periods",
    columns: [
      input(
        "Period",
        Array.from({ length: count }, (_, index) => index + 1),
        "general",
      ),
      table(`BILLING_PERIODS(${start!},${end!},${often!},${anchor!})`, "date", "date"),
      plain("B", `MAX(${start!},EDATE(${begin},${String(months)}*(A#-1)))`, "date", "Plain Start"),
      plain("C", `MIN(${end!},EDATE(${begin},${String(months)}*A#)-1)`, "date", "Plain End"),
      check("BD", "CE"),
    ],
  });
}

function dueDates(sheet: ExampleSheet): void {
  sheet.block({
    title: "The same terms for a column of invoices",
    columns: [
      input("Invoice", ["INV-1001", "INV-1002", "INV-1003"]),
      input("Date", days("2026-10-01", "2026-10-31", "2027-01-31"), "date"),
      spill("DUE_DATE", 'DUE_DATE({B},"Net 30")', "date"),
      plain("C", "B#+30", "date"),
      check("CD"),
    ],
  });
  sheet.block({
    title: "Terms of all kinds",
    columns: [
      input("Terms", [
        "Due on receipt",
        "2/10 Net 30",
        "Net 1 month",
        "EOM",
        "EOM + 30",
        "30 days then EOM",
        "15 MFI",
        "31 Prox",
        "10 Prox cut-off 25",
        "10 Prox cut-off 25",
      ]),
      input(
        "Date",
        days(
          ...["2026-10-05", "2026-10-05", "2026-01-31", "2026-10-05", "2026-10-05"],
          ...["2026-10-05", "2026-10-05", "2026-10-05", "2026-10-25", "2026-10-26"],
        ),
        "date",
      ),
      each("DUE_DATE", "DUE_DATE(B#,A#)", "date"),
      plain(
        "C",
        [
          ...["B#", "B#+30", "EDATE(B#,1)", "EOMONTH(B#,0)", "EOMONTH(B#,0)+30"],
          ...["EOMONTH(B#+30,0)", "EOMONTH(B#,0)+15", "MIN(EOMONTH(B#,0)+31,EOMONTH(B#,1))"],
          ...Array<string>(2).fill("EOMONTH(B#,IF(DAY(B#)>25,1,0))+10"),
        ],
        "date",
      ),
      check("CD"),
    ],
  });
  sheet.block({
    title: "2 % off if paid within 10 days",
    columns: [
      input("Amount", [850, 850, 1_200], "amount"),
      input("Date", days("2026-09-01", "2026-09-01", "2026-09-01"), "date"),
      input("Paid", days("2026-09-11", "2026-09-12", "2026-09-05"), "date"),
      input("Terms", ["2/10 Net 30", "2/10 Net 30", "Net 30"]),
      each("EARLY_DISCOUNT", "EARLY_DISCOUNT(A#,B#,C#,D#)", "amount"),
      plain("E", 'IF(AND(LEFT(D#,4)="2/10",C#-B#<=10),A#*2%,0)', "amount"),
      check("EF"),
    ],
  });
}

export function periodsSheet(): ExampleSheet {
  const sheet = new ExampleSheet(
    "Periods and due dates",
    "Shares of a period, the billing periods of a contract, due dates and discounts.",
    [20, 15, 15, 16, 18, 16, 16, 10, 18, 16, 10],
  );
  shares(sheet);
  periods(sheet, {
    title: "A contract billed by calendar month",
    from: "2026-01-15",
    to: "2026-04-10",
    frequency: "monthly",
    anchorDay: null,
    months: 1,
    periods: 4,
  });
  periods(sheet, {
    title: "A contract billed by quarter from the 15th",
    from: "2026-01-20",
    to: "2026-12-31",
    frequency: "quarterly",
    anchorDay: 15,
    months: 3,
    periods: 4,
  });
  periods(sheet, {
    title: "A contract that begins on the last day of a month",
    from: "2026-01-31",
    to: "2026-04-29",
    frequency: "monthly",
    anchorDay: 31,
    months: 1,
    periods: 3,
  });
  dueDates(sheet);
  return sheet.finish();
}
