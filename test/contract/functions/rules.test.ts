import type { Argument, Cell, Shown } from "../../../simulatedExcel";
import { builtFunctions } from "../../support/builtFunctions";
import { column, day, describeCalls, errorOnly, invalid, type CallCase } from "./calls";
import { argumentsOf, signatures, type Parameter, type Signature } from "./signatures";

const functions = builtFunctions();

it("the add-in has every function of the contract", () => {
  expect([...functions().associated]).toEqual(expect.arrayContaining(signatures.map(({ id }) => id)));
});

type Plain = string | number | boolean | null | undefined;

/** A case for every parameter of every function that one wants. */
function describeParameters(
  title: string,
  wanted: (parameter: Parameter) => boolean,
  given: readonly Plain[],
  shows: (parameter: Parameter, value: Plain) => Cell,
) {
  for (const signature of signatures) {
    const cases = signature.parameters.flatMap((parameter, argumentIndex) =>
      (wanted(parameter) ? given : []).map((value): CallCase => {
        const says = `${signature.id} ${parameter.name || "amount"}: ${JSON.stringify(value)}`;
        return [says, argumentsOf(signature, argumentIndex, value), shows(parameter, value)];
      }),
    );
    if (cases.length > 0) describeCalls(functions, signature.id, cases, title);
  }
}

const isNumber = ({ kind }: Parameter) => kind.endsWith("amount") || kind.endsWith("size");
const isDate = ({ kind }: Parameter) => kind.endsWith("date");
const isArray = ({ kind }: Parameter) => kind.startsWith("array");

describeParameters(
  "text that is no number, a boolean",
  isNumber,
  ["abc", "1,000", "12 345", "$5", "5 %", "--5", true, false],
  ({ name }, value) => invalid(name, String(value)),
);
describeParameters(
  "text that is no date, a boolean",
  isDate,
  ["soon", "2026-02-30", "2026-13-01", "31.10.2026", "10/31/2026", true],
  ({ name }, value) => invalid(name, String(value)),
);
describeParameters(
  "a negative where the domain has none",
  ({ kind }) => kind.endsWith("size"),
  [-1, "-1"],
  ({ name }) => invalid(name, "-1"),
);
describeParameters(
  "a blank in a required place",
  (parameter) => (isNumber(parameter) || isDate(parameter)) && !isArray(parameter) && !parameter.blank,
  [null, "", undefined],
  ({ name }) => invalid(name),
);
describeParameters("a blank in an array place, also when it is a single cell", isArray, [null, ""], () => "");

/** All these calls show the same. */
async function expectSame(id: string, ...calls: (readonly Argument[])[]): Promise<void> {
  const [first, ...others] = await functions().callMany(calls.map((args) => [id, ...args] as const));
  expect(first).not.toEqual(errorOnly("#VALUE!"));
  for (const other of others) expect(other).toEqual(first);
}

const casesOf = (wanted: (parameter: Parameter) => boolean) =>
  signatures.flatMap((signature) =>
    signature.parameters.flatMap((parameter, argumentIndex) =>
      wanted(parameter)
        ? [
            {
              id: signature.id,
              name: parameter.name || "amount",
              signature,
              parameter,
              argumentIndex,
            },
          ]
        : [],
    ),
  );

it.each(casesOf(isDate))(
  "$id $name: serial, time of day and ISO text are one",
  async ({ id, signature, parameter, argumentIndex }) => {
    const serial = parameter.valid as number;
    const iso = new Date((serial - day("1970-01-01")) * 86_400_000).toISOString().slice(0, 10);
    const variants = [serial, serial + 0.000_01, serial + 0.999, iso];
    await expectSame(id, ...variants.map((value) => argumentsOf(signature, argumentIndex, value)));
  },
);

it.each(casesOf(isNumber))(
  "$id $name: plain decimal text is a number",
  async ({ id, signature, parameter, argumentIndex }) => {
    const text = `${parameter.valid as number}`;
    await expectSame(id, argumentsOf(signature), argumentsOf(signature, argumentIndex, text));
  },
);

it.each(casesOf(isNumber))(
  "$id $name: noise beyond 15 digits is none",
  async ({ id, signature, parameter, argumentIndex }) => {
    const value = parameter.valid as number;
    const noisy = value * (1 + 2 ** -52);
    expect(noisy).not.toBe(value);
    await expectSame(id, argumentsOf(signature), argumentsOf(signature, argumentIndex, noisy));
  },
);

const FEES = signatures[0]!.parameters[1]!.valid;
const JANUARY = [day("2026-01-01"), day("2026-01-31")];
const omitted: readonly (readonly [id: string, args: readonly Argument[], defaults: readonly Argument[]])[] =
  [
    ["RATE_USAGE", [150, FEES], ["graduated", 0]],
    ["RATE_BREAKDOWN", [150, FEES], ["graduated", 0]],
    ["EFFECTIVE_RATE", [150, FEES], ["graduated", 0]],
    ["MARGINAL_RATE", [150, FEES], ["graduated"]],
    ["METER_USAGE", [column(3, 4)], ["sum", ...Array<undefined>(8).fill(undefined)]],
    ["COMMIT_TRUE_UP", [300, 1000], [1]],
    ["PRORATE", [310, JANUARY[0]! + 10, JANUARY[1]!, ...JANUARY], ["actual"]],
    ["BILLING_PERIODS", [...JANUARY, "monthly"], [1]],
    ["LATE_FEE", [1000, ...JANUARY, 0.12], [0, 365, 0]],
    ["AGING_BUCKET", [...JANUARY], [[[30, 60, 90]], [["Current", "1-30", "31-60", "61-90", "91+"]]]],
    ["AGING_SUMMARY", [column(...JANUARY), column(5, 6), day("2026-03-31")], [[[30, 60, 90]]]],
    ["MATCH_PAYMENT", [60, "", column("A", "B"), column(60, 61)], [0]],
    ["TAX_AMOUNT", [100.55, 0.08], [false, "USD"]],
    ["ROUND_MONEY", [1.005], ["USD", "half_up", 0.01]],
    ["DISCOUNT_STACK", [99.99, 0.1], [0, "USD"]],
    ["ESCALATE", [100, 0.03], []],
    ["ALLOCATE", [100, column(1, 1, 1)], ["USD"]],
  ];
it.each(omitted)("%s: omitted, blank and null mean the default", async (id, args, defaults) => {
  const variants = defaults.map((_, last) => [...args, ...defaults.slice(0, last + 1)]);
  const blanks = [undefined, null, ""].flatMap((blank) => [
    [...args, ...defaults.map(() => blank)],
    ...defaults.map((_, defaultIndex) => [
      ...args,
      ...defaults.map((value, at) => (at === defaultIndex ? blank : value)),
    ]),
  ]);
  await expectSame(id, args, ...variants, ...blanks);
});

const spellings: readonly (readonly [
  id: string,
  args: (spelt: string) => Argument[],
  ids: readonly string[],
])[] = [
  ["RATE_USAGE", (spelt) => [150, 0.5, spelt], ["per_unit", "Per Unit", "PER-UNIT", "per-unit"]],
  [
    "RATE_USAGE",
    (spelt) => [150, FEES, spelt],
    ["graduated_percentage", "Graduated percentage", "GRADUATED-PERCENTAGE"],
  ],
  ["METER_USAGE", (spelt) => [column(1, 4), spelt], ["average", "AVERAGE", "Average"]],
  ["PRORATE", (spelt) => [310, ...JANUARY, ...JANUARY, spelt], ["actual", "Actual", "ACTUAL"]],
  ["BILLING_PERIODS", (spelt) => [...JANUARY, spelt], ["one_time", "One time", "ONE-TIME"]],
  ["ROUND_MONEY", (spelt) => [2.5, "JPY", spelt], ["half_even", "Half Even", "half-even", "HALF_EVEN"]],
  ["ROUND_MONEY", (spelt) => [2.5, spelt], ["EUR", "eur", "Eur"]],
];
it.each(spellings)(
  "%s takes an id in any case, with blanks, hyphens and underscores",
  async (id, args, ids) => {
    await expectSame(id, ...ids.map(args));
  },
);

/** The calls for arrays: an argument of each kind instead of the first parameter. */
const arrays = signatures.filter(({ id, parameters }) => isArray(parameters[0]!) || id === "CARD_SCAN");
const elementsOf = ({ parameters }: Signature): Cell[] => {
  const valid = parameters[0]!.valid as Cell;
  return [valid, null, "x", 0, 46000.5, true, -1, "150"];
};
it.each(arrays)("$id: a range shows what its cells show one by one, in its shape", async (signature) => {
  const cells = elementsOf(signature);
  const block = [0, 1].map((row) => cells.slice(row * 4, row * 4 + 4));
  const given = [...cells, column(...cells), [cells], block, [cells.slice(0, 1)]];
  const calls = given.map((value) => [signature.id, ...argumentsOf(signature, 0, value)] as const);
  const shown = await functions().callMany(calls);
  const single = shown.slice(0, cells.length).map(ofAnyMessage) as Cell[];
  for (const cell of single) expect(Array.isArray(cell)).toBe(false);
  expect(shown.slice(cells.length)).toEqual([
    column(...single),
    [single],
    [single.slice(0, 4), single.slice(4)],
    single[0],
  ]);
});

/** A message may say where in the range the fault is. */
const ofAnyMessage = (cell: Shown): Shown =>
  typeof cell === "object" && cell && "error" in cell ? errorOnly(cell.error) : cell;

const notRepresentable = errorOnly("#NUM!");
describe("what a number cannot hold is #NUM!", () => {
  describeCalls(functions, "RATE_USAGE", [["an amount", [1e200, 1e200], notRepresentable]]);
  describeCalls(functions, "LATE_FEE", [["interest", [1e308, 30000, 40000, 1e10], notRepresentable]]);
  describeCalls(functions, "TAX_AMOUNT", [
    ["a tax", [column(1e308, 1), 1e10], column(notRepresentable, 1e10)],
  ]);
  describeCalls(functions, "DSO", [["days", [1e308, 1e-10, 100], notRepresentable]]);
});
