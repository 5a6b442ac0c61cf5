// What part of a drawing is seen, and how large. Moments of a drag are many: this is plain
// arithmetic.
interface Size {
  readonly width: number;
  readonly height: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Viewport {
  /** Pixels of the screen for one of the drawing. */
  readonly scale: number;
  /** Where the drawing's upper left corner is, in pixels of the screen. */
  readonly x: number;
  readonly y: number;
}

/** Below this the letters of a tile cannot be read. */
export const READABLE = 0.7;
const SMALLEST = 0.1;
const LARGEST = 2.5;

/** The whole drawing, in the middle. */
export function fitted(drawing: Size, seen: Size): Viewport {
  const scale = limited(Math.min(seen.width / drawing.width, seen.height / drawing.height, 1));
  return {
    scale,
    x: (seen.width - drawing.width * scale) / 2,
    y: (seen.height - drawing.height * scale) / 2,
  };
}

/** As large as can be read, from the top, with where one begins in the middle. */
export function begun(drawing: Size, seen: Size, start: Spot): Viewport {
  const scale = Math.min(1, Math.max(READABLE, seen.width / drawing.width));
  const spare = seen.width - drawing.width * scale;
  const x = spare >= 0 ? spare / 2 : seen.width / 2 - start.x * scale;
  return { scale, x: spare >= 0 ? x : Math.max(spare, Math.min(0, x)), y: 0 };
}

/** The same spot stays under the pointer. */
export function zoomed({ scale, x, y }: Viewport, by: number, at: Spot): Viewport {
  const to = limited(scale * by);
  const grown = to / scale;
  return { scale: to, x: at.x - (at.x - x) * grown, y: at.y - (at.y - y) * grown };
}

/** Some of the drawing always stays in sight. */
export function moved(from: Viewport, by: Spot, drawing: Size, seen: Size): Viewport {
  const { scale } = from;
  return {
    scale,
    x: kept(from.x + by.x, drawing.width * scale, seen.width),
    y: kept(from.y + by.y, drawing.height * scale, seen.height),
  };
}

/** A spot of the drawing comes into the middle, large enough to be read. */
export function centredOn({ scale }: Viewport, spot: Spot, seen: Size): Viewport {
  const to = Math.max(scale, READABLE);
  return { scale: to, x: seen.width / 2 - spot.x * to, y: seen.height / 2 - spot.y * to };
}

/** Pixels of the drawing that never leave the screen. */
const KEPT = 60;

const kept = (at: number, size: number, seen: number): number =>
  Math.min(seen - KEPT, Math.max(KEPT - size, at));

const limited = (scale: number): number => Math.min(LARGEST, Math.max(SMALLEST, scale));
