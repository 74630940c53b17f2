import { Decimal } from "../../money/decimal";
import { overCap, sentenceOfCap, type Cap } from "./capReached";

const cap = (before: number, taken: number, now: number): Cap => ({
  limit: new Decimal(1000),
  before: new Decimal(before),
  taken: new Decimal(taken),
  now: new Decimal(now),
});
const show = (figure: Decimal) => figure.toFixed(2);

describe("what a cap of 1,000.00 takes off and gives back", () => {
  it.each([
    ["below it", cap(600, 0, 300), "0.00", undefined],
    ["at it", cap(600, 0, 550), "150.00", "cap reached: 1000.00 − 600.00 billed before − 550.00"],
    ["used up", cap(1000, 150, 348), "348.00", "cap reached: 1000.00 − 1000.00 billed before − 348.00"],
    ["above it, since it was lowered", cap(1200, 0, 30), "30.00", "cap of 1000.00 used up: 0.00 − 30.00"],
    [
      "less, but still at it",
      cap(1000, 300, -200),
      "-200.00",
      "cap reached: 1000.00 − 1000.00 billed before + 200.00",
    ],
    [
      "below it again",
      cap(1000, 300, -400),
      "-300.00",
      "cap of 1000.00 not reached any more: 300.00 taken off before",
    ],
    ["less, though it took nothing", cap(600, 0, -100), "0.00", undefined],
    ["nothing now, though a credit made room", cap(900, 300, 0), "0.00", undefined],
  ])("%s", (_, given, over, sentence) => {
    expect(show(overCap(given))).toBe(over);
    if (sentence !== undefined) expect(sentenceOfCap(given, show)).toBe(sentence);
  });
});
