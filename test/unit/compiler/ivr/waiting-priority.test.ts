// Callers whose priority rises while they wait.
import { describe, expect, it } from 'vitest';
import { type BlocksInput, inboundDefinitions } from '../../../support/an-ivr.ts';
import { type Caller, phone } from '../../../support/ivr-call.ts';

type Input = Omit<Parameters<typeof inboundDefinitions>[0], 'blocks'>;

/** A call to an IVR that begins with the block `first` and may end with "Bad.". */
function tell(blocks: BlocksInput, caller?: Caller, input: Input = {}) {
  const definitions = inboundDefinitions({
    ...input,
    blocks: {
      start: { kind: 'answer', next: 'first' },
      ...blocks,
      bad: { kind: 'announcement', say: 'Bad.', next: 'bye' },
      bye: { kind: 'disconnect' },
    },
  });
  return phone(definitions, caller);
}

const sales: BlocksInput = { first: { kind: 'queue', queue: 'sales', next: 'bad' } };

describe('the priority of who waits (PRI-5)', () => {
  const steps = [
    { after: '60 s', coefficient: 2 },
    { after: '90 s', coefficient: 4 },
  ];
  const raise = (queue: string, waited: number) =>
    `raise-priority {"queue":"${queue}","waited":"${waited}"}`;
  const raises = ({ story }: ReturnType<typeof tell>) =>
    story.filter((line) => line.startsWith('raise-priority'));

  it('rises at the end of the round in which a step is due, and the wait is as long as ever', () => {
    const told = tell(sales, {}, { queues: { sales: { callerWait: '3 min', steps } } });

    expect(raises(told)).toEqual([raise('sales', 60), raise('sales', 100)]);
    expect(told.waited).toBe(180);
  });

  it("rises by the campaign's own steps instead of the queue's", () => {
    const own = [{ after: '40 s', coefficient: 3 }];
    const queues = { sales: { callerWait: '3 min', steps } };

    const instead = tell(sales, {}, { inbound: { steps: own }, queues });
    const alone = tell(sales, {}, { inbound: { steps: own, longestWait: '3 min' } });

    expect([raises(instead), raises(alone)]).toEqual([[raise('sales', 40)], [raise('sales', 40)]]);
  });

  it('is not raised when the wait is over first', () => {
    const told = tell(sales, {}, { queues: { sales: { callerWait: '60 s', steps } } });

    expect(raises(told)).toEqual([]);
  });

  it('rises by the steps of the overflow queue there (PRI-4)', () => {
    const queues = {
      sales: {
        callerWait: '40 s',
        overflow: 'service',
        steps: [{ after: '20 s', coefficient: 2 }],
      },
      service: { callerWait: '2 min', steps },
    };

    const told = tell(sales, {}, { queues });

    expect(raises(told)).toEqual([raise('sales', 20), raise('service', 60), raise('service', 100)]);
  });

  it('rises one step a round when steps crowd', () => {
    const crowd = [20, 21, 22].map((after) => ({ after: `${after} s`, coefficient: after }));
    const told = tell(sales, {}, { queues: { sales: { callerWait: '3 min', steps: crowd } } });

    expect(raises(told)).toEqual([raise('sales', 20), raise('sales', 40), raise('sales', 60)]);
  });

  it('lets callers wait on when the function fails', () => {
    const told = tell(
      sales,
      { functions: { 'raise-priority': 'fails' } },
      { queues: { sales: { callerWait: '3 min', steps } } },
    );

    expect(raises(told)).toHaveLength(2);
    expect(told.waited).toBe(180);
  });

  it('is raised once, however often callers come back to the queue', () => {
    const round: BlocksInput = {
      first: { kind: 'queue', queue: 'sales', next: 'again' },
      again: { kind: 'menu', say: 'Again?', keys: { '1': 'first' }, wrong: 'bad', none: 'bad' },
    };

    const told = tell(
      round,
      { presses: ['1', ''] },
      { queues: { sales: { callerWait: '2 min', steps } } },
    );

    expect(raises(told)).toEqual([raise('sales', 60), raise('sales', 100)]);
    expect(told.waited).toBe(240);
  });
});
