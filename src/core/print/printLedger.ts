import { formatDay } from "../calendar/day";
import type { Customer } from "../catalog/records";
import { fileNames } from "../documents/fileName";
import type { CellRef } from "../grid/grid";
import { unheard, type Issue } from "../issues/issue";
import type { Ledger } from "../receivables/ledger";
import type { Reminder } from "../receivables/reminders/remind";
import type { Statement } from "../receivables/reports/statement";
import { readAgreements } from "../run/prepareBook";
import { cellOf } from "../schema/readRecords";
import { subjectAndText, TemplateIssues, withTemplate, type PrintedPaper } from "./papers";
import type { PrintedDocument } from "./printedDocument";
import { printedReminder } from "./printedReminder";
import { printedStatement } from "./printedStatement";
import { templatesOf, type PaperKind } from "./template";

export interface PrintedPapers {
  readonly papers: readonly PrintedPaper[];
  readonly issues: readonly Issue[];
}

/** Where a customer is mended: its name in Customers, else one of its documents. */
type PlaceOf = (customerId: string) => CellRef;

/** A paper before it has its template: what it says, whose it is and how its file and letter are called. */
interface Draft {
  readonly customerId: string;
  readonly printed: PrintedDocument;
  readonly fileName: string;
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  readonly invoices: string;
}

type Drafting = (customerOf: (customerId: string) => Partial<Customer>) => readonly Draft[];

/** Papers of a ledger with their templates, names and letters. */
function printPapers({ book, documents }: Ledger, kind: PaperKind, draftsOf: Drafting): PrintedPapers {
  const { catalog, tables } = readAgreements(book.snapshot, unheard);
  const { bound, good } = tables.customers;
  const templateOf = templatesOf(book.snapshot);
  const nameFor = fileNames("pdf");
  const issues = new TemplateIssues();
  const placeOf: PlaceOf = (customerId) => {
    const row = good.find((customer) => customer.customerId === customerId)?.row;
    if (bound && row !== undefined) return cellOf(bound, row, "customerName");
    const document = documents.find((each) => each.customerId === customerId);
    return document?.at ?? { sheet: "Customers", row: 0, column: 0 };
  };
  const papers = draftsOf((customerId) => catalog.customers.get(customerId) ?? {}).map(
    ({ customerId, fileName, subject, text, invoices, ...draft }): PrintedPaper => {
      const customer = catalog.customers.get(customerId);
      const { printed, issues: found } = withTemplate(draft.printed, kind, customer, templateOf, tables);
      issues.add(found);
      const standard = subjectAndText(printed);
      return {
        name: nameFor(fileName),
        printed,
        at: placeOf(customerId),
        letter: {
          to: customer?.email ?? "",
          subject: subject ?? standard.subject,
          text: text ?? standard.text,
          invoiceNumber: invoices,
          customerId,
        },
      };
    },
  );
  return { papers, issues: issues.all };
}

/** Statements as papers, in the language of their customer where none is given. */
export function printStatements(
  ledger: Ledger,
  statements: readonly Statement[],
  language?: string,
): PrintedPapers {
  const { settings } = ledger.book;
  return printPapers(ledger, "statement", (customerOf) =>
    statements.map((statement) => ({
      customerId: statement.customerId,
      printed: printedStatement(statement, customerOf(statement.customerId), settings, language),
      fileName: `statement ${statement.customerId} ${statement.currency} ${formatDay(statement.to)}`,
      invoices: "",
    })),
  );
}

/** Reminders as papers, in the language of their customer where none is given; their own text is as it was filled. */
export function printReminders(
  ledger: Ledger,
  reminders: readonly Reminder[],
  language?: string,
): PrintedPapers {
  const { settings } = ledger.book;
  const dues = new Map(ledger.documents.map(({ number, due }) => [number, due]));
  return printPapers(ledger, "reminder", (customerOf) =>
    reminders.map((reminder) => {
      const { customerId = "", currency = "", level = 1, date, subject, text, invoices = "" } = reminder.row;
      const of = (number: string) => dues.get(number);
      return {
        customerId,
        printed: printedReminder(reminder, of, customerOf(customerId), settings, language),
        fileName: `reminder ${customerId} ${currency} ${String(level)} ${formatDay(date)}`,
        subject,
        text,
        invoices,
      };
    }),
  );
}
