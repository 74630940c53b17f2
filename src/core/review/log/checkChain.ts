import { groupBy } from "../../base/groupBy";
import { runNumberOf } from "../../documents/runOrder";
import { reviewFinding, type ReviewFinding } from "../finding";
import type { ChainRow } from "./chainRows";

/** Rows whose cells are not those that their hash was made of. */
function altered(table: string, rows: readonly ChainRow[]): ReviewFinding[] {
  return rows
    .filter(({ hash, computedHash }) => hash !== computedHash)
    .map((row) =>
      reviewFinding("LOG_ALTERED", {
        table,
        key: row.runId,
        column: "Hash",
        at: row.at("hash"),
        expected: row.computedHash,
        found: row.hash,
      }),
    );
}

/** Rows that follow the same row: two people went on from one copy. */
function forked(table: string, rows: readonly ChainRow[]): ReviewFinding[] {
  return [...groupBy(rows, ({ previousHash }) => previousHash).values()]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      group.map((row) =>
        reviewFinding("LOG_FORKED", {
          table,
          key: row.runId,
          column: "Previous hash",
          at: row.at("previousHash"),
          found: row.previousHash,
          message: `${group.map(({ runId, texts }) => `${runId} by ${texts.get("who") ?? ""}`).join(" and ")} follow the same row of ${table}`,
        }),
      ),
    );
}

/** Why a row does not follow the one above it; nothing where the row it names is simply higher up or two name it. */
function brokenLink(
  table: string,
  row: ChainRow,
  above: ChainRow | undefined,
  byHash: ReadonlyMap<string, ChainRow>,
): ReviewFinding | undefined {
  const expected = above?.hash ?? "";
  if (row.previousHash === expected) return undefined;
  const details = {
    table,
    key: row.runId,
    column: "Previous hash",
    at: row.at("previousHash"),
    expected,
    found: row.previousHash,
  };
  if (row.previousHash === "" || byHash.has(row.previousHash)) return reviewFinding("LOG_REORDERED", details);
  const [number, before] = [runNumberOf(row.runId), above && runNumberOf(above.runId)];
  const isWhole = above !== undefined && number !== undefined && before !== undefined && number - before <= 1;
  // With no Run ID between them the row above is there, and says something else than it did.
  return isWhole
    ? reviewFinding("LOG_ALTERED", { ...details, at: above.at("hash"), key: above.runId, column: "Hash" })
    : reviewFinding("LOG_MISSING", {
        ...details,
        message: `a row of ${table} before ${row.runId} is gone: the row above has another hash than Previous hash names`,
      });
}

/** What is wrong with a chain: rows altered, gone, in another order, or two that follow one. */
export function checkChain(table: string, rows: readonly ChainRow[]): ReviewFinding[] {
  // What somebody typed between or below them, without hashes, is no link: it is told, and those around it hold.
  const linked = rows.filter(({ hash, previousHash }) => hash !== "" || previousHash !== "");
  const byHash = new Map(linked.map((row) => [row.hash, row]));
  const forks = forked(table, linked);
  const inFork = new Set(forks.map(({ cell }) => cell));
  const links = linked.flatMap((row, index) => brokenLink(table, row, linked[index - 1], byHash) ?? []);
  // Of two rows that follow one the second cannot stand right below it.
  const others = links.filter(({ cell, code }) => code !== "LOG_REORDERED" || !inFork.has(cell));
  const said = altered(table, rows);
  const known = new Set(said.map(({ key, cell }) => `${key} ${cell}`));
  return [...said, ...forks, ...others.filter(({ key, cell }) => !known.has(`${key} ${cell}`))];
}
