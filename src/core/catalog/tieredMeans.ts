import { Decimal, sum } from "../money/decimal";
import { formatFigure } from "../money/format";
import type { PricingModel } from "../pricing/model";
import { graduated } from "../pricing/models/graduated";
import { volume } from "../pricing/models/volume";
import { parseTiersText } from "../pricing/tiersText";

const EXAMPLE = "1000: 0.10; *: 0.05";
const QUANTITY = new Decimal(1500);

/** What a model charges for the example: 1,500 units are 125 graduated and 75 by volume. */
function exampleAmount(model: PricingModel): string {
  const read = parseTiersText(EXAMPLE);
  const tiers = read.ok ? read.tiers : [];
  const terms = { tiers, unitPrice: undefined, packageSize: undefined, flatFee: undefined };
  const rated = model.rate(QUANTITY, terms);
  const parts = rated.ok ? rated.parts : [];
  return sum(
    parts.map(({ quantity, unitPrice, flatFee }) => quantity.times(unitPrice).plus(flatFee)),
  ).toFixed(2);
}

/** What “tiered” can mean, by an example, so that a person can choose: the two differ in money. */
export const tieredMeans =
  `Graduated (each unit at the price of its own tier) or Volume (all units at the price of the tier reached): ` +
  `${formatFigure(QUANTITY)} units at ${EXAMPLE} cost ${exampleAmount(graduated)} graduated and ` +
  `${exampleAmount(volume)} by volume`;
