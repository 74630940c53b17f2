import { monthly, seller, type Pack } from "./pack";

export const utilities: Pack = {
  id: "utilities",
  title: "Utilities",
  help: "Readings of a register that passes zero, steps of a tariff, a standing charge.",
  rows: {
    ...seller("Your utility Ltd", "GBP", { name: "VAT 5 %", rate: 0.05 }),
    Customers: [{ customerId: "K1", customerName: "Mill House", city: "Leeds", country: "GB" }],
    Contracts: [monthly("U1", "K1")],
    Meters: [{ meter: "Electricity", aggregation: "Register", digits: 5, unit: "kWh" }],
    Prices: [
      { contractId: "U1", priceId: "U1-DAY", product: "Standing charge", pricingModel: "flat", flatFee: 15 },
      {
        contractId: "U1",
        priceId: "U1-KWH",
        product: "Electricity",
        pricingModel: "graduated",
        meter: "Electricity",
        unit: "kWh",
        tiers: "100: 0.30; *: 0.25",
      },
    ],
    Usage: [
      { contractId: "U1", meter: "Electricity", date: "2026-10-01", quantity: 99850, eventId: "R1" },
      { contractId: "U1", meter: "Electricity", date: "2026-10-31", quantity: 350, eventId: "R2" },
    ],
  },
};
