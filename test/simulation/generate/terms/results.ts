import { month, monthOf, monthText } from "../../year/day";
import type { Contract } from "../../year/simulatedYear";
import type { Result } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { daysOf, isOfOnePeriod, mayHaveChain, money } from "./chain";

/** Whether nothing over prices counts the results of a contract. */
export const isAlone = (contract: Contract, frame: Parameters<AddTerm>[2]) =>
  mayHaveChain(contract, frame) &&
  isOfOnePeriod(contract, frame) &&
  (["discounts", "commitments", "commitment", "notToExceed", "rates", "escalations"] as const).every(
    (term) => contract[term] === undefined,
  );

function monthsOf(contract: Contract, frame: Parameters<AddTerm>[2]): string[] {
  const { from, to } = daysOf(contract, frame);
  const first = monthOf(from);
  return Array.from({ length: monthOf(to) - first + 1 }, (_, at) => monthText(first + at));
}

/** A fee per measured value: known in time or later, provisional first and then audited. */
export const results: AddTerm = (contract, draw, frame) => {
  if (!isAlone(contract, frame)) return contract;
  const last = month(frame.firstRun) + frame.runs - 1;
  const rows = monthsOf(contract, frame).flatMap((of): Result[] => {
    const row = (status: Result["status"], delay: number): Result => ({
      product: "Saving",
      month: of,
      value: draw.decimal(10, 900, 2),
      status,
      arrives: monthText(Math.min(last, month(of) + delay)),
    });
    const isLate = draw.chance(0.2);
    const first = row(draw.chance(0.5) ? "Audited" : "Provisional", isLate ? draw.whole(1, 3) : 0);
    return first.status === "Provisional" && draw.chance(0.6)
      ? [first, row("Audited", month(first.arrives) - month(of) + draw.whole(1, 3))]
      : [first];
  });
  const price = {
    id: "V1",
    product: "Saving",
    model: "per_unit" as const,
    unitPrice: draw.of(["0.05", "0.2", "1.5"]),
    measured: true as const,
    ...(draw.chance(0.4) ? { included: String(draw.whole(10, 300)) } : {}),
  };
  return { ...contract, prices: [...contract.prices, price], results: rows };
};

/** Service levels that are known later than their month, or audited since; both change what was given back. */
export const lateServiceLevels: AddTerm = (contract, draw, frame) => {
  if (!contract.prices.some(({ ofProduct }) => ofProduct !== undefined)) return contract;
  const last = month(frame.firstRun) + frame.runs - 1;
  const later = (of: string, least: number) => monthText(Math.min(last, month(of) + draw.whole(least, 3)));
  const results = (contract.results ?? []).flatMap((row): Result[] => {
    const arrives = draw.chance(0.5) ? row.arrives : later(row.arrives, 0);
    if (draw.chance(0.6) || month(arrives) === last) return [{ ...row, arrives }];
    const audited = { ...row, value: draw.of(["99.95", "99.5", "98.2"]), arrives: later(arrives, 1) };
    return [{ ...row, arrives, status: "Provisional" }, audited];
  });
  return { ...contract, results };
};

/** Values that count once their evidence is there, of some of them some runs later or never. */
export const evidenceOfResults: AddTerm = (contract, draw, frame) => {
  if (contract.results === undefined) return contract;
  const last = month(frame.firstRun) + frame.runs - 1;
  return {
    ...contract,
    prices: contract.prices.map((price) =>
      price.measured ? { ...price, evidenceRequired: true as const } : price,
    ),
    results: contract.results.map((row) =>
      draw.chance(0.5)
        ? row
        : {
            ...row,
            evidenceArrives: monthText(
              draw.chance(0.1) ? last + 1 : Math.min(last, month(row.arrives) + draw.whole(0, 3)),
            ),
          },
    ),
  };
};

/** A share of a fee that is given back where a service was worse than promised. */
export const serviceCredits: AddTerm = (contract, draw, frame) => {
  if (!isAlone(contract, frame) || contract.results || frame.basis !== "actual") return contract;
  const rows = monthsOf(contract, frame).map((of): Result => ({
    product: "Uptime",
    month: of,
    value: draw.of(["99.95", "99.9", "99.5", "99", "98.2"]),
    status: "Audited",
    arrives: of,
  }));
  const fee = {
    id: "H1",
    product: "Hosting",
    model: "flat" as const,
    flatFee: money(draw, contract, 50, 900),
  };
  const credit = {
    id: "H2",
    product: "Uptime",
    model: "service_credit" as const,
    ofProduct: "Hosting",
    measured: true as const,
    tiers: [
      { upTo: "99.9", unitPrice: "0", flatFee: "0" },
      { upTo: "99", unitPrice: "0.1", flatFee: "0" },
      { unitPrice: "0.25", flatFee: "0" },
    ],
  };
  return { ...contract, prices: [...contract.prices, fee, credit], results: rows };
};
