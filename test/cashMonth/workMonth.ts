import { applyPayments, importPayments, openLedger, type ApplicationRow } from "../../src/core/api";
import { sha256 } from "../../src/cli/sha256";
import { readBankFile } from "../../src/workbook/formats/bank/readBankFile";
import { sheet, workbook } from "../properties/support/sheets";
import { banks, type BankName } from "./banks/banks";
import { outcomeOf, tally, type CashRow, type Tally } from "./judge";
import { isPayment, type BankLine, type CashMonth } from "./month";
import { tablesOf } from "./tables";

const STATUS = { posted: "Posted", proposed: "Proposed", review: "Review" } as const;

const cashRow = ({ status = "posted", invoiceNumber, amount, candidates = "" }: ApplicationRow): CashRow => ({
  status: STATUS[status],
  document: invoiceNumber,
  cents: amount.times(100).toNumber(),
  candidates,
});

/** Lines that become payments in the files of a bank, in the order in which it writes them. */
export function paymentsOf({ entries }: CashMonth, bank: BankName): BankLine[] {
  const { marksReturns } = banks[bank];
  const payments = entries.filter((line) => isPayment(line) && (marksReturns || !line.isReturn));
  if (bank === "csv" || bank === "camt") return payments;
  // These have a statement for every currency, and BAI2 one for every day of it.
  const currencies = [...new Set(entries.map(({ currency }) => currency))];
  if (bank !== "bai2")
    return currencies.flatMap((currency) => payments.filter((line) => line.currency === currency));
  const days = [...new Set(entries.map(({ day }) => day))];
  return days.flatMap((day) => {
    const ofDay = entries.filter((line) => line.day === day);
    const order = [...new Set(ofDay.map(({ currency }) => currency))];
    return order.flatMap((currency) =>
      payments.filter((line) => line.day === day && line.currency === currency),
    );
  });
}

/** Reads the bank's file of a month into its book, posts what is accepted, and compares with what was meant. */
export function workMonth(month: CashMonth, bank: BankName, accept: "high" | "medium"): Tally {
  const tables = Object.entries(tablesOf(month)).map(([name, rows]) => sheet(name, rows));
  const reading = readBankFile(banks[bank].file(month.entries), `month.${banks[bank].ending}`);
  if (!reading.ok) throw new Error(reading.failure.message);
  const imported = importPayments(workbook(tables), [reading.file], (text) => sha256([text]));
  if (!imported.ok) throw new Error(imported.reason);
  const lines = paymentsOf(month, bank);
  const { imported: payments, snapshot } = imported.value;
  if (payments.length !== lines.length)
    throw new Error(`${String(payments.length)} of ${String(lines.length)} payments were read.`);
  const opened = openLedger(snapshot, undefined);
  if (!opened) throw new Error("The book has no day.");
  const options = {
    asOf: undefined,
    accept,
    usesOldest: false,
    reverse: [],
    by: "",
    runId: "RUN-1",
  } as const;
  const result = applyPayments(opened, options);
  if (!result.ok) throw new Error(result.reason);
  const rows = [...result.run.applications, ...result.run.proposals].filter(
    ({ kind = "cash" }) => kind === "cash",
  );
  return tally(
    payments.map(({ paymentId }, index) => {
      const line = lines[index]!;
      return [line, outcomeOf(line, rows.filter((row) => row.paymentId === paymentId).map(cashRow))];
    }),
  );
}
