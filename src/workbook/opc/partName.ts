/** Part names are paths without a leading slash, as the members of the zip are named. */

/** The folder of a part with its slash; empty at the root. */
export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

/** The part that holds the relationships of another; of the package itself for "". */
export function relationshipsPartOf(owner: string): string {
  const folder = folderOf(owner);
  return `${folder}_rels/${owner.slice(folder.length)}.rels`;
}

/** The part whose relationships another holds, or undefined when it holds none. */
export function ownerOfRelationships(part: string): string | undefined {
  const match = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(part);
  return match === null ? undefined : match[1]! + match[2]!;
}

/** The part a relationship of `owner` leads to. */
export function resolveTarget(owner: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folderOf(owner) + target;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** How `owner` names `part` in a relationship. */
export function relativeTarget(owner: string, part: string): string {
  const from = folderOf(owner).split("/").slice(0, -1);
  const to = part.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return "../".repeat(from.length - shared) + to.slice(shared).join("/");
}
