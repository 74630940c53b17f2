import { adjustmentParts } from "./adjustmentParts";
import { contractParts } from "./contractParts";
import { customerParts } from "./customerParts";
import type { InputParts } from "./inputPart";
import { meterParts } from "./meterParts";
import { priceParts } from "./priceParts";
import { exchangeRateParts } from "./exchangeRateParts";
import { indexParts } from "./indexParts";
import { termParts } from "./termParts";
import { taxCodeParts } from "./taxCodeParts";
import { usageParts } from "./usageParts";

/** The inputs that decide a document, a file a table. */
export const inputParts: readonly InputParts[] = [
  contractParts,
  customerParts,
  priceParts,
  termParts,
  meterParts,
  taxCodeParts,
  adjustmentParts,
  indexParts,
  exchangeRateParts,
  (book) => book.settingParts(),
  usageParts,
];
