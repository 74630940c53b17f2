import { Decimal, settingDefinitions } from "../../src/core/api";
import { page, table } from "./markdown";

interface Definition {
  readonly title: string;
  readonly help: string;
  readonly fallback: string | number | readonly (number | string | object)[] | Decimal | undefined;
  readonly right: string;
}

const key = (text: string) => text.replace(/[^\w/]|_/g, "").toLowerCase();

/** The default as a person would type it: a choice by its label, a list with commas. */
function fallbackText({ fallback, right }: Definition): string {
  if (fallback === undefined || fallback === "") return "";
  const text =
    typeof fallback === "object" && !Decimal.isDecimal(fallback)
      ? fallback.filter((item) => typeof item !== "object").join(", ")
      : fallback.toString();
  const labels = /^one of (.+)$/.exec(right)?.[1]?.split(", ") ?? [];
  return labels.find((label) => key(label) === key(text)) ?? text;
}

/** Every key of the Settings sheet. */
export function settingsPage(): string {
  const definitions: readonly Definition[] = Object.values(settingDefinitions);
  const rows = definitions.map((definition) => [
    definition.title,
    definition.right,
    fallbackText(definition),
    definition.help,
  ]);
  return page("Settings", [
    "Keys of the sheet Settings (columns Key and Value). Every key is optional; case and spaces do not matter. A key or\n" +
      "value that is not understood is a warning, and the default holds.",
    table(["Key", "Value", "Default", "What it does"], rows),
    "## Headers of your own",
    "The key `Mapping: Usage` (or another table's title) names the header to read for a column, where neither its title\n" +
      "nor a synonym is right: `Contract ID = Vertrag; Quantity = Menge`. `Sheet = Zahlen` in it names the sheet itself;\n" +
      "`Event ID =`, with nothing behind it, leaves a column unread that would be found.",
  ]);
}
