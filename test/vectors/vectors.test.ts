import { expectedOf, plain } from "./outcome";
import { run } from "./runners";
import { topics, vectorsOf } from "./vector";

describe.each(topics)("%s", (topic) => {
  it.each(vectorsOf(topic).map((vector) => [vector.id, vector] as const))("%s", (_id, vector) => {
    const outcome = run(vector);
    if (!outcome) {
      throw new Error("NOT EXPRESSIBLE " + vector.model);
    }
    const expected = expectedOf(vector, outcome);
    const found = Object.fromEntries(Object.keys(expected).map((name) => [name, outcome.figures[name]]));
    expect(plain(found)).toEqual(plain(expected));
  });
});
