import { describe, expect, it } from 'vitest';
import { callee, journey } from '../../../support/journey.ts';

const FIRST = '+48600000001';
const SECOND = '+48600000002';

/** A Sunday, when nobody is called. */
const story = (startingAt = '2026-03-01 10:00') =>
  journey({
    startingAt,
    people: [callee('ann').with({ phone: FIRST, otherPhones: [SECOND] })],
    callees: { scripts: { [FIRST]: ['rings-out'], [SECOND]: ['rings-out'] } },
  });

const asked = { campaign: 'spring', record: 'ann', of: 'phone', by: 'eva', value: SECOND } as const;

describe('another number as the default (REC-5)', () => {
  it('is called first from then on; the old one follows it', async () => {
    const ann = await story();

    const done = await ann.centre.perform('change-default', asked);
    await ann.until('2026-03-02 12:00');

    const calls = [...ann.centre.network.calls()].toSorted((one, other) => one.start - other.start);
    expect(done).toEqual({ kind: 'changed' });
    expect(calls.slice(0, 2).map(({ phone }) => phone)).toEqual([SECOND, FIRST]);
    expect(await ann.discrepancies()).toEqual([]);
  });

  it('is the only default, and stands on the timeline without the number', async () => {
    const ann = await story();

    await ann.centre.perform('change-default', asked);

    const record = await ann.recordOf('ann');
    const entries = await ann.centre.ports.journal.ofRecord(record);
    expect(record.phones).toEqual([
      { value: FIRST, isDefault: false },
      { value: SECOND, isDefault: true },
    ]);
    expect(entries.at(-1)).toMatchObject({
      type: 'record.default-changed',
      of: 'phone',
      place: 2,
      by: 'eva',
    });
    expect(JSON.stringify(entries.at(-1))).not.toContain(SECOND);
  });

  it('changes nothing when it is the default already', async () => {
    const { centre } = await story();

    const answers = [
      await centre.perform('change-default', { ...asked, value: FIRST }),
      await centre.perform('change-default', asked),
      await centre.perform('change-default', asked),
    ];

    expect(answers.map(({ kind }) => kind)).toEqual(['unchanged', 'changed', 'unchanged']);
  });

  it('lets a call under way go on', async () => {
    const ann = await story('2026-03-02 10:00');
    await ann.pass(6);

    const done = await ann.centre.perform('change-default', asked);
    await ann.pass(120);

    expect(done).toEqual({ kind: 'changed' });
    expect(await ann.discrepancies()).toEqual([]);
  });

  it('is refused for a record, a number or an address that is not there', async () => {
    const { centre } = await story();

    const answers = await Promise.all([
      centre.perform('change-default', { ...asked, record: 'ben' }),
      centre.perform('change-default', { ...asked, value: '+48600000009' }),
      centre.perform('change-default', { ...asked, of: 'email', value: 'other@example.org' }),
    ]);

    expect(answers).toEqual([
      { kind: 'refused', reasons: ["there is no record 'ben'"] },
      { kind: 'refused', reasons: ['the record has no such telephone number'] },
      { kind: 'refused', reasons: ['the record has no such e-mail address'] },
    ]);
  });
});
