import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('recontact-after-close', () => {
  it('reports a tile that closes the record before a call is scheduled', () => {
    expect(
      found({ [AGAIN]: ['    kind: close-record', '    kind: close-record\n    next: again'] }),
    ).toEqual([
      "rules/again.yaml:30:3 recontact-after-close: tile 'close' closes the record, but 'again' after it schedules a call",
    ]);
  });

  it('reports it when other tiles are in between', () => {
    expect(
      found({ [AGAIN]: ['    kind: close-record', '    kind: close-record\n    next: hours'] }),
    ).toEqual([
      "rules/again.yaml:30:3 recontact-after-close: tile 'close' closes the record, but 'again' after it schedules a call",
    ]);
  });

  it('accepts other tiles after closing', () => {
    expect(
      found({ [AGAIN]: ['    kind: close-record', '    kind: close-record\n    next: done'] }),
    ).toEqual([]);
  });
});
