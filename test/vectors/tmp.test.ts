import { vectorsOf } from "./vector";
import { run } from "./runners";
it("x", () => { const v = vectorsOf("reconciliation").find(v => v.id === "rec-duplicate-number")!; console.log(JSON.stringify(run(v), null, 1)); });
