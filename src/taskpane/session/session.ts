import {
  mappingKey,
  nameKey,
  settingsTable,
  usageCellsOf,
  type CellEdit,
  type CellRef,
  type Snapshot,
  type WritePlan,
} from "../../core/api";
import { checkView, issuesFrom } from "./checkView";
import type { RunDetails } from "./choice";
import { SessionFailure } from "./failure";
import { lineAt, type LinePlace } from "./lineAt";
import { keptMapping, mappingView, type MappingPlace } from "./mappingView";
import { OpenedBook, type Surroundings } from "./openedBook";
import { previewView } from "./previewView";
import { reconcileView } from "./reconcileView";
import { invoiceRowView, invoiceView } from "./reviewView";
import { samplePlan } from "./sample";
import { planSetting, settingRowsPlan, settingsView } from "./settingsView";
import type {
  CheckView,
  ExplanationView,
  InvoiceRowView,
  InvoiceView,
  IssueGroup,
  IssueView,
  MappingChoice,
  MappingView,
  PreviewView,
  ReconcileView,
  RunChoice,
  SettingView,
  SheetsView,
} from "./views";

/** Cells of sheets that are there, or a plan where rows or a sheet must be added. */
export type Edits = readonly CellEdit[] | WritePlan;

function editsOf(plan: WritePlan): Edits {
  const isOnlyEdits = plan.sheets.length + plan.appended.length === 0;
  return isOnlyEdits ? (plan.edits ?? []) : plan;
}

/**
 * The engine as the screens ask it: the workbook that was opened last, and views of it. Synchronous and pure; it runs
 * in a worker or, where there are none, in the page. What cannot be answered is thrown as a SessionFailure.
 */
export class Session {
  private opened: OpenedBook | undefined;

  constructor(private readonly surroundings: Surroundings) {}

  /** Takes the workbook as it was read; what was worked out from the one before is gone. */
  open(snapshot: Snapshot): SheetsView {
    this.opened = new OpenedBook(snapshot, this.surroundings);
    return this.opened.sheets;
  }

  /** The columns of a table: as they are read, or as they would be with a choice or on a sheet not saved yet. */
  mapping(role: string, choice?: MappingChoice, sheet?: string): MappingView {
    return mappingView(this.mappingPlace(role, sheet), choice);
  }

  /** What keeps a mapping in Settings. Headers that are found anyway are not kept. */
  mappingEdits(role: string, choice: MappingChoice, sheet?: string): Edits {
    const place = this.mappingPlace(role, sheet);
    const key = mappingKey(place.definition.title);
    return editsOf(settingRowsPlan(this.book.snapshot, key, keptMapping(place, choice)));
  }

  check(choice: RunChoice): CheckView {
    return checkView(this.book.bill(choice));
  }

  /** Issues of a group from one of them on, some at a time: a check lists the first of each group only. */
  issues(
    choice: RunChoice,
    group: Pick<IssueGroup, "code" | "severity">,
    first: number,
  ): readonly IssueView[] {
    return issuesFrom(this.book.bill(choice), group, first);
  }

  /** From here on, invoices and explanations show what this run would write. */
  preview(choice: RunChoice): PreviewView {
    const { book } = this;
    return previewView(book.previewRun(choice), book.snapshot, book.reviewContext);
  }

  /** The plan of the last preview. */
  plan(details: RunDetails): WritePlan {
    return this.book.plan(details).plan;
  }

  /** Every document of the workbook, and those of the last preview. */
  invoices(): readonly InvoiceRowView[] {
    const { documents, reviewContext } = this.book;
    return documents.map((invoice) => invoiceRowView(invoice, reviewContext));
  }

  invoice(number: string): InvoiceView {
    return invoiceView(this.book.document(number), this.book.reviewContext);
  }

  explain(number: string, line: number): ExplanationView {
    const { sentence, tiers, rounding, price, rows, rowCount, differsFrom } = this.book.explainLine(
      number,
      line,
    );
    return { sentence, tiers, rounding, price, rows, rowCount, differsFrom };
  }

  /** All cells of usage behind a line, for selecting them. */
  usageCells(number: string, line: number): readonly CellRef[] {
    return usageCellsOf(this.book.trace(number), line);
  }

  /** As if the drafts of this run were written; a period that is issued already is compared with what was issued. */
  reconcile(choice: RunChoice): ReconcileView {
    return reconcileView(this.book.reconcile(choice), this.book.snapshot);
  }

  settings(): readonly SettingView[] {
    const { tables, inputs } = this.book.survey;
    const table = tables.find(({ definition: { title } }) => title === settingsTable.title);
    return settingsView(inputs.settings, table?.located);
  }

  /** An empty value stands for the default. */
  settingEdit(name: string, value: string): Edits {
    return editsOf(planSetting(this.book.snapshot, name, value));
  }

  /** Sample contracts and usage as sheets; they must not replace somebody's own. */
  sampleBook(): WritePlan {
    const plan = samplePlan();
    const taken = new Set(this.opened?.snapshot.grids.map(({ sheet }) => nameKey(sheet)));
    const own = plan.sheets.find(({ name }) => taken.has(nameKey(name)));
    if (!own) return plan;
    throw new SessionFailure({
      code: "NAME_TAKEN",
      message: `This workbook has a sheet ${own.name} already: open a new workbook and insert the sample there.`,
      at: { sheet: own.name, row: 0, column: 0 },
    });
  }

  /** The invoice line that a cell belongs to; undefined for any other cell. */
  lineAt(cell: CellRef): LinePlace | undefined {
    return lineAt(cell, this.book.survey.inputs.register.invoices, this.book.snapshot);
  }

  private mappingPlace(role: string, sheet: string | undefined): MappingPlace {
    const { snapshot, survey } = this.book;
    const table = survey.tables.find(
      ({ definition: { title } }) => title === role && title !== settingsTable.title,
    );
    if (!table) throw new SessionFailure({ code: "MISSING", message: `There is no table ${role} to map.` });
    const place = { snapshot, inputs: survey.inputs, definition: table.definition };
    return { ...place, sheet: sheet ?? (table.located ? undefined : this.unclaimedSheet) };
  }

  /** Where a table is looked for first that no sheet is named after: the first filled sheet that holds no other. */
  private get unclaimedSheet(): string | undefined {
    const { snapshot, survey } = this.book;
    const claimed = new Set(survey.tables.map(({ located }) => located?.grid.sheet));
    const filled = snapshot.grids.filter(({ rowCount }) => rowCount > 0);
    return (filled.find(({ sheet }) => !claimed.has(sheet)) ?? filled[0])?.sheet;
  }

  private get book(): OpenedBook {
    if (!this.opened) throw new SessionFailure({ code: "NOT_READY", message: "Open a workbook first." });
    return this.opened;
  }
}
