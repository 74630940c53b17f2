import { FOREVER } from "../oracle/periods";
import { day, isoOf, lastOfMonth, month, monthText, type Day, type Span } from "../year/day";
import type { Aggregation, Contract, Price, SimulatedYear, TaxCode } from "../year/simulatedYear";
import { withCustomer } from "./customer";
import { drawOf, type Draw } from "./draw";
import type { Features } from "./features";
import { withTerms } from "./terms/rules";
import { feeTerms, usageTerms, versionsOf } from "./prices";
import { usageOf } from "./usage";

const FIRST_MONTHS = { least: "2023-09", most: "2027-06" };

function taxCodesOf(draw: Draw, firstDay: Day): readonly TaxCode[] {
  const reduced = { code: "R", rate: "0.09" };
  const several = [
    { code: "G", rate: "0.05" },
    { code: "P", rate: "0.09975" },
  ];
  if (!draw.may("taxChange", 0.5))
    return [{ code: "V", rate: draw.of(["0.2", "0.0825", "0.19"]) }, reduced, ...several];
  const change = firstDay + draw.whole(20, 300);
  return [
    { code: "V", rate: "0.2", to: isoOf(change - 1) },
    { code: "V", rate: "0.22", from: isoOf(change) },
    reduced,
    ...several,
  ];
}

type Frame = Omit<SimulatedYear, "contracts">;

/** Invoices that are rounded once and hold several contracts leave the cents of each open: never both. */
function roundingAndGrouping(draw: Draw): Pick<SimulatedYear, "lineRounding" | "taxRounding" | "grouping"> {
  const lineRounding = draw.may("invoiceRounding", 0.12);
  const grouping = draw.may("grouping", 0.15);
  return {
    ...(lineRounding ? { lineRounding: "invoice" } : {}),
    ...(draw.may("taxPerLine", 0.3) ? { taxRounding: "line" } : {}),
    ...(grouping && !lineRounding ? { grouping: "customer" } : {}),
  };
}
type Terms = Omit<Contract, "prices" | "usage">;

function contractTerms(draw: Draw, id: string, frame: Frame): Terms {
  const first = day(`${frame.firstRun}-01`);
  const start = draw.may("startInside", 0.6) ? first + draw.whole(1, 100) : first;
  const lastDay = lastOfMonth(month(frame.firstRun) + frame.runs - 1);
  const anchor = draw.may("anchors", 0.5) ? draw.whole(2, 31) : 1;
  const frequency: Contract["frequency"] = draw.may("longPeriods", 0.25)
    ? draw.of<Contract["frequency"]>(["Quarterly", "Quarterly", "Semiannual", "Annual"])
    : "Monthly";
  return {
    id,
    start: isoOf(start),
    ...(draw.may("endInside", 0.3) ? { end: isoOf(draw.whole(start + 5, lastDay)) } : {}),
    anchor,
    frequency: draw.may("oneTime", 0.06) ? "One-time" : frequency,
    currency: draw.may("currencies", 0.3) ? draw.of(["JPY", "KWD", "EUR"]) : "USD",
    ...(frame.taxCodes.length > 0 ? { taxCode: "V" } : {}),
  };
}

function feesOf(draw: Draw, terms: Terms, life: Span, frame: Frame): Price[] {
  const count = draw.whole(0, 2);
  return Array.from({ length: count }, (_, at) => {
    const product = `Fee ${String(at + 1)}`;
    const shared = {
      ...(draw.may("arrears", 0.3) ? { timing: "Arrears" as const } : {}),
      ...(draw.may("noProration", 0.15) ? { proration: "None" as const } : {}),
      ...(frame.taxCodes.length > 0 && draw.chance(0.2) ? { taxCode: "R" } : {}),
    };
    const changes = draw.may("feeChange", 0.35) && terms.frequency !== "One-time";
    return versionsOf(draw, life, changes, (version) => ({
      id: `F${String(at + 1)}.${String(version + 1)}`,
      product,
      ...feeTerms(draw, terms.currency),
      ...shared,
    }));
  }).flat();
}

/** A peak is one amount of the period: what is cut by days, and tiers of its own in each part, do not go with it. */
function gatheredPrice(draw: Draw, currency: string): Omit<Price, "id" | "product"> {
  return {
    model: "per_unit",
    unitPrice: draw.decimal(0, 12, currency === "JPY" ? 0 : 4),
    ...(draw.may("included", 0.4) ? { included: String(draw.whole(1, 60)) } : {}),
  };
}

function usagePricesOf(draw: Draw, terms: Terms, life: Span): Price[] {
  const count = draw.whole(0, 2);
  return Array.from({ length: count }, (_, at) => {
    const product = `Meter ${String(at + 1)}`;
    const peaks = draw.may("peaks", 0.12);
    const others = draw.may("otherMeters", 0.12);
    const averages = draw.may("averages", 0.12);
    const aggregation = peaks
      ? "Max"
      : others
        ? draw.of<Aggregation>(["Count", "Latest"])
        : averages
          ? draw.of<Aggregation>(["Average", "Unique"])
          : undefined;
    const mirror = draw.may("mirror", 0.1) && aggregation === undefined;
    return versionsOf(draw, life, draw.may("usageChange", 0.3), (version): Price => {
      const drawn = usageTerms(draw, terms.currency);
      const gathered = gatheredPrice(draw, terms.currency);
      return {
        id: `U${String(at + 1)}.${String(version + 1)}`,
        product,
        ...(aggregation !== undefined
          ? { ...gathered, aggregation }
          : mirror
            ? { model: "per_unit", unitPrice: gathered.unitPrice ?? "1.5", negative: "Mirror" as const }
            : drawn),
      };
    });
  }).flat();
}

/** An amount near what the contract costs, so that it is now reached and now missed. */
function commitmentOf(draw: Draw, currency: string): Pick<Contract, "commitment"> {
  const digits = currency === "JPY" ? 0 : 2;
  const ofPeriod = draw.may("commitmentOfPeriod", 0.15);
  const ofYear = draw.may("commitmentOfYear", 0.15);
  const amounts = [draw.decimal(50, 1500, digits), draw.decimal(500, 12_000, digits)] as const;
  if (ofPeriod) return { commitment: { amount: amounts[0], period: "Billing period" } };
  return ofYear ? { commitment: { amount: amounts[1], period: "Contract year" } } : {};
}

/** Late rows of which there may be less than was billed are a finding and no bill; those of Mirror may be either. */
const mayBeLate = ({ prices }: Contract, product: string) =>
  prices.every(
    ({ product: of, aggregation, negative }) =>
      of !== product || !(aggregation === "Latest" || aggregation === "Average" || negative !== undefined),
  );

/** Across the end of a contract year a minimum, a tier or an included quantity has no agreed share: unit prices alone. */
function countedByDate(price: Price): Price {
  const { id, product, from, to, unitPrice = "1.5" } = price;
  return {
    id,
    product,
    model: "per_unit",
    unitPrice,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

const yearEndsWithPeriod = ({ start, anchor }: Terms) => start.endsWith("-01") && anchor === 1;

function contractOf(draw: Draw, id: string, frame: Frame): Contract {
  const terms = contractTerms(draw, id, frame);
  const life = { from: day(terms.start), to: terms.end === undefined ? FOREVER : day(terms.end) };
  const fees = feesOf(draw, terms, life, frame);
  const drawnCommitment = commitmentOf(draw, terms.currency);
  // What counts towards a commitment where only invoices are rounded stands nowhere.
  const commitment = frame.lineRounding === undefined ? drawnCommitment : {};
  const isCut = commitment.commitment?.period === "Contract year" && !yearEndsWithPeriod(terms);
  const drawnPrices = usagePricesOf(draw, terms, life);
  const usagePrices = isCut ? drawnPrices.map(countedByDate) : drawnPrices;
  if (terms.frequency === "One-time") {
    const prices =
      fees.length > 0 ? fees : [{ id: "F", product: "Fee", model: "flat" as const, flatFee: "75" }];
    return { ...terms, prices, usage: [] };
  }
  const drawn = [...fees, ...usagePrices];
  const prices =
    drawn.length > 0 ? drawn : [{ id: "F", product: "Fee", model: "flat" as const, flatFee: "99" }];
  const contract: Contract = { ...terms, ...commitment, prices, usage: [] };
  const lastRun = month(frame.firstRun) + frame.runs - 1;
  const products = [...new Set(usagePrices.map(({ product }) => product))];
  return {
    ...contract,
    usage: products.flatMap((product) =>
      usageOf(draw, contract, { product, lastRun, mayBeLate: mayBeLate(contract, product) }),
    ),
  };
}

/** What was added to years later: each with draws of its own, so that no other is moved. */
function withLaterTerms(frame: Frame, later: (name: string) => Draw): Frame {
  const cash = later("cash");
  const isOfOneInvoice = frame.lineRounding !== undefined || frame.grouping !== undefined;
  const isParent = later("parents").may("parents", 0.1) && !isOfOneInvoice;
  const mayBeGross =
    !isOfOneInvoice && !isParent && frame.taxRounding === undefined && frame.taxCodes.length > 0;
  const isGross = later("gross").may("grossPrices", 0.3) && mayBeGross;
  return {
    ...frame,
    ...(cash.may("cash", 0.12) ? { cash: { currency: "USD", unit: cash.of(["0.05", "0.1", "1"]) } } : {}),
    ...(later("instalments").may("instalments", 0.1) ? { instalments: true } : {}),
    ...(isParent ? { grouping: "parent" } : {}),
    ...(isGross ? { pricesIncludeTax: true } : {}),
    ...(later("grants after tax").may("grantsAfterTax", 0.3) ? { grantsAfterTax: true } : {}),
  };
}

/** The year of a seed, of one to three contracts or of so many. */
export function generateYear(seed: number, features: Features, contracts?: number): SimulatedYear {
  const draw = drawOf(`year ${String(seed)}`, features);
  const later = (name: string) => drawOf(`year ${String(seed)} ${name}`, features);
  const firstRun = monthText(draw.whole(month(FIRST_MONTHS.least), month(FIRST_MONTHS.most)));
  const drawn: Frame = {
    firstRun,
    runs: draw.whole(12, 14),
    ahead: draw.may("ahead", 0.3),
    basis: draw.may("thirty360", 0.2) ? "30/360" : "actual",
    taxCodes: draw.may("tax", 0.3) ? taxCodesOf(draw, day(`${firstRun}-01`)) : [],
    ...(draw.may("halfEven", 0.15) ? { rounding: "half_even" as const } : {}),
    ...roundingAndGrouping(draw),
  };
  const count = draw.whole(1, 3);
  const frame = withLaterTerms(drawn, later);
  const year = {
    ...frame,
    contracts: Array.from({ length: contracts ?? count }, (_, at) =>
      withTerms(contractOf(draw, `C${String(at + 1)}`, frame), frame, features, `year ${String(seed)}`),
    ),
  };
  return withCustomer(year, later("customer"));
}
