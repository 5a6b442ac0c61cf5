import { describe, expect, it } from 'vitest';
import { drawProgress, progressOn } from '../../../../lib/cli/simulate/progress.ts';

const AT = Date.parse('2026-03-03T10:30:00Z');
const half = { at: AT, share: 0.5, calls: 1200, left: 300 };

describe('the progress of dry runs', () => {
  it('is a bar over all runs, with where they are', () => {
    expect(drawProgress([half], 1, 'Europe/Warsaw')).toBe(
      `${'█'.repeat(14)}${'░'.repeat(14)} 50%  Tue 2026-03-03 11:30  1,200 calls  300 left`,
    );
    expect(drawProgress([half, half], 4, 'UTC')).toContain(
      ' 25%  Tue 2026-03-03 10:30  2,400 calls',
    );
  });

  it('is drawn in place on a terminal and taken away at the end', () => {
    const written: string[] = [];
    const progress = progressOn(
      { isTTY: true, write: (text) => written.push(String(text)) > 0 },
      1,
      'UTC',
    );

    progress.show(0, half);
    progress.done();

    expect(written).toHaveLength(2);
    expect(written[0]?.startsWith('\r\u001b[2K█')).toBe(true);
    expect(written[0]?.endsWith(' 300 left')).toBe(true);
    expect(written[1]).toBe('\r\x1b[2K');
  });

  it('says nothing at first where it cannot be drawn in place', () => {
    const written: string[] = [];
    const progress = progressOn(
      { isTTY: false, write: (text) => written.push(String(text)) > 0 },
      1,
      'UTC',
    );

    progress.show(0, half);
    progress.done();

    expect(written).toEqual([]);
  });
});
