import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderContactFlows } from '../../../../lib/compiler/ivr/contact-flows.ts';
import { ivrLayout } from '../../../../lib/compiler/ivr/ivr-layout.ts';
import { FLOW_LIMITS, fits, packFlows } from '../../../../lib/compiler/ivr/pack-flows.ts';
import type { BlocksInput } from '../../../support/an-ivr.ts';
import { contextOf, idsOf, targetsOf } from './an-ivr-context.ts';

/** A chain of menus, each with a way back to the first, and a queue at its end. */
const menus = (count: number): BlocksInput => ({
  start: { kind: 'answer', next: 'm0' },
  ...Object.fromEntries(
    Array.from({ length: count }, (_, n): [string, BlocksInput[string]] => [
      `m${n}`,
      {
        kind: 'menu',
        say: `Menu ${n}`,
        keys: { '1': n + 1 < count ? `m${n + 1}` : 'sales', '0': 'm0' },
        wrong: 'bye',
        none: 'bye',
      },
    ]),
  ),
  sales: { kind: 'queue', queue: 'sales', next: 'bye' },
  bye: { kind: 'disconnect' },
});
const context = contextOf({ blocks: menus(12) });
const layout = ivrLayout(context);
const packed = (actions: number) => packFlows(context, layout, { ...FLOW_LIMITS, actions });

describe('the size of a flow', () => {
  it.each([
    [200, 200_000, true],
    [201, 200_000, false],
    [200, 200_001, false],
  ])('of %d actions and %d characters fits: %s', (actions, characters, is) => {
    expect(fits({ actions, characters }, FLOW_LIMITS)).toBe(is);
  });
});

describe('blocks packed into flows', () => {
  it('are in one, by its first block, while everything fits', () => {
    expect(packed(200).map(({ key, blocks }) => [key, blocks])).toEqual([
      ['part-m0', layout.order],
    ]);
  });

  it('are each in exactly one, in order, and no flow of several is too large', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 80 }), (actions) => {
        const parts = packed(actions);

        expect(parts.flatMap(({ blocks }) => blocks)).toEqual(layout.order);
        for (const { key, blocks, size } of parts) {
          expect(key).toBe(`part-${blocks[0]}`);
          if (blocks.length > 1) expect(size.actions).toBeLessThanOrEqual(actions);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are split by their characters as well', () => {
    const long = contextOf({
      blocks: {
        start: { kind: 'answer', next: 'a' },
        a: { kind: 'announcement', say: 'x'.repeat(2900), next: 'b' },
        b: { kind: 'announcement', say: 'y'.repeat(2900), next: 'bye' },
        bye: { kind: 'disconnect' },
      },
    });

    const parts = packFlows(long, ivrLayout(long), { actions: 200, characters: 11_000 });

    expect(parts.map(({ blocks }) => blocks)).toEqual([['a'], ['b', 'bye']]);
  });

  it('are counted with two actions for the way to each block outside', () => {
    const sizeWith = (keys: Readonly<Record<string, string>>) => {
      const say = (next: string) => ({ kind: 'announcement', say: 'Yes', next }) as const;
      const some = contextOf({
        blocks: {
          start: { kind: 'answer', next: 'm' },
          m: { kind: 'menu', say: '?', keys, wrong: 'bye', none: 'bye' },
          a: say('b'),
          b: say('c'),
          c: say('bye'),
          bye: { kind: 'disconnect' },
        },
      });
      const [first] = packFlows(some, ivrLayout(some), { ...FLOW_LIMITS, actions: 16 });
      return [first?.blocks, first?.size.actions];
    };

    const [blocks, one = 0] = sizeWith({ '1': 'a' });
    const [, three = 0] = sizeWith({ '1': 'a', '2': 'b', '3': 'c' });

    expect(blocks).toEqual(['m']);
    expect(Number(three) - Number(one)).toBe(4);
  });

  it('hold no more than they are counted for, once they are flows', () => {
    const parts = new Map(packed(40).map(({ key, size }) => [key, size.actions]));
    const flows = renderContactFlows(context, layout, [], { ...FLOW_LIMITS, actions: 40 });

    for (const { key, flow } of flows.slice(0, -1)) {
      expect(flow.Actions.length).toBeLessThanOrEqual(parts.get(key) ?? 0);
    }
  });

  it('are none without any block', () => {
    expect(packFlows(context, { ...layout, order: [] }, FLOW_LIMITS)).toEqual([]);
  });
});

describe('the flows before a queue', () => {
  const flows = (actions: number) =>
    renderContactFlows(context, layout, ['wait-sales'], { ...FLOW_LIMITS, actions });

  it('are the entry alone while everything fits', () => {
    const [entry, ...others] = flows(200);

    expect([entry?.key, entry?.type, others]).toEqual(['entry', 'CONTACT_FLOW', []]);
  });

  it('are the entry, which comes last, and parts that say at their start where to go on', () => {
    const all = flows(40);

    expect(all.map(({ key }) => key).at(-1)).toBe('entry');
    expect(all.length).toBeGreaterThan(2);
    for (const { key, flow } of all.slice(0, -1)) {
      expect([key, flow.StartAction]).toEqual([key, 'Begin.where']);
    }
  });

  it('lead only to actions of their own, and to other parts by naming the block and the flow', () => {
    for (const { flow } of flows(40)) {
      const own = idsOf(flow.Actions);

      expect([...targetsOf(flow.Actions)].filter((target) => !own.includes(target))).toEqual([]);
      for (const { Identifier, Type, Parameters } of flow.Actions) {
        if (!Identifier.startsWith('Go.')) continue;
        expect([Type, Parameters]).toEqual([
          'UpdateContactAttributes',
          { Attributes: { goOnAt: Identifier.slice(3) } },
        ]);
      }
    }
  });

  it('go on at every block that another flow sends a call to', () => {
    const all = flows(40);
    const sent = new Set(
      all.flatMap(({ flow }) =>
        idsOf(flow.Actions).flatMap((id) => (id.startsWith('Go.') ? [id.slice(3)] : [])),
      ),
    );
    const entered = all.flatMap(({ flow }) =>
      flow.Actions.filter(({ Identifier }) => Identifier === 'Begin.where').flatMap(
        ({ Transitions }) =>
          (Transitions?.Conditions ?? []).map(({ Condition }) => Condition.Operands[0]),
      ),
    );

    expect(new Set(entered)).toEqual(sent);
    expect(sent.size).toBeGreaterThan(1);
  });
});
