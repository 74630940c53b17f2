import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import { formatDay, LAST_DAY } from "../../calendar/day";
import type { Contract, Price } from "../../catalog/records";
import { makeIssue, type Issue } from "../../issues/issue";
import type { LintCheck } from "./lintCheck";

/** All that a price charges by, so that two that charge the same are told: what names it, dates it and prints it is no term. */
const termsOf = (price: Price) => {
  const { model, ...all } = price;
  const {
    priceId: _id,
    at: _at,
    service: _days,
    description: _text,
    revenueAccount: _account,
    ...terms
  } = all;
  return JSON.stringify([model.id, terms]);
};

/** Rows of one product of a contract in order of time; pieces of one row are one. */
function rowsOf({ prices }: Contract): Price[][] {
  const recurring = prices.filter(({ isOnce, isFree }) => !isOnce && !isFree);
  const byProduct = groupBy(recurring, ({ product, meter, conditions }) =>
    JSON.stringify([nameKey(product), nameKey(meter), conditions]),
  );
  return [...byProduct.values()].map((group) => [...group].sort((a, b) => a.service.from - b.service.from));
}

function compare(before: Price, after: Price): Issue[] {
  if (before.at.row === after.at.row && before.at.sheet === after.at.sheet) return [];
  const { at, product } = after;
  const gap = after.service.from - before.service.to;
  const value = formatDay(after.service.from);
  if (before.service.to < LAST_DAY && gap > 1) {
    const words = {
      product,
      from: formatDay(before.service.to + 1),
      to: formatDay(after.service.from - 1),
      end: formatDay(before.service.to),
    };
    return [makeIssue("AMENDMENT_GAP", { at, value, words })];
  }
  const isSame = gap === 1 && termsOf(before) === termsOf(after);
  return isSame ? [makeIssue("AMENDMENT_WITHOUT_EFFECT", { at, value, words: { product } })] : [];
}

/** Prices that follow each other with days between them, or that change nothing. */
export const amendments: LintCheck = ({ catalog }) =>
  catalog.contracts.flatMap((contract) =>
    rowsOf(contract).flatMap((rows) => rows.slice(1).flatMap((after, index) => compare(rows[index]!, after))),
  );
