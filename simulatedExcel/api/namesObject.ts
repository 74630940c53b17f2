import { field, readOnly, type ApiObject } from "../office/apiObject";
import { booleanOf, isAbsent, textOf } from "../office/wire";
import { fullAddress, parseReference } from "../workbook/address";
import { checkFormula } from "../workbook/typedText";
import { checkName, type DefinedName } from "../workbook/definedName";
import { fault } from "../workbook/fault";
import type { Sheet } from "../workbook/sheet";
import { removeWhere, type Workbook } from "../workbook/workbook";
import type { ApiHost } from "./apiHost";
import { isRange, sheetAreaOf } from "./sheetArea";

export function namesObject(host: ApiHost, scope: Sheet | undefined): ApiObject {
  const { book } = host;
  const all = (): DefinedName[] => book.names.filter((name) => name.scope === scope);
  const find = (key: unknown): DefinedName | undefined =>
    all().find(({ name }) => name.toLowerCase() === textOf(key).toLowerCase());
  return {
    type: "NamedItemCollection",
    items: () => all().map((name) => nameObject(host, name)),
    item: ([key]) => {
      const name = find(key);
      if (!name) throw fault("ItemNotFound", `there is no name ${JSON.stringify(key)}`);
      return nameObject(host, name);
    },
    objects: {
      Add: ([name, reference, comment]) =>
        nameObject(
          host,
          addName(book, scope, textOf(name), reference, isAbsent(comment) ? "" : textOf(comment)),
        ),
      GetItemOrNullObject: ([key]) => {
        const name = find(key);
        return name ? nameObject(host, name) : null;
      },
    },
    methods: { GetCount: () => all().length },
  };
}

function addName(
  book: Workbook,
  scope: Sheet | undefined,
  name: string,
  reference: unknown,
  comment: string,
): DefinedName {
  checkName(name);
  const wanted = name.toLowerCase();
  const isTaken =
    book.names.some((other) => other.scope === scope && other.name.toLowerCase() === wanted) ||
    book.tables.some((table) => table.name.toLowerCase() === wanted);
  if (isTaken) throw fault("ItemAlreadyExists", `"${name}" is taken`);
  const added: DefinedName = { name, ...meaningOf(book, scope, reference), comment, visible: true, scope };
  book.names.push(added);
  return added;
}

/** A range, a formula that is a reference, or another formula. */
function meaningOf(
  book: Workbook,
  scope: Sheet | undefined,
  reference: unknown,
): Pick<DefinedName, "target" | "formula"> {
  const isReference = isRange(reference) || parseReference(textOf(reference).replace(/^=/, "")) !== undefined;
  if (isReference) {
    const given = isRange(reference) ? reference : textOf(reference).replace(/^=/, "");
    const { sheet, area } = sheetAreaOf(book, given, scope ?? book.activeSheet);
    return { target: { sheet, tracked: sheet.track(area) }, formula: "" };
  }
  const formula = textOf(reference).startsWith("=") ? textOf(reference) : `="${textOf(reference)}"`;
  checkFormula(formula);
  return { target: undefined, formula };
}

function formulaOf({ target, formula }: DefinedName): string {
  if (!target) return formula;
  const { area } = target.tracked;
  return area ? `=${fullAddress(target.sheet.name, area, "$")}` : "=#REF!";
}

function nameObject(host: ApiHost, name: DefinedName): ApiObject {
  const range = (): ApiObject | null => {
    const area = name.target?.tracked.area;
    return area && name.target ? host.make.range(name.target.sheet, area) : null;
  };
  const sheet = (): ApiObject | null => (name.scope ? host.make.worksheet(name.scope) : null);
  const needed = (object: ApiObject | null): ApiObject => {
    if (!object) throw fault("ItemNotFound", `${name.name} does not point to cells or to a sheet`);
    return object;
  };
  return {
    type: "NamedItem",
    id: name.name,
    scalars: {
      Name: readOnly(() => name.name),
      Type: readOnly(() => typeOf(name)),
      Value: readOnly(() => (name.target ? formulaOf(name).slice(1) : constantOf(name.formula))),
      Formula: readOnly(() => formulaOf(name)),
      Scope: readOnly(() => (name.scope ? "Worksheet" : "Workbook")),
      Comment: field(name, "comment", textOf),
      Visible: field(name, "visible", booleanOf),
      _Id: readOnly(() => name.name),
    },
    objects: {
      GetRange: () => needed(range()),
      GetRangeOrNullObject: range,
      Worksheet: () => needed(sheet()),
      WorksheetOrNullObject: sheet,
    },
    methods: {
      Delete: () => {
        removeWhere(host.book.names, (other) => other === name);
      },
    },
  };
}

function typeOf({ target, formula }: DefinedName): string {
  if (target) return target.tracked.area ? "Range" : "Error";
  const value = constantOf(formula);
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

function constantOf(formula: string): string | number | boolean {
  const text = formula.slice(1);
  if (/^".*"$/s.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : formula;
}
