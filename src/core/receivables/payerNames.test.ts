import { payerNames } from "./payerNames";

const named = payerNames([
  { customerId: "C1", customerName: "Bäcker Foods GmbH & Co. KG" },
  { customerId: "C2", customerName: "De Vries Handel B.V." },
  { customerId: "C3", customerName: "Heron" },
  { customerId: "C4", customerName: "Heron AG" },
  { customerId: "C5", customerName: "Medienhaus Schleswig-Holstein Verlag" },
  { customerId: "C6", customerName: "Medienhaus Schleswig-Holstein Druck" },
  { customerId: "C7", customerName: "Weißenfels Söhne" },
  { customerId: "C8", customerName: "" },
]);

it.each<readonly [string, readonly string[]]>([
  ["BAECKER FOODS", ["C1"]],
  ["Bäcker Foods GmbH & Co.", ["C1"]],
  ["DE VRIES HANDEL BV", ["C2"]],
  ["Heron GmbH", ["C3", "C4"]],
  ["WEISSENFELS SOEHNE", ["C7"]],
  ["MEDIENHAUS SCHLESWIG-HOLSTEIN V", ["C5"]],
  ["MEDIENHAUS SCHLESWIG-HOLST", ["C6", "C5"]],
  ["Medienhaus Schles", []],
  ["Heron International", []],
  ["GmbH", []],
  ["", []],
])("takes “%s” for %j", (payer, ids) => {
  expect(named(payer)).toEqual(ids);
});
