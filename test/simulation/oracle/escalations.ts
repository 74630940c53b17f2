import { day, dayIn, dayOfMonth, isoOf, month, monthOf, monthText, type Day } from "../year/day";
import { remembered } from "../year/remembered";
import type { Contract, Price, SimulatedYear } from "../year/simulatedYear";
import type { Escalation } from "../year/terms";
import { digitsOf, Fraction } from "./fraction";
import { FOREVER } from "./periods";

const one = Fraction.of(1);
const hundred = Fraction.of(100);
const isPercentage = ({ model }: Price) => model === "percentage" || model === "graduated_percentage";

/** Days of the steps up to two years after the first run. */
function stepsOf({ from, every = 12 }: Escalation, { firstRun }: SimulatedYear): Day[] {
  const steps: Day[] = [];
  const first = day(from);
  for (let at = 0; ; at += every) {
    const step = dayIn(monthOf(first) + at, dayOfMonth(first));
    if (monthOf(step) > month(firstRun) + 24) return steps;
    steps.push(step);
  }
}

/** An agreed price and what steps have made of it. */
interface Raised {
  readonly agreed: Fraction;
  readonly now: Fraction;
  readonly digits: number;
}

/** A raised price goes away from zero on ties, whatever the rounding mode of amounts. */
function raisedBy({ agreed, now, digits }: Raised, escalation: Escalation, step: Day): Raised {
  const { index, percent = "0", cap, floor } = escalation;
  if (now.isZero) return { agreed, now, digits };
  const asked =
    index === undefined
      ? now.times(hundred.plus(Fraction.of(percent))).over(hundred)
      : agreed
          .times(Fraction.of(index.values[monthText(monthOf(step) - index.lag)] ?? "0"))
          .over(Fraction.of(index.base));
  const change = asked.over(now).minus(one);
  const most = cap === undefined ? change : change.least(Fraction.of(cap).over(hundred));
  const bounded = floor === undefined ? most : most.most(Fraction.of(floor).over(hundred));
  return { agreed, digits, now: now.times(one.plus(bounded)).rounded(digits) };
}

const decimalsOf = (text: string) => text.split(".")[1]?.length ?? 0;

/** Every price of a row by its name, so that all are raised alike. */
function figuresOf({ unitPrice, flatFee, tiers = [] }: Price, currency: string): Map<string, Raised> {
  const texts: (readonly [string, string | undefined])[] = [
    ["unit", unitPrice],
    ["fee", flatFee],
    ...tiers.flatMap((tier, at) => [
      [`unit ${String(at)}`, tier.unitPrice] as const,
      [`fee ${String(at)}`, tier.flatFee] as const,
    ]),
  ];
  return new Map(
    texts.flatMap(([name, text]) => {
      if (text === undefined) return [];
      const agreed = Fraction.of(text);
      const digits = Math.max(decimalsOf(String(Number(text))), digitsOf(currency));
      return [[name, { agreed, now: agreed, digits }]];
    }),
  );
}

function withFigures(price: Price, figures: ReadonlyMap<string, Raised>): Price {
  const textOf = (name: string) => {
    const raised = figures.get(name);
    return raised?.now.text(raised.digits);
  };
  const [unitPrice, flatFee] = [textOf("unit"), textOf("fee")];
  return {
    ...price,
    ...(unitPrice === undefined ? {} : { unitPrice }),
    ...(flatFee === undefined ? {} : { flatFee }),
    ...(price.tiers === undefined
      ? {}
      : {
          tiers: price.tiers.map((tier, at) => ({
            ...tier,
            unitPrice: textOf(`unit ${String(at)}`) ?? tier.unitPrice,
            flatFee: textOf(`fee ${String(at)}`) ?? tier.flatFee,
          })),
        }),
  };
}

/** A price cut at every step that it was in force before: a price that begins on a step is as written. */
function versionsOf(price: Price, escalation: Escalation, contract: Contract, year: SimulatedYear): Price[] {
  const { products } = escalation;
  if (isPercentage(price) || products?.includes(price.product) === false) return [price];
  const begins = price.from === undefined ? day(contract.start) : day(price.from);
  const ends = price.to === undefined ? FOREVER : day(price.to);
  const steps = stepsOf(escalation, year).filter((step) => begins < step && step <= ends);
  if (steps.length === 0) return [price];
  let figures = figuresOf(price, contract.currency);
  const versions: Price[] = [{ ...price, to: isoOf((steps[0] ?? ends) - 1) }];
  for (const [at, step] of steps.entries()) {
    figures = new Map([...figures].map(([name, raised]) => [name, raisedBy(raised, escalation, step)]));
    const next = steps[at + 1];
    const { to: __, ...open } = { ...withFigures(price, figures), from: isoOf(step) };
    const to = next === undefined ? price.to : isoOf(next - 1);
    versions.push(to === undefined ? open : { ...open, to });
  }
  return versions;
}

const raisedIn = remembered((year: SimulatedYear) =>
  remembered((contract: Contract) =>
    (contract.escalations ?? []).reduce<readonly Price[]>(
      (prices, escalation) => prices.flatMap((price) => versionsOf(price, escalation, contract, year)),
      contract.prices,
    ),
  ),
);

/** The prices of a contract as its escalations make them. */
export const escalated = (contract: Contract, year: SimulatedYear): readonly Price[] =>
  raisedIn(year)(contract);
