// A contact that a rule deletes: nothing of the person stays, whatever stops on the way (CBR-15).
import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { sendSms } from '../../../../lib/application/messaging/send-sms.ts';
import { eraseRecord } from '../../../../lib/application/records/erase-record.ts';
import { commitRule } from '../../../../lib/application/rules/commit-rule.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import type { Message } from '../../../../lib/domain/model/message.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { addition, anAttempt, aRecord, aText, changed, ref } from '../../../support/records.ts';
import { aFloor, dyingAfter, EVA, type Floor, rangOut, SPRING } from '../a-floor.ts';

const PHONE = '+48600123456';
const MANY = 90;
const DAY = 86_400;

/** Ann was called before, was written to often, and her last call has just ended. */
async function called(messages = MANY): Promise<Floor> {
  const floor = await aFloor({ records: [] });
  const first = aRecord('ann', { phones: [{ value: PHONE, isDefault: true }] });
  await floor.ports.records.commit(addition(first));
  let before = first;
  for (const id of ['a1', 'a2', 'a3']) {
    const after = changed(before);
    const attempt = anAttempt(first, id, {
      settled: true,
      ruleApplied: true,
      parameters: { vip: PHONE },
    });
    await floor.ports.records.commit({
      before,
      after,
      entries: [],
      attempt: { before: undefined, after: attempt },
    });
    before = after;
  }
  const after = changed(before);
  const texts = Array.from({ length: messages }, (_, n) =>
    aText(first, `a1.sms${n}`, {
      state: 'delivered',
      content: { kind: 'sms', to: PHONE, from: 'TEST', text: 'Dear Ann' },
    }),
  );
  await floor.ports.records.commit({
    before,
    after,
    entries: [],
    messages: texts.map((text) => ({ before: undefined, after: text })),
  });
  await floor.tick();
  await floor.placeAll();
  await contactEvents(rangOut({ contact: contactId('contact-1') }), floor.ports);
  return floor;
}

const SMS = { kind: 'send-sms', from: 'TEST', text: 'Good-bye {{ city }}' } as const;

async function deletion(floor: Floor, before: Readonly<Record<string, typeof SMS>> = {}) {
  const attempt = (await floor.attempt('ann')).id;
  const actions = { ...before, forget: { kind: 'delete-contact' } as const };
  return {
    campaign: 'spring',
    record: 'ann',
    attempt,
    rule: 'rule',
    version: 'v1',
    path: `/${Object.keys(actions).join('/')}`,
    restarted: '',
    values: {},
    actions,
  };
}

async function everything(floor: Floor): Promise<string> {
  const { records, journal } = floor.ports;
  const ann = ref('spring', 'ann');
  return JSON.stringify([
    await records.load(ann),
    await records.kept(ann),
    await journal.ofRecord(ann),
  ]);
}

const texts = async (floor: Floor): Promise<readonly Message[]> =>
  (await floor.ports.records.kept(ref('spring', 'ann'))).messages;

describe('a contact deleted by a rule (CBR-15)', () => {
  it('leaves its number nowhere, neither in earlier calls nor in more messages than a transaction takes', async () => {
    const floor = await called();
    const before = await everything(floor);

    await commitRule(await deletion(floor), floor.ports);

    expect(before).toContain(PHONE);
    expect(await everything(floor)).not.toMatch(/600123456|Dear Ann|Gdynia|ann@example\.org/);
    expect(await floor.record('ann')).toMatchObject({ state: 'deleted', attempts: 1 });
    expect(await floor.ports.records.toErase(SPRING, floor.ports.clock.now())).toEqual([]);
    expect(await floor.ports.records.counts(SPRING)).toMatchObject({
      deleted: 1,
      'message:sms:delivered': MANY,
    });
  });

  it('is erased by the sweeper wherever the rule was stopped', async () => {
    for (const commits of [1, 2, 3, 4]) {
      const floor = await called();
      let left = commits;
      const stops = ({ state }: CampaignRecord) => state === 'deleted' && --left === 0;
      const run = commitRule(await deletion(floor), dyingAfter(floor.ports, stops));
      await expect(run).rejects.toThrow('killed');

      const swept = [await sweeper({}, floor.ports), await sweeper({}, floor.ports)];

      expect([commits, await everything(floor)]).toEqual([
        commits,
        expect.not.stringContaining(PHONE),
      ]);
      expect(swept.map(({ erased }) => erased)).toEqual([commits === 4 ? 0 : 1, 0]);
    }
  });

  it('still gets the message the rule ordered before, of which nothing stays then', async () => {
    const floor = await called(0);
    await commitRule(await deletion(floor, { text: SMS }), floor.ports);
    const [ordered] = await texts(floor);

    await sendSms({ ...ref('spring', 'ann'), message: ordered?.id ?? '' }, floor.ports);
    await sweeper({}, floor.ports);

    expect(floor.ports.sms.sent.map(({ content }) => content)).toEqual([
      { kind: 'sms', to: PHONE, from: 'TEST', text: 'Good-bye Gdynia' },
    ]);
    expect(await texts(floor)).toMatchObject([{ state: 'sent', content: { to: '', text: '' } }]);
    expect(await floor.ports.records.toErase(SPRING, floor.ports.clock.now())).toEqual([]);
  });

  it('gives up a message that could not be sent for four days', async () => {
    const floor = await called(0);
    await commitRule(await deletion(floor, { text: SMS }), floor.ports);

    floor.waitUntil(4 * DAY - 1);
    await sweeper({}, floor.ports);
    const until = await texts(floor);
    floor.waitUntil(4 * DAY + 1000);
    await sweeper({}, floor.ports);

    expect(until).toMatchObject([{ state: 'ordered', content: { to: PHONE } }]);
    expect(await texts(floor)).toMatchObject([{ state: 'failed', content: { to: '', text: '' } }]);
    expect((await floor.entries('ann')).at(-1)).toBe('message.failed');
    expect(await floor.ports.records.toErase(SPRING, floor.ports.clock.now())).toEqual([]);
  });

  it('takes what agents entered before out of the journal', async () => {
    const floor = await called(0);
    const told = { classifier: 'sold', by: EVA, success: true, fields: { name: 'Ann Example' } };
    const record = await floor.record('ann');
    await floor.ports.records.commit({
      before: record,
      after: changed(record),
      entries: [{ type: 'record.classified', at: record.updatedAt, attempt: 'a1', ...told }],
    });

    await commitRule(await deletion(floor), floor.ports);

    expect(await everything(floor)).not.toContain('Ann Example');
    expect(await floor.entries('ann')).toContain('record.classified');
  });

  it('is not classified any more', async () => {
    const floor = await called(0);
    await commitRule(await deletion(floor), floor.ports);
    const attempt = (await floor.attempt('ann')).id;

    const answer = await classifyRecord(
      { campaign: 'spring', record: 'ann', attempt, classifier: 'sold', agent: EVA, fields: {} },
      floor.ports,
    );

    expect(answer).toMatchObject({ kind: 'refused' });
  });
});

describe('a contact that a person erases', () => {
  const ann = ref('spring', 'ann');

  /** The call is over, and its rule has decided. */
  async function atRest(): Promise<Floor> {
    const floor = await called();
    const record = await floor.record('ann');
    const { current: _, ...rest } = record;
    await floor.ports.records.commit({
      before: record,
      after: changed({ ...rest, fields: { name: 'Ann' }, state: 'closed' }),
      entries: [],
    });
    return floor;
  }

  it('leaves its number nowhere once the sweeper has been there, and is erased once', async () => {
    const floor = await atRest();

    const answers = [
      await eraseRecord(ann, 'olga', floor.ports),
      await eraseRecord(ann, 'olga', floor.ports),
    ];
    expect(await floor.record('ann')).toMatchObject({
      ...{ state: 'deleted', phones: [], emails: [], fields: {}, toErase: true },
    });
    await sweeper({}, floor.ports);

    expect(answers).toEqual([{ kind: 'erased' }, { kind: 'unchanged' }]);
    expect(await everything(floor)).not.toContain(PHONE);
    expect(await everything(floor)).not.toContain('Dear Ann');
    expect(await floor.record('ann')).not.toHaveProperty('toErase');
    const deleted = (await floor.ports.journal.ofRecord(ann)).filter(
      ({ type }) => type === 'record.deleted',
    );
    expect(deleted).toMatchObject([{ because: 'by olga' }]);
  });

  it('is not erased in the middle of a call', async () => {
    const floor = await called();

    expect(await eraseRecord(ann, 'olga', floor.ports)).toEqual({
      kind: 'refused',
      reasons: ['a contact with it is under way'],
    });
    expect(await eraseRecord(ref('spring', 'ben'), 'olga', floor.ports)).toEqual({
      kind: 'missing',
    });
  });
});
