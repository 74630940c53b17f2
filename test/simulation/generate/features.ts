/** What a simulated year may hold; each can be left out, to look at the others alone. */
export const features = [
  "anchors",
  "longPeriods",
  "ahead",
  "arrears",
  "startInside",
  "endInside",
  "oneTime",
  "contracted",
  "noProration",
  "thirty360",
  "feeChange",
  "usageChange",
  "tiers",
  "volume",
  "packages",
  "events",
  "included",
  "minimum",
  "maximum",
  "discount",
  "zeroUsage",
  "peaks",
  "otherMeters",
  "late",
  "duplicates",
  "commitmentOfPeriod",
  "commitmentOfYear",
  "currencies",
  "tax",
  "taxChange",
] as const;

export type Feature = (typeof features)[number];
export type Features = ReadonlySet<Feature>;

export const allFeatures: Features = new Set(features);

export const without = (...left: readonly Feature[]): Features =>
  new Set(features.filter((feature) => !left.includes(feature)));

export const only = (...kept: readonly Feature[]): Features => new Set(kept);
