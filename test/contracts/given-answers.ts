// What every store of answers by idempotency key promises
// (lib/application/ports/given-answers.ts).
import { describe, expect, it } from 'vitest';
import type { GivenAnswers } from '../../lib/application/ports/given-answers.ts';
import { at, NOW } from '../support/records.ts';

const answer = { status: 201, headers: { etag: '"v1"' }, body: '{"record":"ann"}' };
const DAY = 86_400;

export function givenAnswersContract(name: string, make: () => Promise<GivenAnswers>): void {
  describe(`given answers: ${name}`, () => {
    it('gives the same answer to the same request for a day', async () => {
      const answers = await make();
      const first = await answers.begin('k', 'digest', NOW);
      await answers.answered('k', answer);

      const again = await answers.begin('k', 'digest', at(DAY - 1));
      const dayAfter = await answers.begin('k', 'digest', at(DAY));

      expect([first, again, dayAfter]).toEqual([
        { kind: 'none' },
        { kind: 'answered', answer },
        { kind: 'none' },
      ]);
    });

    it('knows another request under the same key, answered or not', async () => {
      const answers = await make();
      await answers.begin('k', 'digest', NOW);

      const before = await answers.begin('k', 'other', at(1));
      await answers.answered('k', answer);
      const after = await answers.begin('k', 'other', at(2));

      expect([before, after]).toEqual([{ kind: 'other' }, { kind: 'other' }]);
    });

    it('lets one of two at the same time through, and the next after a minute without an answer', async () => {
      const answers = await make();

      const both = await Promise.all([
        answers.begin('k', 'digest', NOW),
        answers.begin('k', 'digest', NOW),
      ]);
      const later = await answers.begin('k', 'digest', at(61));

      expect(both.map(({ kind }) => kind).toSorted()).toEqual(['none', 'under-way']);
      expect(later).toEqual({ kind: 'none' });
    });

    it('forgets a request that came to nothing', async () => {
      const answers = await make();
      await answers.begin('k', 'digest', NOW);
      await answers.forget('k');

      expect(await answers.begin('k', 'other', at(1))).toEqual({ kind: 'none' });
    });
  });
}
