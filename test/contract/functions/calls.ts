import type { Argument, Cell, CellError, FunctionCaller, Shown } from "../../../simulatedExcel";

/** What a call says of the contract, what it is given and what is in the cells afterwards. */
export type CallCase = readonly [
  says: string,
  args: readonly Argument[],
  shows: Cell | readonly (readonly Cell[])[],
];

/** A test for every case of one function; all are called at once. */
export function describeCalls(
  functions: () => FunctionCaller,
  id: string,
  cases: readonly CallCase[],
  title = id,
) {
  describe(title, () => {
    let shown: Shown[] = [];
    beforeAll(async () => {
      shown = await functions().callMany(cases.map(([, args]) => [id, ...args] as const));
    });
    it.each(cases.map(([says, , shows], index) => ({ says, shows, index })))("$says", ({ shows, index }) => {
      expect(asSeen(shown[index]!)).toEqual(shows);
    });
  });
}

/** A cell shows -0 as 0. */
function asSeen(shown: Shown): Shown {
  if (Array.isArray(shown)) return shown.map((row) => row.map((cell) => asSeen(cell) as Cell));
  return shown === 0 ? 0 : shown;
}

/** An error of this kind whose message holds all these words, in any case; a blank may be a hyphen or nothing. */
function fault(error: CellError["error"], words: readonly (string | number)[]): CellError {
  const all = words.map((word) => {
    const literal = String(word).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    return `(?=.*${literal.replaceAll(" ", "[ _-]?")})`;
  });
  const message: unknown = expect.stringMatching(new RegExp(`^${all.join("")}.`, "is"));
  return expect.objectContaining({ error, message }) as CellError;
}

export const invalid = (...words: (string | number)[]) => fault("#VALUE!", words);
export const notFound = (...words: (string | number)[]) => fault("#N/A", words);
export const errorOnly = (error: CellError["error"]) => expect.objectContaining({ error }) as CellError;

export const column = (...cells: Cell[]) => cells.map((cell) => [cell]);

/** The Excel serial of an ISO date. */
export const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
