import { openOfficeHost, type OfficeHost, type OfficeHostOptions } from "./officeHost";

/** A host for each test; afterwards it must have met nothing that it does not know. */
export function freshHostPerTest(options: OfficeHostOptions = {}): () => OfficeHost {
  return hostBetween(beforeEach, afterEach, options);
}

/** The same, one for all tests of a file or a block. */
export function hostForAllTests(options: OfficeHostOptions = {}): () => OfficeHost {
  return hostBetween(beforeAll, afterAll, options);
}

function hostBetween(
  before: jest.Lifecycle,
  after: jest.Lifecycle,
  options: OfficeHostOptions,
): () => OfficeHost {
  let host: OfficeHost | undefined;
  before(async () => {
    host = await openOfficeHost(options);
  });
  after(async () => {
    await host!.close();
    expect(host!.faults).toEqual([]);
  });
  return () => host!;
}
