// Round numbers for an axis, and the way from a value to its height.

/** 0 and round steps up to `most` or just above it; about four of them. */
export function ticksTo(most: number): readonly number[] {
  const raw = most / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= raw) ?? raw;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, n) => Number((n * step).toPrecision(12)));
}

export function scaleTo(most: number, top: number, height: number): (value: number) => number {
  return (value) => top + height - (Math.min(value, most) / most) * height;
}
