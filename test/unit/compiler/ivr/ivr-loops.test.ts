import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IvrGraph, ivrGraph } from '../../../../lib/compiler/ivr/ivr-graph.ts';
import { loopHeads, loopsOf, loopsOfNobody } from '../../../../lib/compiler/ivr/ivr-loops.ts';
import { Ivr } from '../../../../lib/language/schema/ivr.ts';
import type { BlocksInput } from '../../../support/an-ivr.ts';

const graphOf = (blocks: BlocksInput): IvrGraph => ivrGraph(Ivr.parse({ name: 'Test', blocks }));

const NAMES = ['b0', 'b1', 'b2', 'b3', 'b4', 'b5'] as const;
const anyTarget = fc.constantFrom(...NAMES);
const anyBlock: fc.Arbitrary<BlocksInput[string]> = fc.oneof(
  anyTarget.map((next) => ({ kind: 'no-survey', next }) as const),
  fc
    .tuple(anyTarget, anyTarget)
    .map(([met, unmet]) => ({ kind: 'condition', value: 'caller', to: '1', met, unmet }) as const),
  fc
    .tuple(anyTarget, anyTarget)
    .map(([open, closed]) => ({ kind: 'availability', hours: 'office', open, closed }) as const),
  fc.constant({ kind: 'disconnect' } as const),
);
const anyGraph = fc
  .array(anyBlock, { minLength: NAMES.length, maxLength: NAMES.length })
  .map((blocks) =>
    graphOf({
      start: { kind: 'answer', next: 'b0' },
      ...Object.fromEntries(NAMES.map((name, n) => [name, blocks[n] ?? { kind: 'disconnect' }])),
    }),
  );

/** The blocks that can be come to from a block, by exits that count, told step by step. */
function from(graph: IvrGraph, start: string, counts: (needs: string) => boolean): Set<string> {
  const found = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to, needs } of graph.nodes.get(id)?.exits ?? []) {
      if (!counts(needs) || found.has(to)) continue;
      found.add(to);
      open.push(to);
    }
  }
  return found;
}

const inLoops = (graph: IvrGraph, counts: (needs: string) => boolean) =>
  NAMES.filter((name) => from(graph, name, counts).has(name));

describe('the loops of an IVR', () => {
  it('hold every block that leads back to itself, each in one loop, in the order of the file', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const loops = loopsOf(graph);

        expect(loops.flat().toSorted()).toEqual(inLoops(graph, () => true));
        for (const loop of loops) {
          expect(loop).toEqual(loop.toSorted());
          for (const a of loop) {
            for (const b of loop) expect(from(graph, a, () => true).has(b)).toBe(true);
          }
        }
        expect(loops.map(([first]) => first)).toEqual(loops.map(([first]) => first).toSorted());
      }),
    );
  });

  it('that nobody can end are those whose every exit within is decided by nothing', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const alone = (needs: string) => needs === 'nothing';

        expect(loopsOfNobody(graph).flat().toSorted()).toEqual(inLoops(graph, alone));
      }),
    );
  });

  it('come past a block at which rounds are counted: without those no loop is left', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const heads = loopHeads(graph);
        const nodes = new Map([...graph.nodes].filter(([id]) => !heads.has(id)));
        const reached = from(graph, 'start', () => true);

        const left = loopsOf({ starts: graph.starts, nodes })
          .flat()
          .filter((id) => reached.has(id));

        expect(left).toEqual([]);
      }),
    );
  });
});
