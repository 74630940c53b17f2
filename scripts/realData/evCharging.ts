import { join } from "node:path";
import { Decimal, formatDay, parsePeriod, type PlannedSheet } from "../../src/core/api";
import { dayCell, momentCell, numberCell, settingsSheet, sheetOf, textCell, type RealBook } from "./book";
import { readCsvFile } from "./csvFile";

const fileColumns = [
  "sessionId",
  "kwhTotal",
  "dollars",
  "created",
  "chargeTimeHrs",
  "platform",
  "userId",
  "stationId",
  "locationId",
] as const;
type Session = Readonly<Record<(typeof fileColumns)[number], string>>;

const STEPS_PER_HOUR = 12;
const FREE_HOURS = 4;
const FREE_STEPS = FREE_HOURS * STEPS_PER_HOUR;

/**
 * Steps of five minutes: those of the first 4 hours are free, the next ones cost the minimum of 0.50 together, and as
 * the step that is running is not charged, the first that adds its twelfth of 1.00 is the eighth beyond 4 hours.
 */
const TIERS = `${String(FREE_STEPS)}: 0; ${String(FREE_STEPS + 7)}: 0 + 0.50; *: 0.0833333333333333`;

/** The steps of five minutes begun: 4 hours sharp are 48, a moment more is 49. */
function stepsBegun(hours: Decimal): number {
  const begun = hours.times(STEPS_PER_HOUR).floor().toNumber() + 1;
  return hours.greaterThan(FREE_HOURS) ? begun : Math.min(begun, FREE_STEPS);
}

function readSessions(folder: string): Session[] {
  // The years are written 0014 and 0015, which no spreadsheet holds.
  return readCsvFile(join(folder, "sessions.csv"), fileColumns).map((session) => ({
    ...session,
    created: session.created.replace(/^00/, "20"),
  }));
}

const monthOf = ({ created }: Session) => created.slice(0, 7);
const firstDay = (session: Session) => dayCell(`${monthOf(session)}-01`);
const lastDay = (session: Session) => dayCell(formatDay(parsePeriod(monthOf(session))!.to));

/** Every session is a contract of its own, so that each is compared alone; its user is the customer. */
function inputSheets(sessions: readonly Session[], grouping: string): PlannedSheet[] {
  return [
    settingsSheet({ Currency: "USD", "Invoice grouping": grouping }),
    sheetOf("Contracts", sessions, {
      "Contract ID": ({ sessionId }) => textCell(sessionId),
      "Customer ID": ({ userId }) => textCell(userId),
      "Customer name": ({ userId }) => textCell(`User ${userId}`),
      "Start date": firstDay,
      "End date": lastDay,
    }),
    sheetOf("Prices", sessions, {
      "Contract ID": ({ sessionId }) => textCell(sessionId),
      Product: () => textCell("Charging"),
      "Pricing model": () => textCell("graduated"),
      Unit: () => textCell("5 min"),
      Tiers: () => textCell(TIERS),
    }),
    sheetOf("Usage", sessions, {
      "Contract ID": ({ sessionId }) => textCell(sessionId),
      Meter: () => textCell("Charging"),
      Date: ({ created }) => momentCell(created),
      Quantity: ({ chargeTimeHrs }) => numberCell(stepsBegun(new Decimal(chargeTimeHrs))),
      "Event ID": ({ sessionId }) => textCell(sessionId),
      "Time charged (h)": ({ chargeTimeHrs }) => numberCell(chargeTimeHrs),
      kWh: ({ kwhTotal }) => numberCell(kwhTotal),
      Station: ({ stationId }) => textCell(stationId),
      Location: ({ locationId }) => textCell(locationId),
      Platform: ({ platform }) => textCell(platform),
    }),
  ];
}

/** What was charged, as the operator's export: one statement a user and month, a line a session, amounts only. */
function chargedLines(sessions: readonly Session[]): PlannedSheet {
  return sheetOf("Invoice lines", sessions, {
    "Invoice number": (session) => textCell(`${monthOf(session)} ${session.userId} statement`),
    "Contract ID": ({ sessionId }) => textCell(sessionId),
    Product: () => textCell("Charging"),
    "Period start": firstDay,
    "Period end": lastDay,
    Amount: ({ dollars }) => numberCell(dollars),
  });
}

/** Sessions of workplace charging with what was charged for each, and the tariff that most of them follow. */
export function evChargingBooks(folder: string): RealBook[] {
  const sessions = readSessions(folder);
  return [
    {
      name: "ev-charging-sessions",
      shows: "every session against the amount that was charged for it",
      sheets: [...inputSheets(sessions, "contract"), chargedLines(sessions)],
    },
    {
      name: "ev-charging-invoices",
      shows: "one invoice a user and month, by the tariff",
      sheets: inputSheets(sessions, "customer"),
    },
  ];
}
