import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../lib/domain/model/change.ts';
import { attemptId, contactId } from '../../../../lib/domain/model/ids.ts';
import { journey } from '../../../support/journey.ts';
import { addition, anAttempt, aRecord, changed, taken } from '../../../support/records.ts';

const ann = aRecord('ann');

async function foundAfter(...changes: readonly Change[]): Promise<readonly string[]> {
  const story = await journey();
  for (const change of changes) await story.centre.ports.records.commit(change);
  return story.discrepancies();
}

describe('reconciling a centre', () => {
  it('finds nothing in a sound one', async () => {
    const called = taken(ann);
    const attempt = { before: undefined, after: anAttempt(ann) };

    expect(
      await foundAfter(addition(ann), { before: ann, after: called, entries: [], attempt }),
    ).toEqual([]);
  });

  it('finds a record that waits without a next contact', async () => {
    const { nextContact: _, ...lost } = changed(ann);

    expect(await foundAfter(addition(ann), { before: ann, after: lost, entries: [] })).toEqual([
      'record ann: new with a wrong next contact',
    ]);
  });

  it('finds calls that were counted wrongly', async () => {
    const settled = anAttempt(ann, 'a1', {
      contact: contactId('c1'),
      status: 'busy',
      settled: true,
    });
    const attempt = { before: undefined, after: settled };

    const found = await foundAfter(addition(ann), {
      before: ann,
      after: changed(ann),
      entries: [],
      attempt,
    });

    expect(found).toEqual([
      'record ann: 0 attempts counted, 1 made',
      'record ann: 0 calls counted, 1 ended',
    ]);
  });

  it('finds an open attempt that is not the current one', async () => {
    const other = taken(ann, 'a2');
    const attempt = { before: undefined, after: anAttempt(ann, 'a1') };

    const found = await foundAfter(addition(ann), {
      before: ann,
      after: other,
      entries: [],
      attempt,
    });

    expect(found).toEqual(['record ann: an open attempt that is not the current one']);
  });

  it('finds a number that was called twice at once', async () => {
    const story = await journey();
    const dial = (token: string) =>
      story.centre.ports.telephony.dial({
        attempt: attemptId(token),
        ref: story.refOf('ann'),
        phone: '+48600000001',
        queue: 'sales',
        ringFor: 25,
        language: 'en',
        priority: 5,
        machineDetection: false,
      });

    await dial('a1');
    await dial('a2');

    expect(await story.discrepancies()).toEqual(['1 double call']);
  });
});
