import { describe, expect, it } from 'vitest';
import {
  begun,
  centredOn,
  fitted,
  moved,
  READABLE,
  zoomed,
} from '../../../../web/console/graphs/viewport.ts';

const WIDE = { width: 1400, height: 500 };
const DESK = { width: 1000, height: 500 };
const PHONE = { width: 360, height: 400 };

describe('the part of a drawing that is seen', () => {
  it('is all of it in the middle, and never larger than it was drawn', () => {
    expect(fitted(WIDE, { width: 700, height: 500 })).toEqual({ scale: 0.5, x: 0, y: 125 });
    expect(fitted({ width: 100, height: 100 }, DESK)).toEqual({ scale: 1, x: 450, y: 200 });
  });

  it('begins with all of its width where that can be read', () => {
    const { scale, x } = begun(WIDE, DESK, { x: 700, y: 40 });

    expect(scale * WIDE.width).toBeCloseTo(DESK.width);
    expect(x).toBeCloseTo(0);
  });

  it('begins with its start on a small screen, as large as can be read, and with no empty side', () => {
    const middle = begun(WIDE, PHONE, { x: 700, y: 40 });
    const left = begun(WIDE, PHONE, { x: 20, y: 40 });

    expect(middle.scale).toBe(READABLE);
    expect(700 * middle.scale + middle.x).toBeCloseTo(PHONE.width / 2);
    expect(left.x).toBe(0);
  });

  it('keeps the spot under the pointer when its size changes', () => {
    const before = { scale: 0.8, x: -100, y: 20 };
    const at = { x: 300, y: 200 };

    const after = zoomed(before, 1.5, at);

    expect((at.x - after.x) / after.scale).toBeCloseTo((at.x - before.x) / before.scale);
    expect((at.y - after.y) / after.scale).toBeCloseTo((at.y - before.y) / before.scale);
    expect(zoomed(before, 1000, at).scale).toBeLessThan(3);
  });

  it('never loses the drawing out of sight', () => {
    const far = moved({ scale: 1, x: 0, y: 0 }, { x: -9999, y: 9999 }, WIDE, DESK);

    expect(far.x + WIDE.width).toBeGreaterThan(0);
    expect(far.y).toBeLessThan(DESK.height);
  });

  it('brings a tile into the middle, large enough to be read', () => {
    const { scale, x, y } = centredOn({ scale: 0.2, x: 0, y: 0 }, { x: 1300, y: 450 }, PHONE);

    expect(scale).toBe(READABLE);
    expect([1300 * scale + x, 450 * scale + y]).toEqual([PHONE.width / 2, PHONE.height / 2]);
  });
});
