import fc from "fast-check";
import { recordError } from "../../src/taskpane/state/lastError";
import { failureData } from "../../src/taskpane/session/failure";
import { faultDetails } from "../../src/workbook/port/faultDetails";
import { failureOf } from "../../src/workbook/officejs/failures";

const MARK = "Zephyrine Airlines";

/** Messages that quote a cell, also in ways that look like a place in the program. */
const quoting = fc
  .tuple(
    fc.constantFrom("", "cell says ", "x\n    at ", "mail@", "\n"),
    fc.constantFrom("", ":42", " (a.ts:1:2)", "@b.example:7", "\n    at last"),
    fc.string({ maxLength: 6 }),
  )
  .map(([before, after, noise]) => `${before}${MARK}${after}${noise}`);

it("details of a fault hold nothing of its message, whatever the message is", () => {
  fc.assert(
    fc.property(quoting, fc.constantFrom(Error, TypeError, RangeError), (message, Kind) => {
      const fault = new Kind(message);
      const office = Object.assign(new Kind(message), {
        code: "GeneralException",
        debugInfo: { message, errorLocation: "Range.values", statement: "range.values = ...;" },
      });
      const details = [
        faultDetails(fault),
        faultDetails(message),
        failureOf(fault).details,
        failureOf(office).details,
        failureData(fault, "check").details,
        recordError(fault),
      ];
      for (const detail of details) expect(detail).not.toContain(MARK);
      expect(faultDetails(fault)).toMatch(/^\w*Error\n\s*at /);
      expect(failureOf(office).details).toContain("Range.values");
    }),
    { seed: 2026 },
  );
});
