import { listOf } from "./listOf";

it.each([
  ["A-1, A-2; A 3 ", ["A-1", "A-2", "A 3"]],
  ["; ,", []],
  ["", []],
])("%j lists %j", (text, parts) => {
  expect(listOf(text)).toEqual(parts);
});
