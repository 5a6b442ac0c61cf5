// A smooth line through points, as the path of an SVG.
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** It leaves and enters every point straight up or down, and stays between the heights of two. */
export function curveThrough(points: readonly Spot[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const bends = rest.map((to, n) => {
    const from = points[n] ?? first;
    const middle = (from.y + to.y) / 2;
    return from.x === to.x
      ? `L${to.x} ${to.y}`
      : `C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
  });
  return [`M${first.x} ${first.y}`, ...bends].join('');
}
