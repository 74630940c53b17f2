export const list = (names: string): readonly string[] => names.trim().split(/\s*;\s*/);

/** Headers of the columns of tiers, beside their titles: in the Tiers table and in a range of tiers in cells. */
export const tierHeaders = {
  from: ["Min", "Lower", "Lower bound", "Tier start", "Above", "from_value", "starting_unit", "Von", "Ab"],
  upTo: [
    "To",
    "Max",
    "Upper",
    "Tier End",
    "to_value",
    "ending_unit",
    "Threshold",
    "Bis",
    "Staffel bis",
    "Upper bound",
  ],
  band: ["Tier", "Range", "Bracket", "Staffel"],
  unitPrice: [
    "Price",
    "Rate",
    "UnitAmount",
    "UNIT_SELLING_PRICE",
    "ItemRate",
    "per_unit_amount",
    "List Price",
    "ListUnitPrice",
    "Overage Rate",
    "sell_rate",
    "Price per unit",
    "Preis",
    "Einzelpreis",
    "Prix unitaire",
  ],
  flatFee: [
    "flat_amount",
    "Fee",
    "Fixed fee",
    "Base fee",
    "Flat amount",
    "Recurring fee",
    "Monthly fee",
    "Grundgebühr",
  ],
};

/** Those of spreadsheets kept by hand, which mean the field only where no other column does. */
export const looseTierHeaders = {
  unitPrice: list(`
    Unit rate; Click price; Price per click; Hourly rate; Daily rate; Day rate; Per hour; Per day; Stundensatz; Tagessatz; Tagespreis; Price each; Charge per unit; Selling price; Sell price; Net price; Nettopreis; Arbeitspreis; Stückpreis;
    Preis pro Einheit; Preis je Einheit; Prix; Prix HT; Prix unit; PU HT; Prix unitaire HT; Precio; Precio unitario; Prezzo;
    Prezzo unitario; Prijs; Stuksprijs`),
  flatFee: list(`
    MRC; Monthly recurring charge; Recurring charge; Monthly price; Monthly retainer; Per month; Rental; Monthly charge; Monthly rental; Standing charge; Line rental; Base price; Basic fee; Basic charge;
    Subscription fee; Fixed charge; Fixed price; Retainer; Membership fee; Grundpreis; Pauschale; Monatspreis; Monatsgebühr;
    Miete; Abonnement; Abonnement mensuel; Forfait; Cuota fija; Canone; Vaste kosten`),
};
