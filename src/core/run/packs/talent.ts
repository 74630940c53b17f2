import { monthly, seller, type Pack } from "./pack";

export const talent: Pack = {
  id: "talent",
  title: "Talent",
  help: "A fee on the pay of each placement with a scale of refunds; hours of contractors.",
  rows: {
    ...seller("Your recruiter Ltd", "GBP", { name: "VAT 20 %", rate: 0.2 }),
    Customers: [{ customerId: "K1", customerName: "Osprey Ltd", city: "Hull", country: "GB" }],
    Contracts: [monthly("P1", "K1"), monthly("P2", "K1")],
    Meters: [{ meter: "Hours", aggregation: "Sum", unit: "hour" }],
    Prices: [
      {
        contractId: "P1",
        priceId: "P1-FEE",
        product: "Placement",
        pricingModel: "percentage",
        unitPrice: 0.2,
        refundScale: "30: 1; 60: 0.5; 90: 0.25",
      },
      {
        contractId: "P2",
        priceId: "P2-HOUR",
        product: "Contractors",
        pricingModel: "per_unit",
        meter: "Hours",
        unit: "hour",
        unitPrice: 35,
      },
    ],
    Placements: [
      { placementId: "PL1", contractId: "P1", product: "Placement", start: "2026-10-05", pay: 80000 },
    ],
    Usage: [{ contractId: "P2", meter: "Hours", date: "2026-10-31", quantity: 160, eventId: "W1" }],
  },
};
