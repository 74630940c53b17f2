import { overlaps, type Period } from "../calendar/period";
import { connected } from "./connected";

const days = (from: number, to: number): Period => ({ from, to });
const within = (months: readonly Period[]) => (line: Period) =>
  months.filter((month) => overlaps(month, line));

describe("connected", () => {
  it("keeps apart what no pair crosses and joins what one does", () => {
    const months = [days(1, 31), days(32, 59), days(60, 90)];
    const lines = [days(15, 45), days(60, 90), days(100, 120)];
    expect(connected(months, lines, within(months))).toEqual([
      { left: [months[0], months[1]], right: [lines[0]] },
      { left: [months[2]], right: [lines[1]] },
      { left: [], right: [lines[2]] },
    ]);
  });

  it("joins two lines by the month that both bill", () => {
    const month = days(1, 31);
    const lines = [days(1, 20), days(10, 31)];
    expect(connected([month], lines, within([month]))).toEqual([{ left: [month], right: lines }]);
  });
});
