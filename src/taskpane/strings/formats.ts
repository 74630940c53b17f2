import type { Money } from "../session/views";

/** Numbers, money and dates in the language of the workbook's content. */
export interface Formats {
  readonly count: (value: number) => string;
  /** A quantity, whose text is an exact decimal; other text stays as it is. */
  readonly decimal: (text: string | number) => string;
  /** A price of one unit, to four decimals or seven digits: enough to recognise it. The exact one is in the cell. */
  readonly unitPrice: (text: string) => string;
  /** With the currency's code before it, in at least its digits. */
  readonly money: (money: Money) => string;
  /** Without the code, where it stands beside. */
  readonly amount: (money: Money) => string;
  /** With a sign, for differences. */
  readonly difference: (money: Money) => string;
  readonly percent: (share: number) => string;
  /** A whole percent with its sign: 0.496 is +50 %. */
  readonly shareOfChange: (share: number) => string;
  /** Of an ISO day. */
  readonly day: (iso: string) => string;
  /** Of 2026-10, 2026-Q4, 2026 or two ISO days with `..` between. */
  readonly period: (id: string) => string;
}

const noon = (iso: string) => new Date(`${iso}T12:00:00Z`);

/** Language tags come from Office and browsers; one that Intl does not know must not stop the pane. */
function knownLanguage(language: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en";
  } catch {
    return "en";
  }
}

function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
      .maximumFractionDigits!;
  } catch {
    // What a workbook calls a currency need not be one.
    return 2;
  }
}

/** A number that may stand as text; what is none stays as it is. */
function numeric(text: string | number, format: Intl.NumberFormat): string {
  const value = typeof text === "number" ? text : text.trim() === "" ? NaN : Number(text);
  return Number.isNaN(value) ? String(text) : format.format(value);
}

export function makeFormats(asked: string | undefined): Formats {
  const language = knownLanguage(asked);
  const count = new Intl.NumberFormat(language);
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 12 });
  const unitPrice = new Intl.NumberFormat(language, {
    maximumFractionDigits: 4,
    maximumSignificantDigits: 7,
    roundingPriority: "morePrecision",
  });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 });
  const shareOfChange = new Intl.NumberFormat(language, {
    style: "percent",
    maximumFractionDigits: 0,
    signDisplay: "exceptZero",
  });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
  const amounts = new Map<string, Intl.NumberFormat>();

  const amountIn = (currency: string, signDisplay: "auto" | "exceptZero") => {
    const key = `${currency} ${signDisplay}`;
    const known = amounts.get(key);
    if (known !== undefined) return known;
    const digits = minorDigits(currency);
    const made = new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay,
    });
    amounts.set(key, made);
    return made;
  };
  const amount = ({ currency, amount }: Money) => amountIn(currency, "auto").format(amount);
  const formatLongDay = (iso: string) => (/^\d{4}-\d\d-\d\d$/.test(iso) ? day.format(noon(iso)) : iso);

  return {
    count: (value) => count.format(value),
    decimal: (text) => numeric(text, decimal),
    unitPrice: (text) => numeric(text, unitPrice),
    // A space that does not break keeps the code beside its number.
    money: (money) => `${money.currency}\u00a0${amount(money)}`,
    amount,
    difference: ({ currency, amount }) => amountIn(currency, "exceptZero").format(amount),
    percent: (share) => percent.format(share),
    shareOfChange: (share) => shareOfChange.format(share),
    day: formatLongDay,
    period: (id) => {
      if (/^\d{4}-\d\d$/.test(id)) return month.format(noon(`${id}-15`));
      const [from, to] = id.split("..");
      return from !== undefined && to !== undefined ? `${formatLongDay(from)} – ${formatLongDay(to)}` : id;
    },
  };
}
