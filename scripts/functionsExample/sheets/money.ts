import { check, each, input, plain, spill, step } from "../block";
import { ExampleSheet } from "../sheet";

function rounding(sheet: ExampleSheet): void {
  sheet.block({
    title: "A column of amounts, rounded to cents",
    columns: [
      input("Amount", [1.005, 2.675, -1.005, 19.994], "general"),
      spill("ROUND_MONEY", "ROUND_MONEY({A})", "amount"),
      plain("B", "ROUND(A#,2)", "amount"),
      check("BC"),
    ],
  });
  sheet.block({
    title: "Other currencies, and other ways to round",
    note: "half_even rounds a tie to the even unit, up away from zero, down toward zero.",
    columns: [
      input("Amount", [1_234.5, 1.0005, 2.5, 0.125, 10.001, -10.009], "general"),
      input("Currency", ["JPY", "BHD", "JPY", "USD", "EUR", "EUR"]),
      input("Mode", [null, null, "half_even", "half_even", "up", "down"]),
      each("ROUND_MONEY", "ROUND_MONEY(A#,B#,C#)", "general"),
      plain(
        "D",
        [
          ...["ROUND(A#,0)", "ROUND(A#,3)", "2*ROUND(A#/2,0)", "2*ROUND(A#/2,2)"],
          ...["ROUNDUP(A#,2)", "ROUNDDOWN(A#,2)"],
        ],
        "general",
      ),
      check("DE"),
    ],
  });
}

function taxes(sheet: ExampleSheet): void {
  sheet.block({
    title: "Tax on a column of net amounts at 19 %",
    columns: [
      input("Net", [100, 33.33, 0.05], "amount"),
      spill("TAX_AMOUNT", 'TAX_AMOUNT({A},19%,,"EUR")', "amount"),
      plain("B", "ROUND(A#*19%,2)", "amount"),
      check("BC"),
    ],
  });
  sheet.block({
    title: "Tax on a net amount or within a gross one",
    columns: [
      input("Amount", [8_180, 119, 1_080, 119], "amount"),
      input("Rate", [0.09975, 0.19, 0.1, 0.19], "rate"),
      input("Inclusive", [null, true, true, false], "flag"),
      input("Currency", ["CAD", "EUR", "JPY", null]),
      each("TAX_AMOUNT", "TAX_AMOUNT(A#,B#,C#,D#)", "amount"),
      plain("E", 'ROUND(IF(C#,A#*B#/(1+B#),A#*B#),IF(D#="JPY",0,2))', "amount"),
      check("EF"),
    ],
  });
}

function allocation(sheet: ExampleSheet): void {
  const weights = [1, 1, 1, 4.5];
  const amount = 100;
  const { first } = sheet.block({
    title: "An amount to be split",
    columns: [input("Amount", [amount], "amount")],
  });
  const total = `$A$${String(first)}`;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => (amount * weight) / whole);
  const down = shares.map((share) => Math.floor(share * 100) / 100);
  const rests = shares.map((share, index) => Number((share - down[index]!).toFixed(9)));
  const { first: top, last } = sheet.block({
    title: "Its parts by weight add up to the cent",
    note: "Each share is rounded down; the cents that are left go to the largest remainders, the first of equals.",
    columns: [
      input("Part", ["North", "South", "East", "West"]),
      input("Weight", weights, "general"),
      spill("ALLOCATE", `ALLOCATE(${total},{B})`, "amount"),
      step("Share", `${total}*B#/SUM({$B})`, shares, "decimals"),
      step("Rounded down", "ROUNDDOWN(D#,2)", down, "amount"),
      step("Remainder", "ROUND(D#-E#,9)", rests, "decimals"),
      plain(
        "C",
        `E#+IF(COUNTIF({$F},">"&F#)+COUNTIF($F$#first:F#,F#)<=ROUND((${total}-SUM({$E}))*100,0),0.01,0)`,
        "amount",
      ),
      check("CG"),
    ],
  });
  sheet.block({
    title: "Nothing is lost",
    columns: [
      step("Amount", total, [amount], "amount"),
      step("Sum of the parts", `SUM(C${String(top)}:C${String(last)})`, [amount], "amount"),
      check("AB"),
    ],
    rows: 1,
  });
}

export function moneySheet(): ExampleSheet {
  const sheet = new ExampleSheet(
    "Money",
    "Rounding to a currency, tax, and amounts split so that the parts add up.",
    [18, 18, 16, 18, 18, 16, 16, 10],
  );
  rounding(sheet);
  taxes(sheet);
  allocation(sheet);
  return sheet.finish();
}
