import { describe, expect, it } from 'vitest';
import { asked, compared, rendered, rounds } from './a-block.ts';

const block = {
  kind: 'extension',
  ask: 'The extension?',
  none: 'none',
  wrong: 'wrong',
} as const;
const there = { ...block, unavailable: 'away' } as const;

describe('extension (IVR-16)', () => {
  it('finds the agent of what was keyed, and keeps why not apart', () => {
    const { ways } = rendered(there);

    expect(ways.it).toEqual(asked('it.keyed', 'none'));
    expect(ways['it.keyed']).toMatchObject({ next: 'none', 'TextStartsWith 1': 'it.find' });
    expect(ways['it.find']).toEqual(asked('it.found', 'wrong'));
    expect(ways['it.found']).toEqual(compared('wrong', { 'Equals found': 'it.agent' }));
    expect(ways['it.agent']).toEqual(compared('it.keep', { 'Equals none': 'away' }));
  });

  it('rings the agent’s own queue; one that is full or gone is an agent who is not there', () => {
    const { ways, given } = rendered(there);

    expect(ways['it.keep']).toEqual(asked('it.hook', 'away'));
    expect(ways['it.hook']).toEqual(asked('it.target', 'it.target'));
    expect(ways['it.target']).toEqual(asked('it.enter', 'away'));
    expect(ways['it.enter']).toEqual({ ...asked('away', 'away'), QueueAtCapacity: 'away' });
    expect(given['it.target']).toEqual({ AgentId: '$.Attributes.extensionAgent' });
    expect(given['it.hook']).toEqual({
      EventHooks: { CustomerQueue: '$.Attributes.flow_wait_it' },
    });
  });

  it('goes the way of a wrong one when it has none for agents who are not there', () => {
    expect(rendered(block).ways['it.agent']).toMatchObject({ 'Equals none': 'wrong' });
  });

  it('moves who waits elsewhere, and tries again while an agent’s phone rings for them', () => {
    const { ways, given } = rendered(there, { waitingAt: 'sales' });

    expect(ways['it.hook']).toEqual(asked('it.move', 'it.move'));
    expect(ways['it.move']).toEqual({
      next: 'it.retry',
      QueueAtCapacity: 'away',
      NoMatchingError: 'it.retry',
    });
    expect(ways['it.retry']).toEqual(rounds('it.later', 'away'));
    expect(ways['it.later']).toEqual(asked('sales.on', 'away'));
    expect(given['it.retry']).toEqual({ LoopCount: '3' });
    expect(given['it.later']).toEqual({ Attributes: { moveTo: 'it' } });
  });
});
