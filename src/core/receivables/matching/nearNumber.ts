/** Shorter numbers are one character away from too much. */
const SHORTEST_NUMBER = 4;
const SHORTEST_ENDING = 2;
/** A number is written in so many runs of letters or digits at most. */
const MOST_RUNS = 6;

const runsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu) ?? [];
const withoutZeros = (digits: string): string => digits.replace(/^0+/, "");
const isDigits = (run: string): boolean => /^\p{N}+$/u.test(run);

/** Whether two texts differ by one character that is missing, too much, another, or changed places with its neighbour. */
function isOneMistake(written: string, number: string): boolean {
  let at = 0;
  while (at < written.length && written[at] === number[at]) at++;
  const [isOf, isMeant] = [written.slice(at), number.slice(at)];
  return (
    isOf.slice(1) === isMeant.slice(1) ||
    isOf.slice(1) === isMeant ||
    isOf === isMeant.slice(1) ||
    (isOf[0] === isMeant[1] && isOf[1] === isMeant[0] && isOf.slice(2) === isMeant.slice(2))
  );
}

/** What stands in a text as a number could be written, from each of its runs of letters or digits on. */
function* writtenNumbers(text: string, longest: number): Generator<string> {
  const runs = runsOf(text);
  for (let first = 0; first < runs.length; first++) {
    let written = "";
    for (const run of runs.slice(first, first + MOST_RUNS)) {
      written += run;
      if (written.length > longest) break;
      yield written;
    }
  }
}

/**
 * Whether a text names a number but for one mistake, or by its last digits alone: INV-0081 and 181 for INV-00181. It is no
 * more than a hint, which decides among documents that fit in everything else.
 */
export function isNearlyNamed(number: string, text: string): boolean {
  const parts = runsOf(number);
  const compact = parts.join("");
  const runs = runsOf(text);
  const ending = withoutZeros(parts.at(-1) ?? "");
  if (
    ending.length >= SHORTEST_ENDING &&
    isDigits(ending) &&
    runs.some((run) => withoutZeros(run) === ending)
  )
    return true;
  if (compact.length < SHORTEST_NUMBER) return false;
  for (const written of writtenNumbers(text, compact.length + 1))
    if (written.length >= compact.length - 1 && isOneMistake(written, compact)) return true;
  return false;
}
