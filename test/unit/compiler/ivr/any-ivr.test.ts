// Any IVR the analysis of its graph accepts. A failure prints the seed:
// `SEED=… npx vitest run <this file>` repeats it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import { byName, compileIvr, compileWithin } from '../../../../lib/compiler/ivr/compile-ivr.ts';
import { inboundDefinitions, LINE } from '../../../support/an-ivr.ts';
import { anyBlocks, anyCaller } from '../../../support/any-ivr.ts';
import { phoneCompiled } from '../../../support/ivr-call.ts';

const seed = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
const runs = { seed, numRuns: Number(process.env.RUNS ?? 200) };

/** @param small as if Connect took small flows only, so that even these IVRs are split */
const compiled = (
  blocks: Parameters<typeof inboundDefinitions>[0]['blocks'],
  { small }: { readonly small: boolean },
) => {
  const definitions = inboundDefinitions({
    blocks,
    inbound: { lastAgent: '30 s', skill: 'polish' },
    queues: { sales: { overflow: 'spare' }, spare: { music: 'b.wav' } },
  });
  const references = byName(definitions);
  if (!small) return compileIvr(definitions, LINE, references);
  return compileWithin({ actions: 35, characters: 60_000 }, definitions, LINE, references);
};

describe.each([
  ['in one flow', { small: false }],
  ['split into small flows', { small: true }],
])(`any IVR with a right graph, %s (seed ${seed})`, (_, how) => {
  it('compiles to flows that Connect publishes, in which every block is reached', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const { flows, blockOf } = compiled(blocks, how);

        expect(flows.flatMap(({ flow, type }) => validateFlow(flow, type))).toEqual([]);
        const reached = new Set(
          flows.flatMap(({ key, flow }) =>
            flow.Actions.map(({ Identifier }) => blockOf(key, Identifier)),
          ),
        );
        const missing = Object.entries(blocks).filter(
          ([id, { kind }]) => kind !== 'jump' && !reached.has(id),
        );
        expect(missing).toEqual([]);
      }),
      runs,
    );
  });

  it('ends every call or leaves it waiting in a queue, whatever the caller does and whatever fails', () => {
    fc.assert(
      fc.property(anyBlocks, anyCaller, (blocks, caller) => {
        const { ending } = phoneCompiled(compiled(blocks, how), caller());

        expect(['hang-up', 'an agent takes the call', 'waits in a queue']).toContain(ending);
      }),
      runs,
    );
  });
});

it(`sounds the same to callers whether it is split or not (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyBlocks, anyCaller, (blocks, caller) => {
      const whole = phoneCompiled(compiled(blocks, { small: false }), caller());
      const split = phoneCompiled(compiled(blocks, { small: true }), caller());

      expect([split.story, split.blocks, split.ending]).toEqual([
        whole.story,
        whole.blocks,
        whole.ending,
      ]);
    }),
    runs,
  );
});
