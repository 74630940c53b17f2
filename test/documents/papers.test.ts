import { createHash } from "node:crypto";
import { pdfFonts } from "../../src/cli/documents/pdfFonts";
import {
  openLedger,
  parseIsoDay,
  printReminders,
  printStatements,
  remindCustomers,
  statementsOf,
  type PrintedPaper,
  type Snapshot,
} from "../../src/core/api";
import { documentPdf } from "../../src/pdf/documentPdf";
import { sheet } from "../properties/support/sheets";
import { casesBook, setting, type Changes } from "./casesBook";
import { textsOf } from "./pdfTexts";

const fonts = pdfFonts();
const idOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 32);
const AS_OF = parseIsoDay("2026-12-31");

const text =
  "Guten Tag {customer}, {amount} für {invoices} waren am {due} fällig.\nBitte zahlen Sie an {bank}.";
const levels: Changes = {
  "Reminder levels": () => [
    {
      Level: 1,
      Days: 5,
      Fee: 5,
      "Interest %": 9,
      Subject: "Reminder {invoices}",
      Text: "Please pay {amount}.",
    },
    { Level: 1, Days: 5, Fee: 5, "Interest %": 9, Language: "de", Subject: "Mahnung {invoices}", Text: text },
  ],
};
const inLanguage = (language: string): Changes => ({
  ...levels,
  Customers: setting(({ "Customer ID": id }) => id === "C-001", { Language: language }),
});

const ledgerOf = (snapshot: Snapshot) => openLedger(snapshot, AS_OF)!.ledger;
const statements = (snapshot: Snapshot) => {
  const ledger = ledgerOf(snapshot);
  return printStatements(ledger, statementsOf(ledger, "C-001", undefined));
};
const reminders = (snapshot: Snapshot) => {
  const ledger = ledgerOf(snapshot);
  return printReminders(ledger, remindCustomers(ledger, undefined).reminders);
};
const of = (papers: readonly PrintedPaper[], customer = "C-001") =>
  papers.find(({ letter }) => letter.customerId === customer)!;
const textOf = ({ printed }: PrintedPaper) => textsOf(documentPdf(printed, { fonts, idOf }).bytes).join("\n");

it("prints what a customer owes and how it came to it, with the balance at the end", () => {
  const paper = of(statements(casesBook(levels)).papers);
  const { printed } = paper;
  const ledger = ledgerOf(casesBook(levels));
  const [statement] = statementsOf(ledger, "C-001", undefined);
  expect(printed.lines.length).toBe(statement!.rows.length);
  expect(printed.totals).toEqual([[`Closing balance EUR`, printed.lines.at(-1)!.amount]]);
  expect(printed.lines.map(({ description }) => description)).toContain(
    "31 Oct 2026 · Invoice INV-2026-0001 · 0070042",
  );
  expect(paper.name).toBe("statement C-001 EUR 2026-12-31.pdf");
  expect(paper.letter).toMatchObject({
    to: "rechnung@mueller.example",
    invoiceNumber: "",
    customerId: "C-001",
  });
});

it.each([
  ["de", "Kontoauszug", "Anfangssaldo", "Soll", "31.12.2026", "Zahlungserinnerung", "Tage überfällig"],
  ["fr", "Relevé de compte", "Solde initial", "Débit", "31/12/2026", "Rappel de paiement", "Jours de retard"],
  [
    "es",
    "Estado de cuenta",
    "Saldo inicial",
    "Debe",
    "31/12/2026",
    "Recordatorio de pago",
    "Días de retraso",
  ],
  ["nl", "Rekeningoverzicht", "Beginsaldo", "Debet", "31-12-2026", "Betalingsherinnering", "Dagen te laat"],
  [
    "it",
    "Estratto conto",
    "Saldo iniziale",
    "Dare",
    "31/12/2026",
    "Sollecito di pagamento",
    "Giorni di ritardo",
  ],
  ["", "Statement of account", "Opening balance", "Debit", "31 Dec 2026", "Payment reminder", "Days overdue"],
])("speaks %s", (language, title, opening, debit, day, reminder, overdue) => {
  const book = casesBook(language === "" ? levels : inLanguage(language));
  const statement = textOf(of(statements(book).papers));
  for (const said of [title, opening, debit, day]) expect(statement).toContain(said);
  const reminded = textOf(of(reminders(book).papers));
  for (const said of [reminder, overdue, day]) expect(reminded).toContain(said);
});

it("asks in a reminder for what is overdue with fee and interest, and makes the code to pay it by", () => {
  const { printed, letter } = of(reminders(casesBook(inLanguage("de"))).papers);
  const ledger = ledgerOf(casesBook(inLanguage("de")));
  const { row } = remindCustomers(ledger, undefined).reminders.find(
    (each) => each.row.customerId === "C-001",
  )!;
  const due = row.amountDue!.toFixed(2);
  const numbers = row.invoices!.replace("; ", ", ");
  expect(printed.totals.map(([label]) => label)).toEqual([
    "Überfällig",
    "Mahngebühr",
    "Zinsen",
    "Zu zahlen EUR",
  ]);
  expect(printed.totals.at(-1)![1].replace(".", "").replace(",", ".")).toBe(due);
  expect(printed.qr?.split("\n")).toEqual(expect.arrayContaining(["BCD", `EUR${due}`, numbers]));
  // Its own text, in the notation of its language; two lines are two paragraphs.
  expect(printed.message).toEqual([
    `Mahnung ${numbers}`,
    `Guten Tag Müller, "Söhne" & Co KG, EUR ${printed.totals.at(-1)![1]} für ${numbers} waren am 30.11.2026 fällig.`,
    "Bitte zahlen Sie an Musterbank",
    "IBAN DE89 3704 0044 0532 0130 00.",
  ]);
  expect(letter).toMatchObject({ subject: `Mahnung ${numbers}`, invoiceNumber: row.invoices });
});

describe("the templates", () => {
  const template = (title: string) => [
    [`# ${title} {{title}}`, "", "", ""],
    ["{{customer.name}}", "", "", "{{date}}"],
    ["{{message}}", "", "", ""],
    ["{{descriptionLabel}}", "{{quantityLabel}}", "{{unitPriceLabel}}", "{{amountLabel}}"],
    ["{{#lines}}{{description}}", "{{quantity}}", "{{unitPrice}}", "{{amount}}{{/lines}}"],
    ["{{totalLabel}}", "", "", "{{total}}"],
    ["{{qr}}", "", "", ""],
  ];
  const withSheets = (...names: readonly string[]): Snapshot => {
    const book = casesBook(inLanguage("de"));
    return { ...book, grids: [...book.grids, ...names.map((name) => sheet(name, template(name)))] };
  };
  const firstCell = (paper: PrintedPaper) => paper.printed.rows?.[0]?.cells[0];

  it("of invoices are those of statements and reminders as well, with their headings", () => {
    const book = withSheets("Template");
    const { papers, issues } = statements(book);
    expect(issues).toEqual([]);
    expect(firstCell(of(papers))).toBe("# Template Kontoauszug");
    const cells = of(papers).printed.rows!.map((row) => row.cells);
    expect(cells).toContainEqual(["Beschreibung", "Soll", "Haben", "Saldo (EUR)"]);
    expect(firstCell(of(reminders(book).papers))).toBe("# Template Zahlungserinnerung");
  });

  it("of one kind come before them", () => {
    const book = withSheets("Template", "Template statement");
    expect(firstCell(of(statements(book).papers))).toBe("# Template statement Kontoauszug");
    expect(firstCell(of(reminders(book).papers))).toBe("# Template Zahlungserinnerung");
  });
});

it("goes over to further pages, with the headings again and the number on each", () => {
  const paper = of(statements(casesBook(inLanguage("fr"))).papers);
  const lines = Array.from({ length: 150 }, (_, index) => ({
    ...paper.printed.lines[0]!,
    description: `Facture ${String(index)} ${"avec un libellé très long ".repeat(index % 7)}`,
  }));
  const { bytes, pages } = documentPdf({ ...paper.printed, lines }, { fonts, idOf });
  const texts = textsOf(bytes);
  expect(texts.length).toBe(pages);
  expect(pages).toBeGreaterThan(4);
  for (const [index, page] of texts.entries()) {
    expect(page).toContain(`Page ${String(index + 1)} sur ${String(pages)}`);
    if (page.includes("avec un libellé")) expect(page).toContain("Débit");
  }
});
