import { aggregateReadings, aggregations, drawDown, one, trueUp } from "../../core/api";
import { answer, cellNumber, spill } from "../cells/answer";
import { readNumbers } from "../cells/column";
import { notFound } from "../cells/fault";
import { readMeteredRows } from "../cells/meteredRows";
import { atLeastZero, readChoice, readNumber, readOptionalNumber } from "../cells/read";

/**
 * How metered rows become one quantity.
 * @customenum {string}
 */
enum UsageAggregation {
  /** All quantities added. */
  sum = "sum",
  /** Number of rows. */
  count = "count",
  /** Greatest quantity. */
  max = "max",
  /** Quantity of the latest date and time, then of the lower row. */
  latest = "latest",
  /** Number of different keys. */
  unique = "unique",
  /** Sum divided by the number of rows. */
  average = "average",
}

/** What has no answer where no row matches. */
const needsRows: readonly string[] = ["max", "latest", "average"];

/**
 * One quantity out of metered rows: sum, count, max, latest, unique or average of the rows that match. Example: =BILLING.METER_USAGE(D2:D500, "sum", A2:A500, "ACME")
 * @customfunction METER_USAGE
 * @helpurl https://localhost:3000/help/METER_USAGE.html
 * @remarks All ranges are columns of the same size, row by row the same usage. Rows with a blank quantity are skipped; negative quantities are corrections. Customers and meters compare without case. Only rows that match are read, so a wrong figure of another customer does no harm. Without a matching row sum, count and unique are 0.
 * @param quantities Units of each row; negative is a correction. Example: D2:D500
 * @param [aggregation] What becomes of the rows; default sum. Example: "max"
 * @param [customers] Customer of each row. Example: A2:A500
 * @param [customer] Customer whose rows count; default all. Example: "ACME"
 * @param [meters] Meter of each row. Example: B2:B500
 * @param [meter] Meter whose rows count; default all. Example: "API calls"
 * @param [dates] Date of each row. Example: C2:C500
 * @param [from] First day that counts; default no limit. Example: DATE(2026,10,1)
 * @param [to] Last day that counts, included; default no limit. Example: DATE(2026,10,31)
 * @param [keys] What unique counts, in each row; blank counts as nothing. Example: E2:E500
 * @returns Quantity in the unit of the rows.
 * @throws #VALUE! A quantity that is no number, ranges of different sizes, a name without its range, unique without keys.
 * @throws #N/A No row matches, for max, latest and average.
 * @example =BILLING.METER_USAGE({10;20;30},"sum",{"Acme";"Zenith";"ACME"},"acme") → 40 | Both rows of Acme.
 * @example =BILLING.METER_USAGE({5;9;7},"latest",,,,,{46296;46300;46298}) → 9 | The reading of the latest date.
 */
export function meterUsage(
  quantities: unknown[][],
  aggregation?: UsageAggregation,
  customers?: unknown[][],
  customer?: unknown,
  meters?: unknown[][],
  meter?: unknown,
  dates?: unknown[][],
  from?: unknown,
  to?: unknown,
  keys?: unknown[][],
): unknown {
  return answer(() => {
    const how = readChoice("aggregation", aggregation, aggregations, "sum");
    const ranges = { quantities, customers, customer, meters, meter, dates, from, to, keys };
    const { readings, rows } = readMeteredRows(ranges, how);
    if (rows.length > 0) return cellNumber(aggregateReadings(readings, rows, how));
    if (needsRows.includes(how)) throw notFound(`No row matches, so there is no ${how}.`);
    return 0;
  });
}

/**
 * What is missing to a minimum commitment: commitment × elapsed fraction − billed, never below 0. Example: =BILLING.COMMIT_TRUE_UP(B2, C2)
 * @customfunction COMMIT_TRUE_UP
 * @helpurl https://localhost:3000/help/COMMIT_TRUE_UP.html
 * @remarks Billed may be negative where credits exceed charges; the shortfall is then greater than the commitment.
 * @param billed Amount billed so far in currency; negative for credits. Example: 412.3
 * @param commitment Minimum commitment of the whole period in currency, at least 0. Example: 500
 * @param [elapsedFraction] Share of the commitment period that counts, as a fraction; default 1. Example: 0.5
 * @returns Amount still to be billed, not rounded.
 * @throws #VALUE! An amount that is no number, a commitment or fraction below 0.
 * @example =BILLING.COMMIT_TRUE_UP(412.3,500) → 87.7 | 87.70 are missing to 500.00.
 * @example =BILLING.COMMIT_TRUE_UP(300,500,0.5) → 0 | Half of the commitment is 250, and 300 are billed.
 */
export function commitTrueUp(billed: unknown, commitment: unknown, elapsedFraction?: unknown): unknown {
  return answer(() => {
    const promised = readNumber("commitment", commitment, atLeastZero);
    const share = readOptionalNumber("elapsedFraction", elapsedFraction, one, atLeastZero);
    return cellNumber(trueUp(promised.times(share), readNumber("billed", billed)));
  });
}

/**
 * Uses up prepaid credit charge by charge: what is taken from the credit, what of it remains and what is left to pay. Example: =BILLING.DRAWDOWN(500, B2:B20)
 * @customfunction DRAWDOWN
 * @helpurl https://localhost:3000/help/DRAWDOWN.html
 * @remarks Charges take from the credit in row order. A blank charge has a blank row.
 * @param openingCredit Credit before the first charge in currency, at least 0. Example: 500
 * @param charges Charges in currency, at least 0, in order. Example: B2:B20
 * @returns A header row, then for each charge: Applied, Remaining, Payable.
 * @throws #VALUE! A credit or charge that is no number or below 0.
 * @example =BILLING.DRAWDOWN(100,{60;70}) → {"Applied","Remaining","Payable";60,40,0;40,0,30} | The second charge finds 40 left and leaves 30 to pay.
 * @example =BILLING.DRAWDOWN(0,{25}) → {"Applied","Remaining","Payable";0,0,25} | Without credit all of it is payable.
 */
export function drawdown(openingCredit: unknown, charges: unknown[][]): unknown[][] {
  return answer(() => {
    const credit = readNumber("openingCredit", openingCredit, atLeastZero);
    const amounts = readNumbers("charges", charges, atLeastZero);
    const steps = drawDown(
      credit,
      amounts.filter((amount) => amount !== undefined),
    );
    let step = 0;
    return spill(
      ["Applied", "Remaining", "Payable"],
      amounts.map((amount) => {
        if (amount === undefined) return ["", "", ""];
        const { applied, remaining, payable } = steps[step++]!;
        return [applied, remaining, payable];
      }),
    );
  });
}
