import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP = 'ivrs/help.yaml';

describe('queue-overflow-loop', () => {
  it('reports two queues that overflow into each other, once', () => {
    expect(
      found(
        { 'queues.yaml': ['  hours: office\nhelp:', '  hours: office\n  overflow: help\nhelp:'] },
        IVR_FILES,
      ),
    ).toEqual([
      "queues.yaml:4:13 queue-overflow-loop: callers would move in a circle: 'sales' → 'help' → 'sales'",
    ]);
  });

  it('reports a queue that overflows into itself', () => {
    expect(found({ 'queues.yaml': ['overflow: sales', 'overflow: help'] }, IVR_FILES)).toEqual([
      "queues.yaml:8:13 queue-overflow-loop: callers would move in a circle: 'help' → 'help'",
    ]);
  });

  it('reports the loop alone, not the queue that leads into it', () => {
    expect(
      found(
        { 'queues.yaml': ['  hours: office\nhelp:', '  hours: office\n  overflow: sales\nhelp:'] },
        IVR_FILES,
      ),
    ).toEqual([
      "queues.yaml:4:13 queue-overflow-loop: callers would move in a circle: 'sales' → 'sales'",
    ]);
  });

  it('accepts a chain of queues that ends', () => {
    expect(
      found(
        {
          'queues.yaml': [
            '  overflow: sales\n',
            '  overflow: sales\nlast: { groups: [help], hours: office, overflow: help }\n',
          ],
          [HELP]: ['queue: help', 'queue: last'],
        },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
