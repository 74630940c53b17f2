/**
 * Whether texts are found by what was typed: every word of it stands in one of them, in any order and case. No word
 * finds everything.
 */
export function foundBy(search: string): (...texts: readonly string[]) => boolean {
  const words = search.toLowerCase().split(/\s+/);
  return (...texts) => {
    const text = texts.join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
