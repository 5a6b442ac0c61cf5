// Any IVR the analysis of its graph accepts. A failure prints the seed: `SEED=… npx vitest run <this file>` repeats it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import { byName, compileIvr } from '../../../../lib/compiler/ivr/compile-ivr.ts';
import { inboundDefinitions, LINE } from '../../../support/an-ivr.ts';
import { anyBlocks, anyCaller } from '../../../support/any-ivr.ts';
import { phoneCompiled } from '../../../support/ivr-call.ts';

const seed = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
const runs = { seed, numRuns: Number(process.env.RUNS ?? 300) };

const compiled = (blocks: Parameters<typeof inboundDefinitions>[0]['blocks']) => {
  const definitions = inboundDefinitions({
    blocks,
    inbound: { lastAgent: '30 s', skill: 'polish' },
    queues: { sales: { overflow: 'spare' }, spare: { music: 'b.wav' } },
  });
  return compileIvr(definitions, LINE, byName(definitions));
};

describe(`any IVR with a right graph (seed ${seed})`, () => {
  it('compiles to flows that Connect publishes, in which every block is reached', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const { flows, blockOf } = compiled(blocks);

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
        const { ending } = phoneCompiled(compiled(blocks), caller);

        expect(['hang-up', 'an agent takes the call', 'waits in a queue']).toContain(ending);
      }),
      runs,
    );
  });
});
