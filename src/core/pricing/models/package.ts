import { Decimal, zero } from "../../money/decimal";
import { scaledExactly } from "../events";
import { definePricingModel } from "../model";

export const packageModel = definePricingModel({
  id: "package",
  title: "Package",
  help: "Started packages (quantity ÷ package size, rounded up) × unit price; no usage is no package.",
  needs: ["packageSize", "unitPrice"],
  takes: [],
  isFixed: false,
  tiersAreFees: false,
  chargesZeroUsage: false,
  ratesAreFractions: false,
  countsPackages: true,
  unitsPerLineUnit: ({ packageSize }) => packageSize!,
  rate: (quantity, { packageSize, unitPrice = zero }) => ({
    ok: true,
    parts: [{ tier: "", quantity: quantity.dividedBy(packageSize!).ceil(), unitPrice, flatFee: zero }],
  }),
  rateEvents: ({ scaled, scale }, { packageSize, unitPrice = zero }) => {
    const size = scaledExactly(packageSize!, scale);
    if (size === undefined) return undefined;
    let packages = 0;
    for (let i = 0; i < scaled.length; i++) {
      const quantity = scaled[i]!;
      // Remainder, not division: exact for integers, where a quotient could round up to the next package.
      const rest = quantity % size;
      packages += (quantity - rest) / size + (rest > 0 ? 1 : 0);
    }
    if (packages > Number.MAX_SAFE_INTEGER) return undefined;
    return { ok: true, parts: [{ tier: "", quantity: new Decimal(packages), unitPrice, flatFee: zero }] };
  },
  examples: [
    {
      it: "counts started packages",
      terms: { packageSize: "100", unitPrice: "5" },
      quantity: "201",
      amount: "15",
    },
    {
      it: "fills a package to its last unit",
      terms: { packageSize: "100", unitPrice: "5" },
      quantity: "200",
      amount: "10",
    },
    {
      it: "charges no package without usage",
      terms: { packageSize: "100", unitPrice: "5" },
      quantity: "0",
      amount: "0",
    },
  ],
});
