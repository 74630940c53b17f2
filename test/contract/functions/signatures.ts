import type { Argument } from "../../../simulatedExcel";
import { column, day } from "./calls";

/**
 * What a parameter takes: an amount may be negative, a size may not.
 * "array" parameters and optional ones may be blank, the others not.
 */
type Kind = "amount" | "size" | "date" | "array amount" | "array size" | "array date" | "other";
type Blank = "optional" | undefined;

export interface Parameter {
  readonly name: string;
  readonly valid: Argument;
  readonly kind: Kind;
  readonly blank: Blank;
}

export interface Signature {
  readonly id: string;
  readonly parameters: readonly Parameter[];
}

const amount = (name: string, valid: number, blank?: Blank): Parameter => ({
  name,
  valid,
  kind: "amount",
  blank,
});
const size = (name: string, valid: number, blank?: Blank): Parameter => ({
  name,
  valid,
  kind: "size",
  blank,
});
const date = (name: string, iso: string, blank?: Blank): Parameter => ({
  name,
  valid: day(iso),
  kind: "date",
  blank,
});
const other = (name: string, valid: Argument): Parameter => ({
  name,
  valid,
  kind: "other",
  blank: undefined,
});
const array = (parameter: Parameter) => ({ ...parameter, kind: `array ${parameter.kind}` as Kind });

const quantity = size("quantity", 150);
const tiers = other("tiers", [
  [100, 1, 10],
  ["*", 0.5, 5],
]);
const model = other("model", "graduated");
const bounds = [
  size("included", 10, "optional"),
  size("minimum", 5, "optional"),
  size("maximum", 500, "optional"),
];
const due = array(date("due date", "2026-01-31"));
const asOf = date("as of", "2026-04-01");
const balances = other("balances", column(60, 70));

/** The catalogue, each function with arguments that are in order. */
export const signatures: readonly Signature[] = [
  { id: "RATE_USAGE", parameters: [array(quantity), tiers, model, ...bounds] },
  { id: "RATE_BREAKDOWN", parameters: [quantity, tiers, model, ...bounds] },
  { id: "EFFECTIVE_RATE", parameters: [array(quantity), tiers, model, bounds[0]!] },
  { id: "MARGINAL_RATE", parameters: [array(quantity), tiers, model] },
  {
    id: "METER_USAGE",
    parameters: [
      other("quantities", column(3, 4)),
      other("aggregation", "sum"),
      other("customers", column("A", "B")),
      other("customer", "A"),
      other("meters", column("M", "M")),
      other("meter", "M"),
      other("dates", column(day("2026-01-31"), day("2026-02-01"))),
      date("from", "2026-01-31", "optional"),
      date("to", "2026-01-31", "optional"),
    ],
  },
  {
    id: "COMMIT_TRUE_UP",
    parameters: [amount("billed", 300), size("commitment", 1000), size("fraction", 0.5, "optional")],
  },
  { id: "DRAWDOWN", parameters: [size("opening credit", 100), other("charges", column(30, 80))] },
  {
    id: "PRORATE",
    parameters: [
      array(amount("amount", 310)),
      date("service start", "2026-10-11"),
      date("service end", "2026-10-31"),
      date("period start", "2026-10-01"),
      date("period end", "2026-10-31"),
    ],
  },
  {
    id: "BILLING_PERIODS",
    parameters: [
      date("start", "2026-01-15"),
      date("end", "2026-04-10"),
      other("frequency", "monthly"),
      size("anchor day", 15, "optional"),
    ],
  },
  { id: "DUE_DATE", parameters: [array(date("invoice date", "2026-01-15")), other("terms", "Net 30")] },
  {
    id: "EARLY_DISCOUNT",
    parameters: [
      amount("amount", 1000),
      date("invoice date", "2026-01-15"),
      date("payment date", "2026-01-20"),
      other("terms", "2/10 Net 30"),
    ],
  },
  {
    id: "LATE_FEE",
    parameters: [
      array(amount("balance", 1000)),
      date("due date", "2026-01-31"),
      asOf,
      size("annual rate", 0.12),
      size("grace days", 5, "optional"),
      size("day basis", 360, "optional"),
      amount("fixed fee", 25, "optional"),
    ],
  },
  { id: "DAYS_PAST_DUE", parameters: [due, asOf] },
  { id: "AGING_BUCKET", parameters: [due, asOf] },
  { id: "AGING_SUMMARY", parameters: [other("due dates", column(46000, 46100)), balances, asOf] },
  { id: "APPLY_CASH", parameters: [size("payment", 100), balances] },
  {
    id: "MATCH_PAYMENT",
    parameters: [
      amount("amount", 60),
      other("reference text", "thank you"),
      other("invoice numbers", column("A", "B")),
      balances,
      size("tolerance", 2, "optional"),
    ],
  },
  { id: "TAX_AMOUNT", parameters: [array(amount("", 100)), size("rate", 0.08)] },
  { id: "ROUND_MONEY", parameters: [array(amount("amount", 1.005))] },
  { id: "ALLOCATE", parameters: [amount("total", 100), other("weights", column(1, 2))] },
  { id: "DSO", parameters: [amount("receivables", 500), amount("credit sales", 300), size("days", 90)] },
  {
    id: "CEI",
    parameters: ["opening receivables", "sales", "closing receivables", "closing current"].map((name, step) =>
      amount(name, 100 - 20 * step),
    ),
  },
  {
    id: "DISCOUNT_STACK",
    parameters: [
      array(size("amount", 100)),
      size("percents", 0.1, "optional"),
      size("amounts", 5, "optional"),
    ],
  },
  {
    id: "ESCALATE",
    parameters: [
      array(amount("price", 100)),
      other("steps", 110),
      size("base", 105, "optional"),
      size("cap", 0.03, "optional"),
      size("floor", 0.01, "optional"),
    ],
  },
  {
    id: "WEIGHTED_SUM",
    parameters: [
      amount("changes", 10, "optional"),
      other("dates", day("2026-06-16")),
      date("from", "2026-06-01"),
      date("to", "2026-06-30"),
    ],
  },
  {
    id: "HELD_QUANTITY",
    parameters: [
      amount("changes", 10, "optional"),
      date("dates", "2026-06-16"),
      date("from", "2026-06-01"),
      date("to", "2026-06-30"),
    ],
  },
  { id: "CARD_SCAN", parameters: [other("text", "4111 1111 1111 1111")] },
];

/** The arguments of a function in order, with another value in one place. */
export const argumentsOf = ({ parameters }: Signature, argumentIndex = -1, value?: Argument): Argument[] =>
  parameters.map(({ valid }, at) => (at === argumentIndex ? value : valid));
