import { isNearlyNamed } from "./nearNumber";

it.each<readonly [string, string, boolean]>([
  ["INV-2026-00181", "Rechnung INV-2026-00181", true],
  ["INV-2026-00181", "Inv. INV-2026-0181", true],
  ["INV-2026-00181", "Inv. INV-2026-00118", true],
  ["INV-2026-00181", "INV-2026-001812", true],
  ["INV-2026-00181", "INV-2026-00171", true],
  ["INV-2026-00181", "INN-2O26-00181", true],
  ["INV-2026-00181", "RNr. 181 vom 3.10.", true],
  ["INV-2026-00181", "IMV 2026 00811", false],
  ["INV-2026-00181", "payment of 18.10.", false],
  ["INV-2026-00181", "", false],
  ["A-1", "A-2", false],
  ["A-1", "1", false],
])("%s in “%s”: %s", (number, text, expected) => {
  expect(isNearlyNamed(number, text)).toBe(expected);
});
