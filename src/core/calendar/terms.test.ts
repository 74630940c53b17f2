import { dayOf, formatDay, parseIsoDay } from "./day";
import { discountRateOn, parseTerms, termsForms } from "./terms";

function due(terms: string, invoiceDate: string): string {
  const parsed = parseTerms(terms);
  return parsed ? formatDay(parsed.dueDate(parseIsoDay(invoiceDate)!)) : "not understood";
}

describe("parseTerms: when an invoice is due", () => {
  it.each([
    ["Net 30", "2026-01-31", "2026-03-02"],
    ["net30", "2024-01-31", "2024-03-01"],
    [" NET   45 days ", "2026-10-31", "2026-12-15"],
    ["30 days", "2026-10-01", "2026-10-31"],
    ["30 days net", "2026-10-01", "2026-10-31"],
    ["1 day", "2026-12-31", "2027-01-01"],
    ["Net 0", "2026-10-31", "2026-10-31"],
    ["Due on receipt", "2026-10-31", "2026-10-31"],
    ["COD", "2026-10-31", "2026-10-31"],
    ["2/10 Net 30", "2026-09-01", "2026-10-01"],
    ["1.5/10 net 45", "2026-09-01", "2026-10-16"],
    ["2%/10, Net 30", "2026-09-01", "2026-10-01"],
    ["Net 1 month", "2023-01-31", "2023-02-28"],
    ["Net 1 month", "2024-01-31", "2024-02-29"],
    ["net 2 Months", "2026-12-31", "2027-02-28"],
    ["EOM", "2026-02-10", "2026-02-28"],
    ["eom", "2026-10-31", "2026-10-31"],
    ["EOM + 30", "2026-01-15", "2026-03-02"],
    ["EOM+30 days", "2026-01-15", "2026-03-02"],
    ["Net 30 EOM", "2026-01-15", "2026-03-02"],
    ["30 days then EOM", "2026-01-15", "2026-02-28"],
    ["45 days then EOM", "2019-01-15", "2019-03-31"],
    ["15 MFI", "2026-10-31", "2026-11-15"],
    ["15th MFI", "2026-12-01", "2027-01-15"],
    ["15 Prox", "2026-10-01", "2026-11-15"],
    ["31 MFI", "2026-01-15", "2026-02-28"],
    ["30 Prox", "2024-01-15", "2024-02-29"],
    ["10 Prox cut-off 25", "2026-03-25", "2026-04-10"],
    ["10 Prox cut-off 25", "2026-03-26", "2026-05-10"],
    ["10 prox cutoff 25", "2026-12-26", "2027-02-10"],
    ["31 Prox cut-off 20", "2026-12-21", "2027-02-28"],
  ])("%j from %s is due on %s", (terms, invoiceDate, dueDate) => {
    expect(due(terms, invoiceDate)).toBe(dueDate);
  });

  it.each([
    "",
    "Net",
    "Net thirty",
    "Net -30",
    "Net 30.5",
    "soon",
    "32 MFI",
    "0 MFI",
    "15",
    "10 Prox cut-off 32",
    "10 Prox cut-off 0",
    "2/10",
    "2/10 n/30",
    "101/10 Net 30",
    "2/10, 1/20",
    "2/10, 101/20, Net 30",
    "2/10 1/20 Net 30",
    "EOM - 5",
    "Net 30 then",
    "Net 30 Net 60",
    "1 month EOM",
    // Which part would earn it, and of what?
    "30% 2/10 Net 30, 70% Net 60",
    "30% 2/10,1/20 Net 30, 70% Net 60",
    "30% now, 60% Net 60",
  ])("does not understand %j", (terms) => {
    expect(parseTerms(terms)).toBeUndefined();
  });

  it("has parts in the order of their days, and all of it is due with the last", () => {
    const terms = parseTerms("70% Net 60, 30% now")!;
    expect(terms.dueDate(100)).toBe(160);
    const parts = terms
      .instalmentsOf?.(100)
      .map(({ share, dueDate }) => `${share.toString()} ${String(dueDate)}`);
    expect(parts).toEqual(["0.3 100", "0.7 160"]);
    const ends = parseTerms("50% EOM, 50% Net 20")!;
    const after = (day: number) => ends.instalmentsOf?.(day).map(({ dueDate }) => dueDate - day);
    expect([after(dayOf(2026, 1, 10)), after(dayOf(2026, 1, 31))]).toEqual([
      [20, 21],
      [0, 20],
    ]);
  });

  it("names forms that it understands", () => {
    for (const form of termsForms.split(/, | or /)) expect([form, parseTerms(form)]).not.toContain(undefined);
  });
});

describe("parseTerms: the early payment discount", () => {
  it.each([
    ["2/10 Net 30", "0.02", 10],
    ["1.5/10 Net 45", "0.015", 10],
    ["100/5 Net 5", "1", 5],
    ["0/0 Net 30", "0", 0],
  ])("of %j is a fraction of %s within %i days", (terms, rate, days) => {
    expect(parseTerms(terms)?.discounts.map((step) => [step.rate.toString(), step.days])).toEqual([
      [rate, days],
    ]);
  });

  it("has steps, of which a day earns the highest that has not passed", () => {
    const terms = parseTerms("3/5, 2%/10, 1/20, Net 30")!;
    const rates = [5, 6, 10, 11, 20, 21].map((day) => discountRateOn(terms, 100, 100 + day).toString());
    expect(rates).toEqual(["0.03", "0.02", "0.02", "0.01", "0.01", "0"]);
    expect(discountRateOn(terms, 100, 112, 2).toString()).toBe("0.02");
    expect(terms.dueDate(100)).toBe(130);
  });

  it.each(["Net 30", "COD", "EOM", "15 MFI"])("does not exist in %j", (terms) => {
    expect(parseTerms(terms)?.discounts).toEqual([]);
  });
});
