import { dayOf } from "../../calendar/day";
import { Decimal } from "../../money/decimal";
import { filledText } from "./message";

const figures = {
  customerName: "Möwe & Söhne",
  currency: "EUR",
  invoices: ["INV-1", "INV-2"],
  overdue: new Decimal("1234.5"),
  fee: new Decimal("5"),
  interest: new Decimal("0.75"),
  amountDue: new Decimal("1240.25"),
  level: 2,
  due: dayOf(2026, 10, 5),
  days: 26,
  date: dayOf(2026, 10, 31),
  company: "{amount}",
  bank: "DE02",
};
const text =
  "{customer}: {invoices} {overdue} {fee} {interest} {amount} {level} {due} {days} {date} {company} {bank} {x}";

it.each([
  ["de", "EUR 1.234,50 EUR 5,00 EUR 0,75 EUR 1.240,25 2 05.10.2026 26 31.10.2026"],
  ["fr-CA", "EUR 1\u00a0234,50 EUR 5,00 EUR 0,75 EUR 1\u00a0240,25 2 05/10/2026 26 31/10/2026"],
  ["en", "EUR 1,234.50 EUR 5.00 EUR 0.75 EUR 1,240.25 2 5 Oct 2026 26 31 Oct 2026"],
  [undefined, "EUR 1,234.50 EUR 5.00 EUR 0.75 EUR 1,240.25 2 2026-10-05 26 2026-10-31"],
])("places are filled as %s writes days and amounts", (language, filled) => {
  expect(filledText(text, { ...figures, language })).toBe(
    `Möwe & Söhne: INV-1, INV-2 ${filled} {amount} DE02 {x}`,
  );
});
