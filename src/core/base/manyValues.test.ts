import { addAll, largest, smallest } from "./manyValues";

const many = Array.from({ length: 300_000 }, (_, index) => index);

it("takes more values than a call takes arguments", () => {
  expect([smallest(many), largest(many)]).toEqual([0, 299_999]);
  const all: number[] = [-1];
  addAll(all, many);
  expect([all.length, all[0], all.at(-1)]).toEqual([300_001, -1, 299_999]);
});

it("has no bounds where there is nothing", () => {
  expect([smallest([]), largest(new Set())]).toEqual([Infinity, -Infinity]);
});
