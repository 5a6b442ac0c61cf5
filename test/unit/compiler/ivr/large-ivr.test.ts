import { describe, expect, it } from 'vitest';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import { byName, compileIvr, ivrSize } from '../../../../lib/compiler/ivr/compile-ivr.ts';
import { type BlocksInput, inboundDefinitions, LINE } from '../../../support/an-ivr.ts';
import { phoneCompiled } from '../../../support/ivr-call.ts';
import { largeIvr } from '../../../support/large-ivr.ts';

const compiled = (blocks: BlocksInput) => {
  const definitions = inboundDefinitions({ blocks });
  return compileIvr(definitions, LINE, byName(definitions));
};

describe('an IVR too large for one flow', () => {
  const ivr = compiled(largeIvr(2000));
  const contactFlows = ivr.flows.filter(({ type }) => type === 'CONTACT_FLOW');

  it('is split well before Connect’s limits, each flow by its first block, the entry last', () => {
    const actions = contactFlows.map(({ flow }) => flow.Actions.length);

    expect(ivr.flows.flatMap(({ flow, type }) => validateFlow(flow, type))).toEqual([]);
    expect(contactFlows.length).toBeGreaterThan(20);
    expect(Math.max(...actions)).toBeLessThanOrEqual(200);
    expect([contactFlows[0]?.key, ivr.flows.at(-1)?.key]).toEqual(['part-s0-hours', 'entry']);
    expect(contactFlows.every(({ flow }) => JSON.stringify(flow).length <= 200_000)).toBe(true);
  });

  it('holds every block once, and every caller finds the way through', () => {
    const homes = contactFlows.flatMap(({ key, flow }) => [
      ...new Set(flow.Actions.map(({ Identifier }) => ivr.blockOf(key, Identifier))),
    ]);
    const known = homes.filter((block) => block !== undefined);

    const call = phoneCompiled(ivr, {
      presses: [...Array<string>(99).fill('9'), '0', '9', '3', '12#'],
      functions: {
        'authorise-caller': {
          outcome: 'success',
          identity: 'one',
          record: 'r',
          attempt: 'a',
          lastAgent: 'none',
          privateAgent: 'none',
        },
      },
    });

    expect(new Set(known).size).toBe(known.length);
    expect(call.blocks).toEqual([
      'start',
      's0-hours',
      ...Array.from({ length: 100 }, (_, n) => `s${n}-menu`),
      's0-menu',
      's1-menu',
      's1-who',
      's1-known',
      's1-room',
      's1-queue',
      's1-message',
      's1-bye',
    ]);
    expect(call.ending).toBe('hang-up');
  });
});

describe('what no flow can hold', () => {
  const chain = (size: number): BlocksInput => ({
    start: { kind: 'answer', next: 'sales' },
    sales: { kind: 'queue', queue: 'sales', next: 'b0' },
    ...Object.fromEntries(
      Array.from({ length: size }, (_, n) => [
        `b${n}`,
        { kind: 'announcement' as const, say: 'So.', next: n + 1 < size ? `b${n + 1}` : 'bye' },
      ]),
    ),
    bye: { kind: 'disconnect' },
  });

  it('is a queue block with too much behind it, because all of that stands in one flow', () => {
    expect(compiled(chain(90)).flows[0]?.flow.Actions.length).toBe(185);
    // there is no room left to note every block
    expect(compiled(chain(244)).flows[0]?.flow.Actions.length).toBe(248);
    expect(() => compiled(chain(247))).toThrow(
      "flow 'wait-sales' of campaign 'line' has 251 actions; Connect takes 250: let less follow the block it is named for",
    );
    expect(ivrSize(inboundDefinitions({ blocks: chain(247) }), LINE).flows[0]).toEqual({
      key: 'wait-sales',
      actions: 251,
    });
  });

  it('is an IVR with so many queue blocks that the names of their flows fill the call’s attributes', () => {
    const blocks: BlocksInput = {
      start: { kind: 'answer', next: 'q0' },
      ...Object.fromEntries(
        Array.from({ length: 160 }, (_, n) => [
          `q${n}`,
          {
            kind: 'queue' as const,
            queue: 'sales',
            next: 'bye',
            full: n < 159 ? `q${n + 1}` : 'bye',
          },
        ]),
      ),
      bye: { kind: 'disconnect' },
    };

    expect(() => compiled(blocks)).toThrow(/bytes of a call's attributes; 24576 are free/);
  });
});
