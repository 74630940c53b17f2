import { nameKey } from "../base/name";
import type { BoundTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import { isBlankCell, viewCell } from "../schema/viewCell";

/** Rows of Contracts or Prices that a column nobody reads says are not in force. */
export interface NotInForce {
  readonly count: number;
  /** The first of the texts that say so. */
  readonly value: string;
}

/** Headers under which a no says that a row does not count. */
const ACTIVE =
  /^(?:is)?(?:active|enabled|inuse|current|live|inforce|valid|aktiv|actif|active|activo|attivo|actief)$/;
const NO = /^(?:n|no|false|0|nein|non|falsch|faux|nee)$/;
const STATE = /status|state$|zustand|etat|estado|stato/;
const ENDED =
  /^(?:not?)?(?:inactive|disabled|expired|old|obsolete|superseded|discontinued|withdrawn|draft|void|cancell?ed|terminated|ended|closed|suspended|paused|inaktiv|gekundigt|beendet|abgelaufen|storniert|entwurf|resilie|expire|termine)$/;

/** A column Active or Status with an N or “inactive” in it; undefined where it says so of no row. */
export function notInForceBy(bound: BoundTable, column: number, header: string): NotInForce | undefined {
  const key = nameKey(header);
  const says = ACTIVE.test(key) ? NO : STATE.test(key) ? ENDED : undefined;
  if (!says) return undefined;
  let count = 0;
  let value: string | undefined;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const cell = viewCell(bound.grid, row, column);
    if (bound.skipped.has(row) || isBlankCell(cell)) continue;
    const text = shownText(cell);
    const said = nameKey(text);
    if (!says.test(said) && !ENDED.test(said)) continue;
    count++;
    value ??= text;
  }
  return value === undefined ? undefined : { count, value };
}
