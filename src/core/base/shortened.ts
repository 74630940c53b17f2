/** As much of a text as a sentence or a line bears: beyond so many characters it ends in “…”, and none is halved. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}
