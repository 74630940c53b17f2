import type { Day } from "../calendar/day";
import { ratesOf } from "../catalog/terms/exchangeRates";
import { exchangeRatesTable } from "../catalog/terms/exchangeRates.table";
import { currencyThatCounts } from "../documents/currencyThatCounts";
import { readRegister, type DocumentRegister } from "../documents/register";
import type { Snapshot } from "../grid/grid";
import { unheard, type Report } from "../issues/issue";
import { readSettings } from "../settings/readSettings";
import type { Settings } from "../settings/settings";
import { currencyCode } from "../money/currency";
import type { ReceivablesBook } from "./book";
import { numberIndex } from "./numberIndex";
import { readInput, readParties } from "./parties";
import { readApplications } from "./readApplications";
import { byDateThenNumber, readDocuments } from "./readDocuments";
import { readPayments } from "./readPayments";
import { disputesTable } from "./tables/disputes.table";
import { promisesTable } from "./tables/promises.table";
import { reminderLevelsTable } from "./tables/reminderLevels.table";

/** What a billing run has read already. */
export interface ReadBefore {
  readonly settings: Settings;
  readonly register: DocumentRegister;
}

function readDocumentsOf(snapshot: Snapshot, report: Report): ReadBefore {
  const settings = readSettings(snapshot, report);
  return { settings, register: readRegister(snapshot, settings, report) };
}

/** Reads everything that says who owes what: documents, payments, what was put against what, disputes, promises. */
export function readReceivables(
  snapshot: Snapshot,
  report: Report,
  { settings, register }: ReadBefore = readDocumentsOf(snapshot, report),
): ReceivablesBook {
  const parties = readParties(snapshot, settings);
  const documents = readDocuments(register, parties, settings, report).sort(byDateThenNumber);
  const { receipts, days: paymentDays } = readPayments(snapshot, settings, report);
  const applications = readApplications(
    snapshot,
    settings,
    {
      receipts: new Map(receipts.map((receipt) => [receipt.paymentId, receipt])),
      documents: new Map([...documents].reverse().map((document) => [document.number, document])),
      currencyOf: ({ currency, customerId }) =>
        customerId === undefined
          ? currencyCode(currency ?? "")
          : currencyThatCounts(currency, parties.of(customerId), settings),
    },
    report,
  );
  const days: readonly Day[] = [
    ...documents.map(({ date }) => date),
    ...paymentDays,
    ...applications.kept.map(({ date }) => date),
  ];
  return {
    snapshot,
    settings,
    register,
    parties,
    documents,
    numbers: numberIndex(documents.map(({ number }) => number)),
    receipts,
    ...applications,
    disputes: readInput(disputesTable, snapshot, settings, report).good,
    promises: readInput(promisesTable, snapshot, settings, report).good,
    levels: readInput(reminderLevelsTable, snapshot, settings, report).good,
    // A run that bills has read them already, and said what is wrong with them.
    rateOn: ratesOf({ exchangeRates: readInput(exchangeRatesTable, snapshot, settings, unheard) }),
    lastDay: days.length === 0 ? undefined : days.reduce((last, day) => Math.max(last, day)),
  };
}
