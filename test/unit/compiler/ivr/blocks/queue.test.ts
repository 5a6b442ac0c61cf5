import { describe, expect, it } from 'vitest';
import { asked, rendered, rounds } from './a-block.ts';

const block = { kind: 'queue', queue: 'sales', next: 'over', full: 'full' } as const;
const flows = { EventHooks: { CustomerQueue: '$.Attributes.flow_wait_it' } };

describe('queue (IVR-13)', () => {
  it('is entered at the level that route-call gives, or at the usual one', () => {
    const { ways, given } = rendered(block);

    expect(ways).toEqual({
      it: asked('it.route', 'it.hook'),
      'it.route': asked('Route.level', 'it.hook'),
      'it.hook': asked('it.target', 'it.target'),
      'it.target': asked('it.enter', 'over'),
      'it.enter': { ...asked('over', 'over'), QueueAtCapacity: 'full' },
    });
    expect(given.it).toEqual({
      Attributes: { waitingIn: 'it', overflowQueue: 'none', moveTo: 'none' },
    });
    expect([given['it.hook'], given['it.target']]).toEqual([flows, { QueueId: 'sales' }]);
  });

  it('that is full leads on like one that was waited in, where it says nothing else', () => {
    const { full: _, ...plain } = block;

    expect(rendered(plain).ways['it.enter']).toMatchObject({ QueueAtCapacity: 'over' });
  });

  it('begins with the first step of its priority, where any queue has steps (PRI-5)', () => {
    const steps = [{ after: '30 s', coefficient: 2 }];

    const { given } = rendered(block, { queues: { service: { steps } } });

    expect(given.it).toMatchObject({ Attributes: { priorityStep: '0' } });
  });

  it('moves who waits at another block, and tries again while a phone rings for them', () => {
    const { ways, given } = rendered(block, { waitingAt: 'elsewhere' });

    expect(ways).toEqual({
      it: asked('it.route', 'it.route'),
      'it.route': asked('it.hook', 'it.hook'),
      'it.hook': asked('it.move', 'it.move'),
      'it.move': { next: 'it.retry', QueueAtCapacity: 'full', NoMatchingError: 'it.retry' },
      'it.retry': rounds('it.later', 'over'),
      'it.later': asked('elsewhere.on', 'over'),
    });
    expect(given['it.move']).toEqual({ QueueId: 'sales' });
    expect(given['it.later']).toEqual({ Attributes: { moveTo: 'it' } });
  });

  it('keeps who comes back to it in their place', () => {
    const { ways, given } = rendered(block, { waitingAt: 'it' });

    expect(ways).toEqual({ it: asked('it.on', 'it.on') });
    expect(given.it).toEqual({ Attributes: { waitingIn: 'it', moveTo: 'none' } });
  });

  it('takes back who comes back to it from its overflow queue (PRI-4)', () => {
    const { ways } = rendered(block, {
      waitingAt: 'it',
      queues: { sales: { overflow: 'service' } },
    });

    expect(ways.it).toMatchObject({ next: 'it.back', 'Equals none': 'it.stay' });
    expect(ways['it.stay']).toEqual(asked('it.on', 'it.on'));
    expect(ways['it.back']).toEqual(asked('it.return', 'it.return'));
    // full or refused: they wait on where they are
    expect(ways['it.return']).toEqual({ ...asked('it.on', 'it.on'), QueueAtCapacity: 'it.on' });
  });
});
