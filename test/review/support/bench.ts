import { createHash } from "node:crypto";
import ExcelJS from "exceljs";
import {
  billPeriod,
  closePeriod,
  creditInvoice,
  nextAct,
  openLedger,
  openReview,
  parametersText,
  parseIsoDay,
  parsePeriod,
  performAct,
  planAct,
  planClose,
  planCredit,
  planWrites,
  verifyBook,
  type ActId,
  type ActRun,
  type BillingRun,
  type CloseRun,
  type CreditRun,
  type ReviewFinding,
  type Snapshot,
  type VerifiedBook,
  type VerifiedInvoice,
  type WritePlan,
} from "../../../src/core/api";
import { once } from "../../../src/core/base/once";
import { applyPlan } from "../../../src/workbook/xlsx/write/applyPlan";
import { readWorkbook } from "../../../src/workbook/xlsx/read/readWorkbook";
import { bytesOfBook } from "../../support/bytesOfBook";

function sha256(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}

const VERSION = "9.9.9";
const dayOf = (iso: string) => parseIsoDay(iso)!;

export interface ActAsked {
  readonly by: string;
  readonly invoice?: readonly string[];
  readonly comment?: string;
  readonly asOf?: string;
}

export interface CreditAsked {
  readonly by?: string;
  readonly approvedBy?: string;
  readonly asOf?: string;
  readonly reason?: string;
}

export interface CloseAsked {
  readonly by: string;
  readonly period?: string;
  /** Why it is opened again; undefined: it is closed. */
  readonly reason?: string;
  readonly asOf?: string;
}

export interface BillAsked {
  readonly by?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly number?: boolean;
}

/** A workbook file that is worked on as people do: billed, reviewed, opened and changed, sent back. */
export class Bench {
  /** Tests of a book name its cells, change it and act on it many times. */
  private readonly read = once(async () => {
    const read = await readWorkbook(this.bytes, { withFormulas: true });
    if (!read.ok) throw new Error(read.failure.message);
    return read;
  });

  constructor(readonly bytes: Uint8Array) {}

  async snapshot(): Promise<Snapshot> {
    return (await this.read()).snapshot;
  }

  async bill(asked: BillAsked = {}): Promise<{ readonly bench: Bench; readonly run: BillingRun }> {
    const { by = "Ann", period = "2026-10", asOf = "2026-10-31", number = false } = asked;
    const { snapshot, package: source } = await this.read();
    const options = { period: parsePeriod(period), asOf: dayOf(asOf), giveNumbers: number };
    const result = billPeriod(snapshot, { ...options, review: { by, sha256 } });
    if (!result.ok) throw new Error(result.reason);
    const { plan } = planWrites(result.run, snapshot, {
      when: { day: dayOf(asOf), time: 0 },
      who: by,
      engineVersion: VERSION,
      sha256,
      parameters: parametersText(result.run, number),
      sheetLimit: 50,
    });
    return { bench: new Bench(applyPlan(source, plan)), run: result.run };
  }

  /** Does an act to documents, by default to all that it takes. */
  async act(act: ActId, { by, invoice, comment = "", asOf = "2026-11-02" }: ActAsked) {
    const { snapshot, package: source } = await this.read();
    const when = { day: dayOf(asOf), time: 0 };
    const result = performAct(openReview(snapshot, sha256), {
      act,
      numbers: invoice,
      period: undefined,
      customerId: undefined,
      by,
      when,
      comment,
      engineVersion: VERSION,
    });
    if (!result.ok) throw new Error(result.reason);
    const plan = planAct(result.run, { when, who: by, engineVersion: VERSION, sha256 });
    return { bench: new Bench(applyPlan(source, plan)), run: result.run as ActRun };
  }

  /** Credits an invoice, or issues a credit note that waited. */
  async credit(number: string, { by = "Ann", approvedBy, asOf, reason = "PRICE" }: CreditAsked = {}) {
    const { snapshot } = await this.read();
    const day = asOf === undefined ? undefined : dayOf(asOf);
    const { ledger } = openLedger(snapshot, day)!;
    const when = { day: dayOf(asOf ?? "2026-11-02"), time: 0 };
    const result = creditInvoice(ledger, {
      number,
      line: undefined,
      amount: undefined,
      reasonCode: reason,
      isRebill: false,
      by,
      approvedBy,
      when,
      runId: nextAct(snapshot),
      opened: openReview(snapshot, sha256),
    });
    if (!result.ok) throw new Error(result.reason);
    const plan = planCredit(result.run, { when, who: by, engineVersion: VERSION, sha256 });
    return { bench: await this.planned(plan), run: result.run as CreditRun };
  }

  /** The workbook with a plan carried out. */
  async planned(plan: WritePlan): Promise<Bench> {
    const { package: source } = await this.read();
    return new Bench(applyPlan(source, plan));
  }

  /** Closes a period, or opens it again where a reason is given. */
  async close({ by, period = "2026-10", reason, asOf = "2026-11-05" }: CloseAsked) {
    const { snapshot, package: source, formulas } = await this.read();
    const when = { day: dayOf(asOf), time: 0 };
    const result = closePeriod(openReview(snapshot, sha256), {
      period: parsePeriod(period)!,
      action: reason === undefined ? "close" : "reopen",
      by,
      when,
      reason: reason ?? "",
      engineVersion: VERSION,
      formulas,
    });
    if (!result.ok) throw new Error(result.reason);
    const plan = planClose(result.run, { when, who: by, engineVersion: VERSION, sha256 });
    return { bench: new Bench(applyPlan(source, plan)), run: result.run as CloseRun };
  }

  async verify(
    asked: { readonly head?: string; readonly numbers?: readonly string[] } = {},
  ): Promise<VerifiedBook> {
    const { snapshot, formulas } = await this.read();
    const verified = verifyBook(snapshot, {
      sha256,
      engineVersion: VERSION,
      head: asked.head,
      numbers: asked.numbers,
      formulas,
    });
    if (typeof verified === "string") throw new Error(`there is no ${verified}`);
    return verified;
  }

  /** What somebody does to the file in a spreadsheet program. */
  async change(how: (book: ExcelJS.Workbook) => void): Promise<Bench> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(this.bytes.buffer.slice(0) as ArrayBuffer);
    how(book);
    return new Bench(await bytesOfBook(book));
  }

  /** Puts values into cells, such as { "Usage!D2": 5 }; all else of the file stays byte by byte. */
  async edit(cells: Readonly<Record<string, string | number>>): Promise<Bench> {
    const { package: source } = await this.read();
    const edits = Object.entries(cells).map(([place, value]) => {
      const [sheet, address] = place.split("!") as [string, string];
      const match = /^([A-Z]+)(\d+)$/.exec(address)!;
      const column = [...match[1]!].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      return { at: { sheet, row: Number(match[2]) - 1, column }, value };
    });
    return new Bench(applyPlan(source, { sheets: [], removedSheets: [], appended: [], edits }));
  }

  /** The rows of a sheet as texts by header; an empty cell is "". */
  async table(name: string): Promise<Readonly<Record<string, string>>[]> {
    const grid = (await this.snapshot()).grids.find(({ sheet }) => sheet === name);
    if (!grid) throw new Error(`there is no sheet ${name}`);
    const shown = (row: number, at: number): string => {
      const { kinds, values, texts } = grid.columns[at]!;
      const kind = kinds[row] ?? 0;
      return kind === 0 ? "" : kind === 2 || kind === 4 ? texts.at(values[row]!)! : String(values[row]!);
    };
    return Array.from({ length: grid.rowCount - 1 }, (_, index) =>
      Object.fromEntries(grid.columns.map((_column, at) => [shown(0, at), shown(index + 1, at)])),
    );
  }

  /** The address of a cell by the header of its column and what another column says in its row. */
  async cell(
    sheet: string,
    column: string,
    where: Readonly<Record<string, string | number>>,
  ): Promise<string> {
    const grid = (await this.snapshot()).grids.find((each) => each.sheet === sheet)!;
    const shown = (row: number, at: number): string => {
      const cells = grid.columns[at]!;
      const kind = cells.kinds[row];
      if (kind === undefined || kind === 0) return "";
      return kind === 2 || kind === 4 ? cells.texts.at(cells.values[row]!)! : String(cells.values[row]!);
    };
    const header = grid.columns.map((_, at) => shown(0, at));
    const index = (title: string) => header.indexOf(title);
    for (let row = 1; row < grid.rowCount; row++) {
      const fits = Object.entries(where).every(
        ([title, value]) => shown(row, index(title)) === String(value),
      );
      if (fits) {
        let name = "";
        for (let rest = index(column) + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
          name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
        return `${sheet}!${name}${String(row + 1)}`;
      }
    }
    throw new Error(`${sheet} has no row ${JSON.stringify(where)}`);
  }
}

/** Everything that verify says, a line each: "Invoices!N2 CELL_CHANGED". */
export function saidBy({ invoices, findings }: Pick<VerifiedBook, "invoices" | "findings">): string[] {
  const line = ({ sheet, cell, code }: ReviewFinding) =>
    `${cell === "" ? sheet : `${sheet}!${cell}`} ${code}`;
  return [
    ...invoices.flatMap(({ differences, notes }: VerifiedInvoice) => [...differences, ...notes].map(line)),
    ...findings.map(line),
  ];
}
