// The line of an exit in a drawn graph: out of the bottom of one tile and into the top of another,
// straight down past every row of tiles, so that it passes none of them but those it joins.
import type { Spot } from '../domain/model/drawn-graph.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far from a tile's corner a line stays. */
const CORNER = 16;

/**
 * @param points as dagre lays them out: one for each row and each label on the way
 * @param rows heights at which tiles have their middles
 */
export function lineAround(
  points: readonly Spot[],
  from: Spot,
  to: Spot,
  rows: ReadonlySet<number>,
  size: Size,
): readonly Spot[] {
  const between = points.slice(1, -1);
  const down = from.y <= to.y ? 1 : -1;
  const half = (size.height / 2) * down;
  const passed = between.flatMap((point) =>
    rows.has(Math.round(point.y))
      ? [
          { x: point.x, y: point.y - half },
          { x: point.x, y: point.y + half },
        ]
      : [point],
  );
  const first = passed[0] ?? to;
  const last = passed.at(-1) ?? from;
  return [
    { x: within(first.x, from.x, size.width), y: from.y + half },
    ...passed,
    { x: within(last.x, to.x, size.width), y: to.y - half },
  ];
}

/** Out of the side of a tile and back, around the label beside it: dagre leaves room for that. */
export function lineToItself(
  { x, y }: Spot,
  label: Spot,
  { width, height }: Size,
): readonly Spot[] {
  const side = x + width / 2;
  return [{ x: side, y: y - height / 4 }, label, { x: side, y: y + height / 4 }];
}

function within(x: number, middle: number, width: number): number {
  const room = width / 2 - CORNER;
  return Math.min(Math.max(x, middle - room), middle + room);
}
