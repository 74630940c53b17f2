import { groupBy } from "../../base/groupBy";
import { civilOf, dayOf, type Day } from "../../calendar/day";
import { monthOf, type Period } from "../../calendar/period";
import { sum, type Decimal } from "../../money/decimal";
import type { Moment } from "../../schema/momentCell";
import { momentText } from "../../schema/valueText";
import { customerAccountField, revenueField, taxField } from "../documents/accountFields";
import {
  amountText,
  customerName,
  customerText,
  dayField,
  invoiceText,
  settingText,
} from "../documents/documentFields";
import type { ExportDocument, ExportLine } from "../documents/exportDocument";
import type { ExportSource } from "../documents/exportSource";
import { atMost, cutAt, needed, settle, withFault, type Field, type Value } from "../documents/field";
import { dayIn } from "../text/dateFormat";
import { quoted } from "../text/delimitedText";
import { defineDocumentExport, type ExportFile, type FilesInput, type WrittenDocument } from "../export";
import { datevHeadings } from "./datevHeadings";

/** Positions of texts, which are in quotes where they are not empty; 1-based. */
const QUOTED: ReadonlySet<number> = new Set([2, 3, 9, 11, 12, 14, 37, 40]);

function digitsOnly(field: Field, most: number): Field {
  const isRight = field.text === "" || (/^\d+$/.test(field.text) && field.text.length <= most);
  return isRight
    ? field
    : withFault(field, "NOT_REPRESENTABLE", `“${field.text}” is no number of at most ${String(most)} digits`);
}

function documentNumber(document: ExportDocument): Field {
  const field = invoiceText(document, "invoiceNumber");
  return /^[A-Za-z0-9$&%*+\-/]*$/.test(field.text)
    ? atMost(36, field)
    : withFault(
        field,
        "NOT_REPRESENTABLE",
        `“${field.text}” has other characters than A-Z a-z 0-9 $ & % * + - /`,
      );
}

/** The customer's tax ID where the customer owes the tax, or the goods go to another country of the EU. */
function taxId(line: ExportLine, document: ExportDocument): Value {
  const category = document.source.taxCodeOf(line.taxCode, document.date)?.category;
  return category === "AE" || category === "K" ? needed(customerText(document, "taxId")) : "";
}

function bookingRow(gross: Decimal, line: ExportLine, document: ExportDocument): Value[] {
  const fields = new Map<number, Value>([
    [1, amountText(gross.abs(), document).replace(".", ",")],
    [2, gross.isNegative() ? "H" : "S"],
    [3, "EUR"],
    [7, digitsOnly(customerAccountField(document, "account"), 9)],
    [8, digitsOnly(revenueField(line, document, "account"), 9)],
    [9, digitsOnly(taxField(line, document, "taxName", false), 4)],
    [10, dayIn("DDMM", document.date)],
    [11, documentNumber(document)],
    [12, dayField(document, "dueDate", "DDMMYY")],
    [14, cutAt(60, customerName(document))],
    [37, atMost(36, revenueField(line, document, "class"))],
    [40, taxId(line, document)],
    [114, "0"],
  ]);
  return datevHeadings.map((_, index) => fields.get(index + 1) ?? "");
}

/** A row of each account, tax key and cost center with net and tax; what comes to 0 is no booking. */
function bookingRows(document: ExportDocument): Value[][] {
  const keyOf = (line: ExportLine) =>
    [
      revenueField(line, document, "account").text,
      taxField(line, document, "taxName", false).text,
      revenueField(line, document, "class").text,
    ].join("\u001f");
  return [...groupBy(document.lines, keyOf).values()].flatMap((lines) => {
    const gross = sum(lines.map(({ amount, tax }) => amount.plus(tax)));
    return gross.isZero() ? [] : [bookingRow(gross, lines[0], document)];
  });
}

/** The last begin of a fiscal year that is not after a day: 2026-10-01 and 04-01 is 2026-04-01. */
function fiscalYearStart(day: Day, start: string): Day {
  const [month = 1, dayOfMonth = 1] = start.split("-").map(Number);
  const { year } = civilOf(day);
  const inYear = dayOf(year, month, dayOfMonth);
  return inYear <= day ? inYear : dayOf(year - 1, month, dayOfMonth);
}

const companyName = (source: ExportSource) => cutAt(30, settingText(source, "companyName"));

function headLine(month: Period, when: Moment, source: ExportSource): string[] {
  const { settings } = source;
  const ymd = (day: Day) => dayIn("YYYYMMDD", day);
  const created = momentText(when).replace(/\D/g, "").padEnd(14, "0");
  const name = settle(companyName(source), { isRaw: false, encoding: "windows-1252" }).text;
  const fields = [
    ...[quoted("EXTF"), "700", "21", quoted("Buchungsstapel"), "13", `${created}000`, "", quoted("RB")],
    ...[quoted(""), quoted(""), settings.datevConsultant, settings.datevClient],
    ...[ymd(fiscalYearStart(month.from, settings.fiscalYearStart)), String(settings.datevAccountLength)],
    ...[ymd(month.from), ymd(month.to), quoted(name), quoted(""), "1", "0", "0", quoted("EUR")],
  ];
  return [...fields, ...Array.from({ length: 31 - fields.length }, () => "")];
}

function monthFile(
  month: Period,
  written: readonly WrittenDocument[],
  part: number,
  { source, when, runId }: FilesInput,
): ExportFile {
  const rows = written.flatMap((document) => document.rows);
  const records = rows.map((fields) =>
    fields.map((field, index) => (QUOTED.has(index + 1) && field !== "" ? quoted(field) : field)),
  );
  const lines = [headLine(month, when, source), datevHeadings, ...records];
  return {
    path: `EXTF_Buchungsstapel_${runId}-${String(part)}.csv`,
    content: {
      kind: "text",
      text: lines.map((fields) => `${fields.join(";")}\r\n`).join(""),
      encoding: "windows-1252",
    },
    rows: rows.length,
    documents: written.map(({ document }) => document),
  };
}

export const datev = defineDocumentExport({
  id: "datev",
  title: "DATEV",
  help: "Bookings of every month as a Buchungsstapel (EXTF) for DATEV, net and tax of an account in one row.",
  extension: "csv",
  encoding: "windows-1252",
  currency: () => "EUR",
  needs: ({ source }) => [
    digitsOnly(needed(settingText(source, "datevConsultant")), 7),
    digitsOnly(needed(settingText(source, "datevClient")), 5),
    companyName(source),
  ],
  rows: bookingRows,
  files: (input) => {
    const months = groupBy(input.written, ({ document }) => monthOf(document.date).from);
    return [...months.values()].map((written, index) =>
      monthFile(monthOf(written[0].document.date), written, index + 1, input),
    );
  },
});
