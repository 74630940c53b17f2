import { encodePng, type Pixel } from "./png";

interface Point {
  readonly x: number;
  readonly y: number;
}
type Segment = readonly [Point, Point];

const width = 480;
const height = 128;
const navy = [23, 50, 92] as const;
const white = [255, 255, 255] as const;

/** Strokes on a grid of 4 by 6, as polylines: "x,y x,y". */
const glyphs: Readonly<Record<string, readonly string[]>> = {
  H: ["0,0 0,6", "4,0 4,6", "0,3 4,3"],
  A: ["0,6 2,0 4,6", "0.7,4 3.3,4"],
  R: ["0,6 0,0 2.7,0 4,1 4,2.2 2.7,3.2 0,3.2", "2.2,3.2 4,6"],
  B: ["0,0 0,6 2.8,6 4,5.1 4,3.9 2.8,3 0,3", "0,0 2.6,0 3.6,0.8 3.6,2.2 2.6,3"],
  O: ["1.2,0 2.8,0 4,1.3 4,4.7 2.8,6 1.2,6 0,4.7 0,1.3 1.2,0"],
  U: ["0,0 0,4.7 1.2,6 2.8,6 4,4.7 4,0"],
};

const wordmark = [..."HARBOUR"].flatMap((letter, place) =>
  glyphs[letter]!.flatMap((stroke) => segmentsOf(stroke, { x: 148 + place * 48, y: 40 }, 8)),
);
const disc = { center: { x: 64, y: 64 }, radius: 58 };
const sails = [polygonOf("60,22 60,76 30,76"), polygonOf("66,34 66,76 92,76")];
const waves = ["26,88 38,94 51,88 64,94 77,88 90,94 102,88", "36,102 50,107 64,102 78,107 92,102"].flatMap(
  (stroke) => segmentsOf(stroke, { x: 0, y: 0 }, 1),
);

/** A sailing boat in a disc and the company's name beside it. */
export function drawLogo(): Uint8Array {
  return encodePng(width, height, pixelAt);
}

function pixelAt(x: number, y: number): Pixel {
  const point = { x: x + 0.5, y: y + 0.5 };
  const onDisc = coverage(distance(point, disc.center) - disc.radius);
  const onLetters = coverage(distanceToAny(point, wordmark) - 4);
  const drawing = Math.max(
    coverage(distanceToAny(point, waves) - 2.5),
    ...sails.map((sail) => coverage(outsideBy(point, sail))),
  );
  const blend = (from: number, to: number) => Math.round(from + (to - from) * drawing * onDisc);
  return [
    blend(navy[0], white[0]),
    blend(navy[1], white[1]),
    blend(navy[2], white[2]),
    Math.round(255 * Math.max(onDisc, onLetters)),
  ];
}

/** How much of a pixel lies inside an edge that is that far away, negative being inside. */
function coverage(edge: number): number {
  return Math.min(1, Math.max(0, 0.5 - edge));
}

function pointsOf(polyline: string): Point[] {
  return polyline.split(" ").map((pair) => {
    const [x, y] = pair.split(",").map(Number);
    return { x: x!, y: y! };
  });
}

function segmentsOf(polyline: string, origin: Point, scale: number): Segment[] {
  const points = pointsOf(polyline).map(({ x, y }) => ({ x: origin.x + scale * x, y: origin.y + scale * y }));
  return points.slice(1).map((point, index) => [points[index]!, point]);
}

function polygonOf(corners: string): Segment[] {
  const points = pointsOf(corners);
  return points.map((point, index) => [point, points[(index + 1) % points.length]!]);
}

/** How far a point is outside a convex polygon, negative when it is inside. */
function outsideBy(point: Point, polygon: readonly Segment[]): number {
  const turn = Math.sign(polygon.reduce((area, [a, b]) => area + a.x * b.y - b.x * a.y, 0));
  const sides = polygon.map(
    ([a, b]) => (-turn * ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x))) / distance(a, b),
  );
  return Math.max(...sides);
}

function distanceToAny(point: Point, segments: readonly Segment[]): number {
  return Math.min(...segments.map((segment) => distanceToSegment(point, segment)));
}

function distanceToSegment(point: Point, [a, b]: Segment): number {
  const along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / distance(a, b) ** 2;
  const share = Math.min(1, Math.max(0, along));
  return distance(point, { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) });
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}
