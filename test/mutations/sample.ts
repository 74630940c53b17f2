import { mutations, tryOne, type Trial, type Verdict } from "./trial";

const books = Number(process.env.RATEBOOK_MUTATED_BOOKS ?? 320);
const seed = Number(process.env.RATEBOOK_MUTATION_SEED ?? 1);

const verdicts: readonly Verdict[] = ["same", "said", "silent", "false alarm"];

/** How often each kind came to which end, as a table. */
function tableOf(trials: readonly Trial[]): string {
  const rows = mutations.map(({ kind, effect }) => {
    const of = trials.filter(({ kinds }) => kinds.includes(kind));
    const counts = verdicts.map((verdict) => of.filter((trial) => trial.verdict === verdict).length);
    return [kind.padEnd(48), effect.padEnd(14), ...counts.map((count) => String(count).padStart(12))].join(
      "",
    );
  });
  const head = ["".padEnd(62), ...verdicts.map((verdict) => verdict.padStart(12))].join("");
  return [head, ...rows].join("\n");
}

const told = ({ seed: name, book, kinds, story }: Trial) => `${name} ${book}: ${kinds.join(" + ")}: ${story}`;

/** Tests one half of the books; the halves are two files, for two workers. */
export function testHalf(half: 0 | 1): void {
  const [from, to] = [Math.ceil((books * half) / 2), Math.ceil((books * (half + 1)) / 2)];
  test(`mutated books ${String(from)} to ${String(to)} are billed right or say what is wrong`, async () => {
    const trials: Trial[] = [];
    for (let index = from; index < to; index++) trials.push(await tryOne(seed, index));
    if (process.env.RATEBOOK_MUTATED_BOOKS !== undefined) process.stdout.write(`${tableOf(trials)}\n`);
    expect(trials).toHaveLength(to - from);
    expect(trials.filter(({ verdict }) => verdict === "silent").map(told)).toEqual([]);
    expect(trials.filter(({ verdict }) => verdict === "false alarm").map(told)).toEqual([]);
    const untried = mutations.filter(({ kind }) => !trials.some(({ kinds }) => kinds.includes(kind)));
    expect(to - from < 2 * mutations.length ? [] : untried.map(({ kind }) => kind)).toEqual([]);
  });
}
