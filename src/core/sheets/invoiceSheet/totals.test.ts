import { Decimal, zero } from "../../money/decimal";
import { Column } from "./columns";
import { amountBeside, rowWith, shownTexts, testLine, testSettings, testSheet } from "./testData";

describe("the totals", () => {
  it("add up from the amounts above them", () => {
    const sheet = testSheet({ lines: [testLine(), testLine({ description: "Storage" })] });
    const firstAmount = rowWith(sheet, "Description") + 2;
    const subtotal = rowWith(sheet, "Subtotal");
    const tax = rowWith(sheet, "VAT 20 %");
    const total = rowWith(sheet, "Total EUR");
    expect(amountBeside(sheet, "Subtotal").value.toString()).toBe("75");
    expect(amountBeside(sheet, "Subtotal").formula).toMatch(
      new RegExp(String.raw`^ROUND\(SUM\(F${String(firstAmount)}:F\d+\),2\)$`),
    );
    expect(sheet.rows[tax]![Column.unitPrice]).toMatchObject({
      value: new Decimal("75"),
      formula:
        "ROUND(SUMPRODUCT(EXACT('Invoice lines'!$P$12:$P$13,\"STD\")*('Invoice lines'!$Q$12:$Q$13=0.2)*'Invoice lines'!$O$12:$O$13),2)",
    });
    expect(amountBeside(sheet, "VAT 20 %")).toMatchObject({
      value: new Decimal("15"),
      formula: `ROUND(E${String(tax + 1)}*0.2,2)`,
    });
    expect(amountBeside(sheet, "Total EUR")).toMatchObject({
      value: new Decimal("90"),
      formula: `ROUND(SUM(F${String(subtotal + 1)}:F${String(tax + 1)}),2)`,
    });
    expect(amountBeside(sheet, "Amount due EUR")).toMatchObject({
      value: new Decimal("90"),
      formula: `F${String(total + 1)}`,
    });
  });

  it("sum all amounts and nothing else", () => {
    const sheet = testSheet({ lines: [testLine(), testLine(), testLine()] });
    const [, first, last] = /SUM\(F(\d+):F(\d+)\)/.exec(amountBeside(sheet, "Subtotal").formula!)!;
    const summed = sheet.rows
      .slice(Number(first) - 1, Number(last))
      .flatMap((row) => row[Column.amount] ?? []);
    expect(summed.map(({ formula }) => formula)).toEqual(
      [12, 13, 14].map((row) => `'Invoice lines'!O${String(row)}`),
    );
  });

  it("round tax on every line where the settings say so", () => {
    const sheet = testSheet({}, { settings: { ...testSettings, taxRounding: "line" } });
    expect(amountBeside(sheet, "VAT 20 %").formula).toBe(
      "ROUND(SUMPRODUCT(EXACT('Invoice lines'!$P$12:$P$12,\"STD\")*('Invoice lines'!$Q$12:$Q$12=0.2)*ROUND('Invoice lines'!$O$12:$O$12*0.2,2)),2)",
    );
  });

  it("have a row for each tax, and the reason where none is charged", () => {
    const net = new Decimal("37.5");
    const standard = {
      taxCode: "STD",
      name: "VAT 20 %",
      rate: new Decimal("0.2"),
      net,
      tax: new Decimal("7.5"),
      exemptionReason: "",
    };
    const exempt = {
      ...standard,
      taxCode: "RC",
      name: "Reverse charge",
      rate: zero,
      tax: zero,
      exemptionReason: "VAT is due from the customer",
    };
    const zeroRated = { ...exempt, taxCode: "Z", name: "Zero rate", exemptionReason: "" };
    const reduced = { ...standard, taxCode: "RED", name: "VAT", rate: new Decimal("0.135") };
    const texts = shownTexts(testSheet({ taxes: [standard, exempt, zeroRated, reduced] }));
    const labels = texts.slice(texts.findIndex((text) => text.includes("Subtotal"))).join("\n");
    expect(labels).toContain("VAT 20 % | 37.5 | 7.5");
    expect(labels).toContain("Reverse charge | 37.5 | 0\nVAT is due from the customer");
    expect(labels).toContain("Zero rate 0 % | 37.5 | 0");
    expect(labels).toContain("VAT 13.5 % | 37.5 | 7.5");
  });

  it("have a row for each of several taxes behind a code, one on top taken of the net and those above", () => {
    const one = (name: string, rate: string, isOnTop: boolean, base: string, tax: string, rest = "0") => ({
      name,
      rate: new Decimal(rate),
      isOnTop,
      base: new Decimal(base),
      tax: new Decimal(tax),
      rest: new Decimal(rest),
    });
    const group = {
      taxCode: "STD",
      name: "GST + PST",
      rate: new Decimal("0.155"),
      net: new Decimal("37.5"),
      tax: new Decimal("5.81"),
      several: [one("GST", "0.05", false, "37.5", "1.88"), one("PST", "0.1", true, "39.38", "3.93", "-0.01")],
      exemptionReason: "",
    };
    const sheet = testSheet({ taxes: [group] });
    const gst = rowWith(sheet, "GST 5 %");
    expect(amountBeside(sheet, "GST 5 %").formula).toBe(`ROUND(E${String(gst + 1)}*0.05,2)`);
    expect(sheet.rows[gst + 1]![Column.unitPrice]!.formula).toMatch(
      new RegExp(`\\+F${String(gst + 1)},2\\)$`),
    );
    expect(amountBeside(sheet, "PST 10 %")).toMatchObject({
      value: new Decimal("3.93"),
      formula: `ROUND(ROUND(E${String(gst + 2)}*0.1,2)-0.01,2)`,
    });
    const byLine = testSheet({ taxes: [group] }, { settings: { ...testSettings, taxRounding: "line" } });
    const amounts = "'Invoice lines'!$O$12:$O$12";
    expect(amountBeside(byLine, "PST 10 %").formula).toContain(
      `ROUND((${amounts}+ROUND(${amounts}*0.05,2))*0.1,2)`,
    );
  });

  it("quote a tax code as Excel wants it", () => {
    const sheet = testSheet({ lines: [testLine({ taxCode: 'A"B' })] });
    expect(sheet.rows[rowWith(sheet, "VAT 20 %")]![Column.unitPrice]!.formula).toContain('"A""B"');
  });

  it("have the decimals of the currency", () => {
    const line = testLine({
      quantity: new Decimal(386231),
      unitPrice: new Decimal("0.18"),
      amount: new Decimal(69522),
    });
    const yen = testSheet({ currency: "JPY", lines: [line] });
    const due = amountBeside(yen, "Amount due JPY");
    expect(due.value.toString()).toBe("83426");
    expect(due.style!.format).toBe('#,##0_)_);"−"#,##0_)_)');
    expect(amountBeside(yen, "API calls").style!.format).toBe('#,##0;"−"#,##0');
    expect(amountBeside(yen, "Subtotal").formula).toMatch(/,0\)$/);
    const dinar = amountBeside(testSheet({ currency: "BHD" }), "Subtotal");
    expect(dinar.style!.format).toBe('#,##0.000;"−"#,##0.000');
    expect(dinar.formula).toMatch(/,3\)$/);
  });
});
