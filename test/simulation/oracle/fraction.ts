function divisorOf(a: bigint, b: bigint): bigint {
  let [high, low] = [a < 0n ? -a : a, b];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}

/** An exact number: nothing the oracle reckons is ever rounded before a rule says so. */
export class Fraction {
  static readonly zero = new Fraction(0n);

  private constructor(
    private readonly top: bigint,
    private readonly bottom = 1n,
  ) {}

  /** `of("12.5")`, `of(3)` */
  static of(value: string | number | bigint): Fraction {
    const [whole = "0", decimals = ""] = String(value).split(".");
    return Fraction.reduced(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }

  static sum(parts: readonly Fraction[]): Fraction {
    return parts.reduce((total, part) => total.plus(part), Fraction.zero);
  }

  private static reduced(top: bigint, bottom: bigint): Fraction {
    const common = divisorOf(top, bottom);
    return new Fraction(top / common, bottom / common);
  }

  plus(other: Fraction): Fraction {
    return Fraction.reduced(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.top, other.bottom));
  }

  times(other: Fraction): Fraction {
    return Fraction.reduced(this.top * other.top, this.bottom * other.bottom);
  }

  over(other: Fraction): Fraction {
    const inverse =
      other.top < 0n ? new Fraction(-other.bottom, -other.top) : new Fraction(other.bottom, other.top);
    return this.times(inverse);
  }

  isAbove(other: Fraction): boolean {
    return this.top * other.bottom > other.top * this.bottom;
  }

  negated(): Fraction {
    return new Fraction(-this.top, this.bottom);
  }

  get isZero(): boolean {
    return this.top === 0n;
  }

  least(other: Fraction): Fraction {
    return this.isAbove(other) ? other : this;
  }

  most(other: Fraction): Fraction {
    return this.isAbove(other) ? this : other;
  }

  /** Started wholes: 2.1 is 3. */
  roundedUp(): Fraction {
    const whole = this.top / this.bottom;
    return new Fraction(whole * this.bottom < this.top ? whole + 1n : whole);
  }

  /** Whole ones that are full: 2.9 is 2, −2.1 is −3. */
  roundedDown(): Fraction {
    return this.negated().roundedUp().negated();
  }

  /** To that many decimals; a tie away from zero, or to the even digit. */
  rounded(digits: number, ties?: "half_even"): Fraction {
    const scale = 10n ** BigInt(digits);
    const size = this.top < 0n ? -this.top : this.top;
    const doubled = 2n * size * scale + this.bottom;
    const up = doubled / (2n * this.bottom);
    const isTie = doubled % (2n * this.bottom) === 0n;
    const units = isTie && ties === "half_even" && up % 2n === 1n ? up - 1n : up;
    return Fraction.reduced(this.top < 0n ? -units : units, scale);
  }

  /** What has that many decimals, as text. */
  text(digits: number): string {
    const units = this.rounded(digits)
      .times(Fraction.of(10n ** BigInt(digits)))
      .top.toString();
    const isNegative = units.startsWith("-");
    const figures = units.replace("-", "").padStart(digits + 1, "0");
    const whole = figures.slice(0, figures.length - digits);
    return `${isNegative ? "-" : ""}${whole}${digits === 0 ? "" : `.${figures.slice(-digits)}`}`;
  }
}

/** Decimals of the money of a currency. */
export const digitsOf = (currency: string): number => ({ JPY: 0, KWD: 3, BHD: 3 })[currency] ?? 2;
