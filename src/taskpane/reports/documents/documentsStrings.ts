import { counted } from "../../strings/counted";

/** Languages of documents, each by its own name. */
export const languages = [
  ["en", "English"],
  ["de", "Deutsch"],
  ["fr", "Français"],
  ["es", "Español"],
  ["nl", "Nederlands"],
  ["it", "Italiano"],
] as const;

export const documentsStrings = {
  lead: "Choose documents and what they become. Each is checked before it is made. Nothing is sent anywhere.",
  kind: "File",
  pdf: "PDF",
  statements: "Statements of account, PDF",
  reminders: "Payment reminders, PDF",
  asOf: "As of",
  asOfHint: "Empty: the last day of the workbook",
  language: "Language",
  ofCustomer: "That of the customer",
  invoices: "Documents",
  invoicesHint: "Empty: all that are issued. Numbers, INV-1..INV-9 or Currency=EUR, between commas",
  drafts: "Also documents that are not issued yet; they say so on every page",
  apart: "Each file by itself, not in one .zip",
  show: "Show documents",
  make: (count: string) => `Make ${counted(count, "file", "files")}`,
  makeNone: "Make files",
  looking: "Looking at the documents",
  making: (done: string, of: string) => `Making ${done} of ${of}`,
  files: "Files",
  nothing: "There is no document to make a file of.",
  number: "Document",
  customer: "Customer",
  file: "File name",
  leftOut: "Left out",
  leftOutNote: (count: string) =>
    `${counted(count, "document is", "documents are")} not made until this is mended.`,
  remarks: "Worth knowing",
  cancelled: "Cancelled; no file is saved.",
  done: (count: string) => `${counted(count, "file is", "files are")} downloaded.`,
  archive: "documents",
};
