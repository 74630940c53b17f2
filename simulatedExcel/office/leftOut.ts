import type { ApiReply } from "./protocol";
import { camel } from "./shape";

/** How an answer lacks a member: it is not there at all, or null. */
export type Lack = "absent" | "null";

/** Members that answers lack, since not every Excel answers all that it is asked for. */
export class LeftOut {
  private readonly members: { readonly path: readonly string[]; readonly lack: Lack }[] = [];

  /** @param member its name, `tabColor`, or the end of its path, `borders/left` */
  add(member: string, lack: Lack): void {
    this.members.push({ path: member.split("/"), lack });
  }

  clear(): void {
    this.members.length = 0;
  }

  /** A reply without these members. */
  takenFrom(reply: ApiReply): ApiReply {
    if (this.members.length === 0) return reply;
    const Results = reply.Results.map((result) => ({ ...result, Value: this.less(result.Value, []) }));
    return { ...reply, Results };
  }

  private less(value: unknown, path: readonly string[]): unknown {
    if (Array.isArray(value)) return value.map((item) => this.less(item, path));
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).flatMap(([name, inner]) => {
      const memberPath = name.startsWith("_") ? path : [...path, camel(name)];
      const lack = name.startsWith("_") ? undefined : this.lackAt(memberPath);
      if (lack === "absent") return [];
      return [[name, lack === "null" ? null : this.less(inner, memberPath)] as const];
    });
    return Object.fromEntries(kept);
  }

  private lackAt(path: readonly string[]): Lack | undefined {
    return this.members.find((member) => {
      const end = path.slice(-member.path.length);
      return end.length === member.path.length && end.every((name, index) => name === member.path[index]);
    })?.lack;
  }
}
