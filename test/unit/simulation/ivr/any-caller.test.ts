// Whatever a caller does, their call through the examples ends or waits in a queue, and the way it
// went can be told, by what its flows noted as by what was seen of it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IvrTest } from '../../../../lib/language/schema/ivr-test.ts';
import { runIvrTest } from '../../../../lib/simulation/ivr/run-ivr-test.ts';
import { exampleFolder, loadExample } from '../../../support/example.ts';

const acts = fc.oneof(
  fc.constantFrom('0', '1', '2', '3', '4', '9', '#', '*').map((key) => `presses ${key}`),
  fc.stringMatching(/^[0-9*#]{1,12}$/).map((keys) => `keys ${keys}`),
  fc.constantFrom('says nothing', 'is answered', 'hangs up', 'leaves a message of 10 s'),
  fc.integer({ min: 1, max: 400 }).map((seconds) => `waits ${seconds} s`),
);

it('comes to an end with any caller, and the call is noted at every block (IVR-26)', async () => {
  const { definitions } = await loadExample(exampleFolder('medika-reception'));
  const calls = fc.record({
    ivr: fc.constantFrom(...Object.keys(definitions.ivrs)),
    from: fc.constantFrom('withheld', '+48 600 100 200', '+48 58 777 01 01'),
    at: fc.constantFrom('2026-03-02T10:00', '2026-12-24T10:00'),
    full: fc.subarray(Object.keys(definitions.queues)),
    does: fc.array(acts, { maxLength: 12 }),
    known: fc.boolean(),
  });

  await fc.assert(
    fc.asyncProperty(calls, async ({ ivr, from, at, full, does, known }) => {
      const records = known ? [{ phone: '+48600100200', fields: { pesel: '02232371936' } }] : [];
      const test = IvrTest.parse({
        name: 'any',
        given: { full, records },
        call: { from, at },
        does,
        expect: {},
      });

      const { came, noted, problem } = await runIvrTest(test, ivr, definitions);

      expect(came.path[0]).toBe('answer');
      expect(problem ?? '').not.toContain('drops the call');
      const isJump = (id: string) => definitions.ivrs[ivr]?.blocks[id]?.kind === 'jump';
      expect(noted).toEqual(came.path.filter((id) => !isJump(id)));
      if (came.ends === 'waiting') expect(came.queue).toBeDefined();
    }),
    { numRuns: 150, seed: 7 },
  );
});
