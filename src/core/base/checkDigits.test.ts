import { isGs1Number, isIban, isLuhn, isModulo11, modulo97 } from "./checkDigits";

it.each([
  [isGs1Number, "4012345000009", "4012345000008"],
  [isModulo11, "923609016", "923609017"],
  [isLuhn, "5567321707", "5567321708"],
  [isIban, "DE89370400440532013000", "DE89370400440532013001"],
  [isIban, "CH9300762011623852957", "CH9300762011623852975"],
  [isIban, "MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001"],
])("%p takes %s and not %s", (isRight, right, wrong) => {
  expect([isRight(right), isRight(wrong), isRight(""), isRight("A-1")]).toEqual([true, false, false, false]);
});

it("counts modulo 97 exactly where a double cannot", () => {
  expect(modulo97("370400440532013000131489")).toBe(Number(370400440532013000131489n % 97n));
});
