import fc from "fast-check";
import { cellAddress, type CellEdit, type Snapshot, type WritePlan } from "../../src/core/api";
import { FilePort } from "../../src/workbook/file/filePort";
import { OfficePort } from "../../src/workbook/officejs/officePort";
import type { PortResult, WorkbookPort, WriteReceipt } from "../../src/workbook/port/port";
import { changedSheet } from "../../src/workbook/port/sameBook";
import { finish } from "../../src/workbook/bytes/steps";
import { type OfficeHost, openOfficeHost } from "../../simulatedExcel";
import { checkAsync } from "../properties/support/check";
import { cellsOf, noPlan, readBy, tablesOf } from "./books";
import { hostileText } from "./hostileTexts";
import { MemoryPort } from "./memoryPort";
import { billingPlan, formulasOf, readFile, starterBook } from "./officeBooks";

/** A port with what happens to its workbook from outside. */
interface Side {
  readonly name: string;
  readonly port: WorkbookPort;
  /** As if a person typed. */
  readonly type: (edit: CellEdit) => Promise<void>;
  /** The next write fails half way, where that can be brought about. */
  readonly break?: () => void;
  receipt?: WriteReceipt;
}

type Step =
  | { readonly kind: "edit" | "type"; readonly edit: CellEdit }
  | { readonly kind: "bill" | "cancel" | "fail" | "stale" | "rows" | "remove" | "undo" };

const texts = fc.oneof(hostileText, fc.constant("")).map((text) => text.slice(0, 40));
const usageEdit = fc.oneof(
  fc.record({
    at: fc.record({
      sheet: fc.constant("Usage"),
      row: fc.integer({ min: 1, max: 3 }),
      column: fc.constant(4),
    }),
    value: fc.integer({ min: 0, max: 5000 }),
  }),
  fc.record({
    at: fc.record({
      sheet: fc.constantFrom("Usage", "Contracts", "Nowhere"),
      row: fc.integer({ min: 6, max: 9 }),
      column: fc.integer({ min: 10, max: 14 }),
    }),
    value: texts,
  }),
);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom("edit" as const, "type" as const), edit: usageEdit }),
    fc.record({
      kind: fc.constantFrom<Exclude<Step["kind"], "edit" | "type">>(
        "bill",
        "bill",
        "bill",
        "undo",
        "undo",
        "undo",
        "cancel",
        "fail",
        "stale",
        "rows",
        "remove",
      ),
    }),
  ),
  { minLength: 6, maxLength: 9 },
);

/** Rows below Usage; their first column is not a contract, so that they are told of and not billed. */
function moreUsage(book: Snapshot): WritePlan {
  const { lastRow } = book.tables.find(({ name }) => name === "Usage")!;
  return { ...noPlan, appended: [{ sheet: "Usage", firstRow: lastRow + 1, rows: [[{ value: "=added" }]] }] };
}

async function sidesOf(file: Uint8Array): Promise<{ sides: Side[]; host: OfficeHost }> {
  const memory = new MemoryPort(await readFile(file));
  const opened = await FilePort.open("book.xlsx", file);
  if (!opened.ok) throw new Error(opened.failure.message);
  const host = await openOfficeHost({ file });
  const excel = new OfficePort(host);
  const sides: Side[] = [
    {
      name: "memory",
      port: memory,
      type: (edit) => Promise.resolve(memory.type(edit.at.sheet, [edit])),
      break: () => memory.failNext({ code: "UNKNOWN", message: "" }),
    },
    {
      name: "file",
      port: opened.value,
      // Nobody types into a file but by the port itself.
      type: async (edit) => void (await opened.value.edit([edit])),
    },
    {
      name: "Excel",
      port: excel,
      type: (edit) => {
        const input = typeof edit.value === "string" && edit.value !== "" ? `'${edit.value}` : edit.value;
        host.user.edit(edit.at.sheet, cellAddress(edit.at), input);
        return Promise.resolve();
      },
      break: () => host.failAt(8, "GeneralException", { afterActions: 30 }),
    },
  ];
  return { sides, host };
}

const codeOf = (result: PortResult<unknown>) => (result.ok ? "done" : result.failure.code);

/** The ports side by side: every step is taken by all, and then they must say the same. */
class Comparison {
  private readonly formulas = new Set<string>();
  /** The model's workbook right after the last write that was not undone, and whether cells were edited since. */
  private written: { readonly book: Snapshot; isEdited: boolean } | undefined;

  constructor(private readonly sides: readonly Side[]) {}

  async take(step: Step): Promise<void> {
    const codes = await this.codesOf(step);
    if (codes === undefined) return;
    expect({ step, codes: [...new Set(codes)] }).toEqual({ step, codes: [codes[0]] });
    const [model, ...others] = await Promise.all(
      this.sides.map(async ({ name, port }) => [name, await readBy(port)] as const),
    );
    for (const [name, book] of others)
      expect({ step, name, ...this.shown(book) }).toEqual({ step, name, ...this.shown(model![1]) });
  }

  private shown(book: Snapshot) {
    const sheets = book.grids.map(({ sheet }) => sheet).sort();
    return { sheets, tables: tablesOf(book), cells: cellsOf(book, this.formulas) };
  }

  /** How the step ends at each side; undefined when it is not one that all of them can take. */
  private async codesOf(step: Step): Promise<string[] | undefined> {
    const book = await readBy(this.sides[0]!.port);
    switch (step.kind) {
      case "edit":
        return this.edited(await this.onSides(({ port }) => port.edit([step.edit])));
      case "type":
        if (step.edit.at.sheet === "Nowhere") return undefined;
        for (const side of this.sides) await side.type(step.edit);
        return this.edited(["done"]);
      case "undo":
        return this.undo(book);
      case "remove": {
        const last = book.grids.at(-1)!.sheet;
        return last === "Adjustments" ? undefined : this.write({ ...noPlan, removedSheets: [last] }, step);
      }
      case "rows":
        return this.write(moreUsage(book), step);
      default:
        return this.write(billingPlan(book), step);
    }
  }

  private onSides(act: (side: Side) => Promise<PortResult<unknown>>, sides = this.sides): Promise<string[]> {
    return sides.reduce(
      async (before, side) => [...(await before), codeOf(await act(side))],
      Promise.resolve<string[]>([]),
    );
  }

  private edited(codes: string[]): string[] {
    if (codes.includes("done") && this.written) this.written.isEdited = true;
    return codes;
  }

  private async write(plan: WritePlan, { kind }: Step): Promise<string[] | undefined> {
    const isEmpty = plan.sheets.length + plan.appended.length + plan.removedSheets.length === 0;
    const fails = kind === "fail";
    if (isEmpty && fails) return undefined;
    for (const cell of formulasOf(plan).keys()) this.formulas.add(cell);
    const codes = await this.onSides(
      async (side) => {
        const before = await readBy(side.port);
        if (fails) side.break!();
        const stale = kind === "stale" ? { ...before, grids: before.grids.slice(1) } : before;
        const work = kind === "cancel" ? { isCancelled: () => true } : {};
        const result = await side.port.apply(plan, stale, work);
        if (result.ok) side.receipt = result.value;
        return result;
      },
      fails ? this.sides.filter((side) => side.break) : this.sides,
    );
    if (codes.includes("done")) this.written = { book: await readBy(this.sides[0]!.port), isEdited: false };
    return codes;
  }

  /** A file is put back whole, so it refuses where an edit elsewhere would be kept by the others: that is not compared. */
  private async undo(book: Snapshot): Promise<string[] | undefined> {
    const { written } = this;
    if (!written) return undefined;
    const edited = written.isEdited ? finish(changedSheet(written.book, book)) : undefined;
    const touched = this.sides[0]!.receipt!.sheets.some(({ name }) => name === edited);
    if (written.isEdited && !touched) return undefined;
    const codes = await this.onSides(({ port, receipt }) => port.undo(receipt!));
    if (codes.includes("done")) this.written = undefined;
    return codes;
  }
}

it("memory, a file and Excel say the same after any steps", async () => {
  const file = starterBook();
  await checkAsync(
    fc.asyncProperty(steps, async (taken) => {
      const { sides, host } = await sidesOf(file);
      try {
        const comparison = new Comparison(sides);
        for (const step of taken) await comparison.take(step);
        expect([...host.unimplemented, ...host.faults]).toEqual([]);
      } finally {
        await host.close();
      }
    }),
    4,
  );
}, 300_000);
