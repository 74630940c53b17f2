import fc from "fast-check";
import { civilOf, FIRST_DAY, formatDay, LAST_DAY, type Day } from "../../src/core/calendar/day";
import { Decimal } from "../../src/core/money/decimal";
import { tierFault, tierHolding, type Tier } from "../../src/core/pricing/tiers";
import { parseTiersText } from "../../src/core/pricing/tiersText";
import { parseDateText, type DateOrder } from "../../src/core/schema/dateText";
import { parseNumberText, type DecimalSign } from "../../src/core/schema/numberText";
import { decimals, tiersTexts } from "./support/arbitraries";
import { check } from "./support/check";

interface NumberStyle {
  readonly sign: DecimalSign;
  readonly group: string;
  readonly negative: (text: string) => string;
  readonly around: (text: string) => string;
}

const signs = fc.constantFrom<DecimalSign>(".", ",");
const numberStyle: fc.Arbitrary<NumberStyle> = signs.chain((sign) =>
  fc.record({
    sign: fc.constant(sign),
    group: fc.constantFrom("", "'", "’", " ", "\u00a0", "\u202f", sign === "." ? "," : "."),
    negative: fc.constantFrom<(text: string) => string>(
      (text) => `-${text}`,
      (text) => `(${text})`,
      (text) => `${text}-`,
      (text) => `\u2212 ${text}`,
    ),
    around: fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => ` ${text} `,
      (text) => `€ ${text}`,
      (text) => `${text} EUR`,
      (text) => `$${text}`,
    ),
  }),
);

/** A number as people type it. */
function written(value: Decimal, { sign, group, negative, around }: NumberStyle): string {
  const [whole = "0", fraction] = value.abs().toFixed().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const digits = fraction === undefined ? grouped : `${grouped}${sign}${fraction}`;
  return around(value.isNegative() && !value.isZero() ? negative(digits) : digits);
}

const values = fc.oneof(decimals(15, 9, "negative"), decimals(7, 3, "negative"));

describe("numbers as text", () => {
  it("are read back with the decimal sign that they were written with", () => {
    check(
      fc.property(values, numberStyle, (value, style) => {
        const read = parseNumberText(written(value, style), style.sign);
        expect(read.kind === "number" && read.value.equals(value)).toBe(true);
      }),
      1000,
    );
  });

  it("are never read as another number: they mean one, or they are not guessed", () => {
    check(
      fc.property(values, numberStyle, (value, style) => {
        const read = parseNumberText(written(value, style));
        if (read.kind === "ambiguous") {
          const meant = style.sign === "." ? read.point : read.comma;
          expect(meant.equals(value)).toBe(true);
          expect(read.point.equals(read.comma)).toBe(false);
        } else expect(read.kind === "number" && read.value.equals(value)).toBe(true);
      }),
      1000,
    );
  });

  it("settle the decimal sign only as they were written", () => {
    check(
      fc.property(values, numberStyle, (value, style) => {
        const read = parseNumberText(written(value, style));
        if (read.kind === "number" && read.sign !== undefined) expect(read.sign).toBe(style.sign);
      }),
      1000,
    );
  });

  it("are ambiguous with one sign and three digits behind it", () => {
    check(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        signs,
        (whole, rest, sign) => {
          const text = `${String(whole)}${sign}${String(rest).padStart(3, "0")}`;
          expect(parseNumberText(text).kind).toBe("ambiguous");
          expect(parseNumberText(text, ".").kind).toBe("number");
          expect(parseNumberText(text, ",").kind).toBe("number");
        },
      ),
    );
  });

  it("are a hundredth with a percent sign", () => {
    check(
      fc.property(decimals(9, 4, "negative"), signs, (value, sign) => {
        const text = `${value.toFixed().replace(".", sign)} %`;
        const read = parseNumberText(text, sign);
        expect(read.kind === "number" && read.value.equals(value.dividedBy(100))).toBe(true);
      }),
    );
  });

  it("are never made of other words", () => {
    check(
      fc.property(fc.string(), (text) => {
        const read = parseNumberText(text);
        if (read.kind !== "none") expect(text).toMatch(/\d/);
      }),
      1000,
    );
  });
});

const pad = (value: number) => String(value).padStart(2, "0");
const dateStyle = fc.record({
  order: fc.constantFrom<DateOrder>("dmy", "mdy"),
  separator: fc.constantFrom("/", ".", "-"),
  isPadded: fc.boolean(),
  time: fc.constantFrom("", " 18:00", " 6:00 PM"),
});

function writtenDate(
  day: Day,
  style: { order: DateOrder; separator: string; isPadded: boolean; time: string },
): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const [first, second] = style.order === "dmy" ? [dayOfMonth, month] : [month, dayOfMonth];
  const show = style.isPadded ? pad : String;
  // Between dots the day always comes first.
  const separator = style.order === "mdy" && style.separator === "." ? "/" : style.separator;
  return [show(first), show(second), String(year)].join(separator) + style.time;
}

describe("dates as text", () => {
  const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

  it("are read back in ISO form, whatever the column has settled", () => {
    check(
      fc.property(
        day,
        fc.constantFrom("", "T18:00:00Z", " 18:00"),
        fc.constantFrom<DateOrder | undefined>("dmy", "mdy", undefined),
        (serial, time, order) => {
          expect(parseDateText(formatDay(serial) + time, order)).toMatchObject({
            kind: "moment",
            day: serial,
            iso: true,
          });
          expect(parseDateText(formatDay(serial).replaceAll("-", ""), order)).toMatchObject({ day: serial });
        },
      ),
    );
  });

  it("are read back in the order that the column has settled", () => {
    check(
      fc.property(day, dateStyle, (serial, style) => {
        const read = parseDateText(writtenDate(serial, style), style.order);
        expect(read).toMatchObject({ kind: "moment", day: serial, time: style.time === "" ? 0 : 0.75 });
      }),
      500,
    );
  });

  it("are never read as another day: they mean one, or they are not guessed", () => {
    check(
      fc.property(day, dateStyle, (serial, style) => {
        const read = parseDateText(writtenDate(serial, style));
        if (read.kind === "ambiguous") {
          expect([read.one, read.other]).toContain(serial);
          expect(read.one).not.toBe(read.other);
        } else {
          expect(read).toMatchObject({ kind: "moment", day: serial });
          if (read.kind === "moment" && read.order) expect(read.order).toBe(style.order);
        }
      }),
      500,
    );
  });
});

/** Tiers as they are typed into a cell, with either decimal sign. */
function writtenTiers(tiers: readonly Tier[], sign: DecimalSign): string {
  const show = (value: Decimal) => value.toFixed().replace(".", sign);
  return tiers
    .map(
      ({ upTo, unitPrice, flatFee }) =>
        `${upTo === null ? "*" : show(upTo)}: ${show(unitPrice)} + ${show(flatFee)}`,
    )
    .join("; ");
}

describe("tiers as text", () => {
  const read = (text: string) => {
    const parsed = parseTiersText(text);
    return parsed.ok ? parsed.tiers : undefined;
  };

  it("are read back, with a decimal comma as well, or not guessed", () => {
    check(
      fc.property(tiersTexts(fc.boolean()), signs, (text, sign) => {
        const tiers = read(text)!;
        expect(tierFault(tiers)).toBeUndefined();
        const again = read(writtenTiers(tiers, sign));
        if (again) expect(writtenTiers(again, ".")).toBe(writtenTiers(tiers, "."));
        else expect(writtenTiers(tiers, sign)).not.toMatch(new RegExp(`\\${sign}\\d{1,2}\\b`));
      }),
      500,
    );
  });

  it("hold a quantity in the first tier whose bound it does not pass", () => {
    check(
      fc.property(tiersTexts(fc.boolean()), decimals(6, 4), (text, quantity) => {
        const tiers = read(text)!;
        const index = tierHolding(tiers, quantity);
        const bounds = tiers.map(({ upTo }) => upTo ?? new Decimal(Infinity));
        expect(index).toBe(bounds.findIndex((bound) => bound.greaterThanOrEqualTo(quantity)));
      }),
    );
  });
});
