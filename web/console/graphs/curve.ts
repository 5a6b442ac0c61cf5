// A smooth line through points, as the path of an SVG.
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Straight to the middle of each stretch, curved around the points between. */
export function curveThrough(points: readonly Spot[]): string {
  const [first, ...rest] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  const bends = rest.slice(0, -1).map((point, n) => {
    const next = rest[n + 1] ?? point;
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return [`M${first.x} ${first.y}`, ...bends, `L${last.x} ${last.y}`].join('');
}
