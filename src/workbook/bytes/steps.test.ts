import { finish, finishWithPauses, pauseEvery, type Steps } from "./steps";

function* counting(done: number[], steps: number): Steps<number> {
  for (let step = 0; step < steps; step++) {
    done.push(step);
    yield;
  }
  return done.length;
}

test("steps give the same at once and with pauses", async () => {
  expect(finish(counting([], 5))).toBe(5);
  let pauses = 0;
  const pause = () => void pauses++;
  expect(await finishWithPauses(counting([], 5), pause)).toBe(5);
  expect(pauses).toBe(5);
});

test("what a pause throws ends the work", async () => {
  const done: number[] = [];
  const pause = () => {
    if (done.length === 3) throw new Error("stopped");
    return undefined;
  };
  await expect(finishWithPauses(counting(done, 5), pause)).rejects.toThrow("stopped");
  expect(done).toEqual([0, 1, 2]);
});

test("a rest is taken only when it is due", async () => {
  const clock = jest.spyOn(performance, "now");
  const rests: number[] = [];
  let now = 0;
  clock.mockImplementation(() => now);
  const pause = pauseEvery(10, () => {
    rests.push(now);
    now += 100;
    return Promise.resolve();
  });
  for (const time of [9, 10, 115, 119, 120, 121]) {
    now = Math.max(now, time);
    await pause();
  }
  clock.mockRestore();
  expect(rests).toEqual([10, 120]);
});
