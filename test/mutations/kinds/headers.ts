import { ofSheet, pick, type Mutation } from "../mutation";
import { dataRows, insertColumn, type Cell, type Sheet } from "../sheet";
import { shuffled, randomIndex } from "../../../scripts/example/random";

/** What people write over a column, in several languages and programs. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  "Contract ID": ["Contract", "Contract No", "Agreement ID", "Subscription", "Vertragsnummer", "Ctr"],
  "Customer ID": ["Customer No", "Account ID", "Client ID", "Kundennummer", "Debtor no."],
  "Customer name": ["Company", "Client name", "Kunde", "Who"],
  "Start date": ["Start", "Valid from", "Beginn", "Since", "Started on", "Account opened", "Date d'effet"],
  Currency: ["Ccy", "Währung", "Money"],
  Plan: ["Tariff", "Price plan", "Package"],
  "Discount %": ["Discount", "Rabatt", "Disc. pct", "Less"],
  Product: ["SKU", "Item", "Service", "Leistung", "Article", "Machine", "Gerät"],
  "Pricing model": ["Model", "Charge model", "Preismodell", "How"],
  "Unit price": ["Price", "Rate", "Einzelpreis", "Unit cost", "EUR", "Day rate", "Tagessatz"],
  "Flat fee": [
    "Monthly fee",
    "Base fee",
    "Grundgebühr",
    "Retainer",
    "Standing charge",
    "Abonnement mensuel",
    "Fee p.a.",
  ],
  "Price per": ["Per", "Preis pro", "Divisor"],
  Minimum: ["Minimum fee", "Min amount", "Floor", "Min per order"],
  "Included quantity": ["Included", "Allowance", "Freimenge", "Bundle"],
  Tiers: ["Bands", "Staffel", "Steps", "Tranches"],
  Meter: ["Metric", "Usage type", "Zähler", "Kind", "Charge", "Charge type", "Equipment"],
  Date: ["Usage date", "Timestamp", "Datum", "When", "Date du relevé", "Week ending"],
  Quantity: ["Qty", "Units", "Menge", "Consumption", "kWh", "Amount used"],
  "Event ID": ["Record ID", "transaction_id", "Ref"],
  Unit: ["UOM", "Einheit", "Measure"],
};

/** A slip of the finger: two letters change places, one goes, one comes twice. */
function slip(text: string, way: number, at: number): string {
  const [before, a, b, after] = [text.slice(0, at), text[at]!, text[at + 1]!, text.slice(at + 2)];
  if (way === 0) return before + b + a + after;
  return way === 1 ? before + b + after : before + a + a + b + after;
}

function renamed(
  kind: string,
  rename: (title: string, random: () => number) => string | undefined,
): Mutation {
  return ofSheet(kind, "same meaning", (sheet, random) => {
    const named = sheet.titles.flatMap((title, column) => (title === "" ? [] : [column]));
    const column = pick(random, named)!;
    const header = rename(sheet.titles[column]!, random);
    if (header === undefined) return false;
    sheet.rows[sheet.headerRow]![column] = header;
    return true;
  });
}

/** Puts the columns into another order. */
function reorder(sheet: Sheet, order: readonly number[]): void {
  const before = sheet.rows;
  sheet.rows = before.map((row, index) =>
    index < sheet.headerRow ? row : order.map((column) => row[column] ?? null),
  );
  const moved = (rows: Cell[][]) => rows.map((row) => sheet.rows[before.indexOf(row)]!);
  sheet.hidden = moved(sheet.hidden);
  sheet.struck = moved(sheet.struck);
  sheet.titles = order.map((column) => sheet.titles[column]!);
}

export const headerMutations: readonly Mutation[] = [
  renamed("header: synonym", (title, random) => pick(random, synonyms[title] ?? [])),
  renamed("header: typing error", (title, random) =>
    slip(title, randomIndex(random, 3), randomIndex(random, title.length - 1)),
  ),
  renamed("header: unit beside it", (title, random) =>
    pick(random, [`${title} (kWh)`, `${title} EUR`, `${title} in pcs`, `${title} [net]`, `${title} 2026`]),
  ),
  renamed("header: unknown", (_title, random) => pick(random, ["Zorp", "Column1", "x", "n/a", "2026"])),
  renamed("header: gone", () => ""),
  ofSheet("header: case and spaces", "harmless", (sheet, random) => {
    const header = sheet.rows[sheet.headerRow]!;
    const write = pick(random, [
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => `  ${text.replaceAll(" ", "  ")} `,
      (text: string) => text.replaceAll(" ", "_"),
      (text: string) => text.replaceAll(" ", "\n"),
    ])!;
    for (const [column, cell] of header.entries()) if (typeof cell === "string") header[column] = write(cell);
    return true;
  }),
  ofSheet("header: two change texts", "same meaning", (sheet, random) => {
    const [a, b] = shuffled(random, [...sheet.titles.keys()]);
    // Two columns of figures would be another book, and no program could tell.
    const isFigure = (cell: Cell | undefined) =>
      /^\d+(\.\d+)?$/.test(String(typeof cell === "object" && cell && "money" in cell ? cell.money : cell));
    if ([a!, b!].every((column) => dataRows(sheet).some((row) => isFigure(row[column])))) return false;
    const header = sheet.rows[sheet.headerRow]!;
    [header[a!], header[b!]] = [header[b!]!, header[a!]!];
    return true;
  }),
  ofSheet("header: a second with the same text", "same meaning", (sheet, random) => {
    const column = pick(
      random,
      [...sheet.titles.keys()].filter((index) => sheet.titles[index] !== ""),
    )!;
    const cells = dataRows(sheet).map((row) => {
      const cell = row[column] ?? null;
      return typeof cell === "number" ? cell * 2 : cell;
    });
    const at = random() < 0.5 ? column : sheet.titles.length;
    insertColumn(sheet, at, String(sheet.rows[sheet.headerRow]![column] ?? ""), cells);
    return true;
  }),
  ofSheet("columns: other order", "harmless", (sheet, random) => {
    reorder(sheet, shuffled(random, [...sheet.titles.keys()]));
    return true;
  }),
  ofSheet("columns: a blank one between", "harmless", (sheet, random) => {
    insertColumn(sheet, randomIndex(random, sheet.titles.length + 1), "", []);
    return true;
  }),
  ofSheet("columns: a foreign one of figures", "same meaning", (sheet, random) => {
    const title = pick(random, [
      "Levy",
      "Surcharge",
      "Disc. agreed",
      "Minimum 2025",
      "Rate",
      "Amount",
      "Hours",
      "Nr",
      "Min per shipment",
      "Seats",
      "Deposit",
      "Fee €/yr",
    ])!;
    // There they are the contracted quantity.
    if (title === "Seats" && sheet.table === "Prices") return false;
    insertColumn(
      sheet,
      randomIndex(random, sheet.titles.length + 1),
      title,
      dataRows(sheet).map((_, i) => i + 2),
    );
    return true;
  }),
  ofSheet("columns: a foreign one of words", "same meaning", (sheet, random) => {
    const title = pick(random, ["Remark", "Owner", "Checked by", "Status", "Unit", "Description"])!;
    insertColumn(
      sheet,
      randomIndex(random, sheet.titles.length + 1),
      title,
      dataRows(sheet).map(() => "fine"),
    );
    return true;
  }),
];
