/** @jest-environment jsdom */
import { act, renderHook } from "@testing-library/react";
import type { Result } from "../state/failure";
import { useLoaded } from "./useLoaded";

/** Loads that are answered when the test says so. */
function slowLoad(): { load: () => Promise<Result<string>>; answer: (value: string) => Promise<void> } {
  let resolve: (result: Result<string>) => void = () => undefined;
  return {
    load: () => new Promise((done) => (resolve = done)),
    answer: (value) => act(() => Promise.resolve(resolve({ ok: true, value }))),
  };
}

describe("what a screen needs", () => {
  it("is that of the last load, whoever asks again from before it", async () => {
    const [first, second] = [slowLoad(), slowLoad()];
    const { result, rerender } = renderHook(({ load }) => useLoaded(load), {
      initialProps: { load: first.load },
    });
    await first.answer("first");
    const againOfFirst = result.current[1];
    rerender({ load: second.load });
    expect(result.current[0]).toEqual({ state: "loading" });
    await second.answer("second");
    act(() => againOfFirst());
    await second.answer("second, again");
    expect(result.current[0]).toEqual({ state: "ready", value: "second, again" });
  });

  it("drops the answer of a load that is overtaken", async () => {
    const [first, second] = [slowLoad(), slowLoad()];
    const { result, rerender } = renderHook(({ load }) => useLoaded(load), {
      initialProps: { load: first.load },
    });
    rerender({ load: second.load });
    await second.answer("second");
    await first.answer("first");
    expect(result.current[0]).toEqual({ state: "ready", value: "second" });
  });
});
