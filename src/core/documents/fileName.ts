const FORBIDDEN = /[/\\:*?"<>|\p{Cc}]/gu;

/** A text as the name of a file: signs that a file system keeps for itself become _, as does a dot at the end. */
function safeName(text: string): string {
  const name = text.replace(FORBIDDEN, "_").trim().replace(/\.$/, "_");
  return name === "" ? "_" : name;
}

/** Names for the files of one folder; one that is taken, whatever its case, gets a number: “A_1”, then “A_1 (2)”. */
export function fileNames(extension: string): (text: string) => string {
  const taken = new Set<string>();
  return (text) => {
    const name = safeName(text);
    let free = name;
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${name} (${String(copy)})`;
    taken.add(free.toLowerCase());
    return `${free}.${extension}`;
  };
}
