import type { Sha256 } from "../../base/sha256";
import { invoicesTable } from "../../documents/invoices.table";
import type { DocumentRegister } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import { lastHash, runLogTable } from "../../sheets/runLog";
import { reviewFinding, type ReviewFinding } from "../finding";
import { approvalsTable } from "../tables/approvals.table";
import { chainRows, type ChainRow } from "./chainRows";
import { checkChain } from "./checkChain";

/** Both logs of a workbook. */
export interface Logs {
  readonly runLog: readonly ChainRow[];
  readonly approvals: readonly ChainRow[];
  /** Hash of the last row of Run log: who notes it elsewhere can prove what stood above it. */
  readonly head: string;
}

export function readLogs(snapshot: Snapshot, sha256: Sha256): Logs {
  const runLog = chainRows(runLogTable, snapshot, sha256);
  return { runLog, approvals: chainRows(approvalsTable, snapshot, sha256), head: lastHash(runLog) };
}

const ANCHOR = "approvals ";

/** The parameters of an act that wrote Approvals: what was said, and their last hash. */
export function withAnchor(parameters: string, lastHash: string): string {
  return `${parameters === "" ? "" : `${parameters}; `}${ANCHOR}${lastHash}`;
}

/** The hash of Approvals that a row of Run log ends with. */
function anchorOf({ texts }: ChainRow): string | undefined {
  const last = (texts.get("parameters") ?? "").split("; ").at(-1) ?? "";
  const hash = last.startsWith(ANCHOR) ? last.slice(ANCHOR.length) : "";
  return /^[0-9a-f]{64}$/.test(hash) ? hash : undefined;
}

/** Run log names the last row of Approvals after each act: rows cut off at either end are missed. */
function anchors({ runLog, approvals }: Logs): ReviewFinding[] {
  const hashes = new Set(approvals.map(({ hash }) => hash));
  const named = runLog.flatMap((row) => {
    const hash = anchorOf(row);
    return hash === undefined ? [] : [{ row, hash }];
  });
  const gone = named
    .filter(({ hash }) => !hashes.has(hash))
    .map(({ row, hash }) =>
      reviewFinding("LOG_TRUNCATED", {
        table: approvalsTable.title,
        key: row.runId,
        column: "Hash",
        at: row.at("parameters"),
        expected: hash,
        message: `rows of Approvals are gone: ${row.runId} of Run log ends with one that is not there`,
      }),
    );
  const last = approvals.at(-1);
  const isNamed = !last || named.some(({ hash }) => hash === last.hash);
  return isNamed || gone.length > 0
    ? gone
    : [
        reviewFinding("LOG_TRUNCATED", {
          table: runLogTable.title,
          key: last.runId,
          at: last.at("hash"),
          found: last.hash,
          message: `${last.runId} of Approvals is in no row of Run log`,
        }),
      ];
}

/** Run IDs that something of the workbook bears and that Run log does not have. */
function runsWithoutRow(
  { runLog, approvals }: Logs,
  borne: readonly {
    readonly runId: string;
    readonly found: Pick<ReviewFinding, "table" | "key"> & { readonly at: ReturnType<ChainRow["at"]> };
  }[],
): ReviewFinding[] {
  const known = new Set(runLog.map(({ runId }) => runId));
  const ofApprovals = approvals.map((row) => ({
    runId: row.runId,
    found: { table: approvalsTable.title, key: row.runId, at: row.at("runId") },
  }));
  // Documents of another system may name runs of their own.
  const isOurs = (runId: string) => /^RUN-\d{1,9}$/.test(runId);
  const missing = [...borne, ...ofApprovals].filter(({ runId }) => isOurs(runId) && !known.has(runId));
  const first = new Map(missing.map((gap) => [gap.runId, gap] as const).reverse());
  return [...first.values()].map(({ runId, found }) =>
    reviewFinding("LOG_TRUNCATED", {
      ...found,
      column: "Run ID",
      found: runId,
      message: `Run log has no row of ${runId}`,
    }),
  );
}

/** The Run IDs that documents of the register bear. */
export function runsOf({ invoices, invoicesBound }: DocumentRegister): Parameters<typeof runsWithoutRow>[1] {
  return invoices
    .filter(({ at }) => at.sheet === invoicesBound?.grid.sheet)
    .map(({ runId = "", at, invoiceNumber: key }) => ({
      runId,
      found: { table: invoicesTable.title, key, at },
    }));
}

/** Everything that is wrong with the logs; `head` is what somebody noted, `borne` the Run IDs of the workbook. */
export function checkLogs(
  logs: Logs,
  borne: Parameters<typeof runsWithoutRow>[1] = [],
  head?: string,
): ReviewFinding[] {
  const isInChain = head === undefined || logs.runLog.some(({ hash }) => hash === head.trim().toLowerCase());
  const noted = isInChain
    ? []
    : [
        reviewFinding("LOG_TRUNCATED", {
          table: runLogTable.title,
          at: logs.runLog.at(-1)?.at("hash"),
          expected: head,
          found: logs.head,
          message: "the noted head is in no row of Run log",
        }),
      ];
  return [
    ...checkChain(runLogTable.title, logs.runLog),
    ...checkChain(approvalsTable.title, logs.approvals),
    ...anchors(logs),
    ...runsWithoutRow(logs, borne),
    ...noted,
  ];
}
