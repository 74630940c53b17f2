import { formatDay } from "../../../src/core/api";
import type {
  Example,
  FunctionDocumentation,
  ParameterDocumentation,
} from "../../functions/functionDocumentation";
import { isRange, parseValue, type Cell } from "../../functions/formula";
import { code, page, table } from "../markdown";
import { functionEntries, type FunctionId } from "./groups";

const written = ({ name, isOptional }: ParameterDocumentation) => (isOptional ? `[${name}]` : name);

export const linkTo = (id: string) => `[${id}](${id}.md)`;

const fenced = (formula: string) => `\`\`\`\n${formula}\n\`\`\``;

function takes({ isArray, takesRange, choices }: ParameterDocumentation): string {
  if (isArray) return "a value, or a range that spills";
  if (takesRange) return "a range";
  return choices.length > 0 ? "one of the list below" : "a value";
}

function parameterRow(parameter: ParameterDocumentation): string[] {
  const { name, isOptional, description, example } = parameter;
  return [isOptional ? `${name} (optional)` : `**${name}**`, takes(parameter), description, code(example)];
}

function choicesBlocks({ name, choices }: ParameterDocumentation): string[] {
  if (choices.length === 0) return [];
  return [
    table(
      [name, "Means"],
      choices.map(({ value, tooltip }) => [code(`"${value}"`), tooltip]),
    ),
  ];
}

function cellText(cell: Cell, givesDates: boolean): string {
  if (typeof cell === "object") return cell ? code(cell.error) : "";
  if (typeof cell === "number") return givesDates ? formatDay(cell) : String(cell);
  return typeof cell === "boolean" ? String(cell).toUpperCase() : cell;
}

function counted(amount: number, noun: string): string {
  return `${String(amount)} ${noun}${amount === 1 ? "" : "s"}`;
}

function exampleBlocks({ formula, result, explanation }: Example, givesDates: boolean): string[] {
  const value = parseValue(result);
  if (!isRange(value)) return [fenced(formula), `Shows **${cellText(value, givesDates)}**. ${explanation}`];
  const rows = value.map((row) => row.map((cell) => cellText(cell, givesDates)));
  const [first = [], ...others] = rows;
  const size = `${counted(rows.length, "row")} and ${counted(first.length, "column")}`;
  // Several columns with rows below each other are a table, and a table has its header.
  const hasHeader = others.length > 0 && first.length > 1;
  return [
    fenced(formula),
    `Fills ${size}. ${explanation}`,
    hasHeader ? table(first, others) : table(["Result", ...first.slice(1).map(() => "")], rows),
  ];
}

/** The help page of a function: what it means, how it is written, examples and errors. */
export function functionPage(documentation: FunctionDocumentation): string {
  const { id, description, remarks, inCell, parameters, returns, errors, examples } = documentation;
  const { related, hint, givesDates = false } = functionEntries[id as FunctionId];
  return page(id, [
    description,
    fenced(`=BILLING.${id}(${parameters.map(written).join(", ")})`),
    `In a cell: ${code(inCell)}`,
    ...(remarks === "" ? [] : [remarks]),
    ...(hint === undefined ? [] : [hint]),
    "## Arguments",
    table(["Argument", "Takes", "What it is", "Example"], parameters.map(parameterRow)),
    ...parameters.flatMap(choicesBlocks),
    "## Result",
    returns,
    "## Examples",
    ...examples.flatMap((example) => exampleBlocks(example, givesDates)),
    "## Errors",
    table(
      ["Shows", "When"],
      errors.map(({ error, when }) => [code(error), when]),
    ),
    "## Related",
    `${related.map(linkTo).join(", ")}; [all functions](README.md).`,
  ]);
}
