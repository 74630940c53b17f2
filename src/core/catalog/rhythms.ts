import { nameKey } from "../base/name";

/** How often something is charged, by the ids of Billing frequency; `other` is none that a contract can have. */
export type Rhythm = "monthly" | "quarterly" | "semiannual" | "annual" | "one_time" | "other";

const words = new Map<string, Rhythm>(
  (
    [
      [
        "monthly",
        "monthly;month;per month;p.m.;mo;mth;/mo;1 month;each month;every month;monatlich;pro Monat;je Monat;mensuel;mensual",
      ],
      [
        "quarterly",
        "quarterly;quarter;per quarter;3 months;every 3 months;vierteljährlich;quartalsweise;pro Quartal;trimestriel",
      ],
      ["semiannual", "semiannual;semi-annually;half-yearly;biannual;6 months;halbjährlich"],
      [
        "annual",
        "annual;annually;yearly;year;per year;per annum;p.a.;yr;/yr;12 months;each year;every year;jährlich;pro Jahr;je Jahr;annuel;anual",
      ],
      ["one_time", "one-time;once;one off;onetime;einmalig;unique"],
      ["other", "weekly;per week;week;daily;per day;day;biweekly;fortnightly;bimonthly;wöchentlich;täglich"],
    ] as const
  ).flatMap(([frequency, names]) =>
    names.split(";").map((name): [string, Rhythm] => [nameKey(name), frequency]),
  ),
);

export const rhythmNames: Readonly<Record<string, string>> = {
  monthly: "monthly",
  quarterly: "quarterly",
  semiannual: "half-yearly",
  annual: "yearly",
  one_time: "once",
};

/** What a cell says first: quarterly of “quarterly, Jan/Apr/Jul/Oct”. */
export const rhythmOf = (text: string): Rhythm | undefined =>
  words.get(nameKey(text)) ?? words.get(nameKey(text.split(/[,;:(]/)[0]!));

/** Words of a header, number format or amount; a unit such as “GB-month” or “Monat 3” is none of them. */
const NAMED: readonly (readonly [Rhythm, RegExp])[] = [
  [
    "monthly",
    /^(?:monats(?:preis|gebuhr|pauschale|miete|betrag)|monthly|monatlich|mensuel(?:le)?|mensual|mensile|maandelijks|mtl)$/,
  ],
  ["quarterly", /^(?:quarterly|vierteljahrlich|trimestriel(?:le)?|trimestral|trimestrale)$/],
  ["semiannual", /^(?:semiannual|halfyearly|halbjahrlich|semestriel(?:le)?)$/],
  [
    "annual",
    /^(?:jahres(?:preis|gebuhr|pauschale|miete|betrag)|annual|yearly|jahrlich|annuel(?:le)?|anual|annuale|jaarlijks)$/,
  ],
  ["other", /^(?:weekly|wochentlich|fortnightly|biweekly)$/],
];
const BEHIND_PER: readonly (readonly [Rhythm, RegExp])[] = [
  ["monthly", /^(?:mo|mth|mon|months?|monat|mois|mes|mese|maand)$/],
  ["quarterly", /^(?:qtr|quarters?|quartal|trimestre)$/],
  ["annual", /^(?:yr|years?|jahr|an|annum|ano|anno|jaar|annee)$/],
  ["other", /^(?:wk|weeks?|woche|semaine)$/],
];
const PER_STRETCH = /(?:\/|(?<!\p{L})(?:per|je|pro|par|a)(?!\p{L}))\s*(\p{L}+)\.?\s*$/iu;
const SHORT: ReadonlyMap<string, Rhythm> = new Map([
  ["pm", "monthly"],
  ["pa", "annual"],
  ["pq", "quarterly"],
]);

/**
 * How often something is charged, as far as a header, a number format or the text of an amount says it beside other
 * words: annual of “€/yr”, monthly of “Monthly fee”, “Fee per month” and “Fee p.m.”; undefined where it says nothing.
 */
export function rhythmNamedIn(text: string): Rhythm | undefined {
  const said = text
    .trim()
    .slice(0, 100)
    .replace(/[)\]]+$/, "");
  const words = said.split(/[\s()[\],;:]+/);
  const short = words.map((word) => (word.includes(".") ? SHORT.get(nameKey(word)) : undefined));
  const named = words.map((word) => NAMED.find(([, shape]) => shape.test(nameKey(word)))?.[0]);
  const behind = PER_STRETCH.exec(said)?.[1];
  return (
    [...named, ...short].find((rhythm) => rhythm !== undefined) ??
    (behind === undefined ? undefined : BEHIND_PER.find(([, shape]) => shape.test(nameKey(behind)))?.[0])
  );
}
