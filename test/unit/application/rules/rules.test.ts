import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { placeCall } from '../../../../lib/application/dialing/place-call.ts';
import type { DialRequest } from '../../../../lib/application/ports/telephony.ts';
import { beginRule } from '../../../../lib/application/rules/begin-rule.ts';
import { callsAndRules } from '../../../../lib/application/rules/calls-and-rules.ts';
import { commitRule } from '../../../../lib/application/rules/commit-rule.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import type { RuleAction } from '../../../../lib/domain/rules/rule-schema.ts';
import { at, changed, ref } from '../../../support/records.ts';
import { aFloor, contended, EVA, type Floor, rangOut, TOM, talkedTo } from '../a-floor.ts';

const contact = contactId('contact-1');
/** Sound for most, but not for whoever was here a hundred million times. */
const LOOP = '{% for visit in (1..visits) %}x{% endfor %}';
const EMAIL: Extract<RuleAction, { kind: 'send-email' }> = {
  kind: 'send-email',
  mailbox: 'appointments',
  cc: [],
  bcc: [],
  subject: LOOP,
  text: 'Hello',
  attachments: [],
};

/** Ann's first call is over; nobody answered, or Eva had it. */
async function called(facts = rangOut({ contact })): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'] });
  await floor.tick();
  await floor.placeAll();
  await contactEvents(facts, floor.ports);
  return floor;
}

async function run(floor: Floor) {
  const attempt = (await floor.attempt('ann')).id;
  return { campaign: 'spring', record: 'ann', attempt, rule: 'rule', version: 'v1' };
}

const again = {
  path: '/again',
  restarted: '',
  values: {},
  actions: { again: { kind: 'recontact', after: { days: 0, seconds: 7200 } } as const },
};

/** Notes what is asked for. */
const countingLoads = (records: Floor['ports']['records'], asked: string[]) => ({
  ...records,
  load: (...of: Parameters<typeof records.load>) => {
    asked.push('record');
    return records.load(...of);
  },
  loadAttempt: (...of: Parameters<typeof records.loadAttempt>) => {
    asked.push('attempt');
    return records.loadAttempt(...of);
  },
});

describe('a run of a callback rule', () => {
  it('begins with what its conditions ask for', async () => {
    const floor = await called();

    const begun = await beginRule(
      {
        ...(await run(floor)),
        tiles: { status: { kind: 'call-status' }, tries: { kind: 'attempts' } },
        entries: [],
      },
      floor.ports,
    );

    expect(begun).toEqual({
      applied: false,
      entry: 'trigger',
      restarted: '',
      result: 'none',
      values: { status: 'not-answered', tries: 1 },
    });
  });

  it('ends with one change, once (CLS-14)', async () => {
    const floor = await called();
    const input = { ...(await run(floor)), ...again };

    const outcomes = [await commitRule(input, floor.ports), await commitRule(input, floor.ports)];

    expect(outcomes).toEqual([{ outcome: 'applied' }, { outcome: 'decided before' }]);
    expect(await floor.record('ann')).toMatchObject({
      state: 'recall-scheduled',
      nextContact: at(7200),
    });
    expect((await floor.record('ann')).current).toBeUndefined();
  });

  it.each([
    ['sms', { kind: 'send-sms', from: 'Ringback', text: LOOP }],
    ['email', EMAIL],
  ] as const)('goes on when a record’s values break a template: %s', async (kind, message) => {
    const floor = await aFloor();
    await floor.add('ann', { fields: { visits: '100000000' } });
    await floor.tick();
    await floor.placeAll();
    await contactEvents(rangOut({ contact }), floor.ports);
    const actions = {
      message,
      again: { kind: 'recontact', after: { days: 0, seconds: 7200 } } as const,
    };

    await commitRule(
      { ...(await run(floor)), ...again, path: '/message/again', actions },
      floor.ports,
    );

    const told = await floor.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(told).toContainEqual(
      expect.objectContaining({
        ...{ type: 'message.not-ordered', kind },
        because: 'the record’s values break its template',
      }),
    );
    expect((await floor.record('ann')).state).toBe('recall-scheduled');
    expect(floor.ports.records.messagesOf(ref('spring', 'ann'))).toEqual([]);
  });

  it('applied by two at the same moment happens once', async () => {
    const floor = await called();
    const input = { ...(await run(floor)), ...again };

    const outcomes = await Promise.all([1, 2].map(() => commitRule(input, floor.ports)));

    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual([
      'applied',
      'decided before',
    ]);
  });

  it('sets a record aside that nothing follows for (CBR-9)', async () => {
    const floor = await called();
    const input = { ...(await run(floor)), ...again, path: '/done', actions: {} };

    await commitRule(input, floor.ports);

    expect((await floor.record('ann')).state).toBe('set-aside');
  });

  it('is decided again when somebody else was first', async () => {
    const floor = await called();
    const input = { ...(await run(floor)), ...again };

    const ports = { ...floor.ports, ...contended(floor.ports, 2) };

    expect(await commitRule(input, ports)).toEqual({ outcome: 'applied' });
  });

  it('asks for nothing where the function has just stored the end of the call', async () => {
    const floor = await called();
    const input = await run(floor);
    const asked: string[] = [];
    const ports = { ...floor.ports, records: countingLoads(floor.ports.records, asked) };

    const begun = await callsAndRules({ ...input, tiles: {}, entries: [] }, ports);
    const outcome = await callsAndRules({ ...input, ...again, result: 'none' }, ports);

    expect(begun).toMatchObject({ applied: false, entry: 'trigger' });
    expect(outcome).toEqual({ outcome: 'applied' });
    expect(asked).toEqual([]);
    expect((await floor.record('ann')).nextContact).toBe(at(7200));
  });

  it.each([10, 11])('asks once when it begins %i seconds later', async (seconds) => {
    const floor = await called();
    const input = await run(floor);
    const asked: string[] = [];
    const ports = { ...floor.ports, records: countingLoads(floor.ports.records, asked) };
    floor.waitUntil(seconds);

    await callsAndRules({ ...input, tiles: {}, entries: [] }, ports);
    const outcome = await callsAndRules({ ...input, ...again, result: 'none' }, ports);

    expect(outcome).toEqual({ outcome: 'applied' });
    expect(asked).toEqual(seconds > 10 ? ['record', 'attempt'] : []);
  });

  it('reads what others have changed since the call ended', async () => {
    const floor = await called();
    const input = await run(floor);
    const before = await floor.record('ann');
    const after = changed(before, { fields: { city: 'Brno' } });
    await floor.ports.records.commit({ before, after, entries: [] });
    const asked: string[] = [];
    const ports = { ...floor.ports, records: countingLoads(floor.ports.records, asked) };

    await callsAndRules({ ...input, tiles: {}, entries: [] }, ports);

    expect(asked).toEqual(['record', 'attempt']);
  });

  it('ends on what its record is by then, whoever has changed it since it began', async () => {
    const floor = await called();
    await callsAndRules({ ...(await run(floor)), tiles: {}, entries: [] }, floor.ports);
    const [before, { id }] = [await floor.record('ann'), await floor.attempt('ann')];
    const known = floor.ports.records.lastRead(before, id);
    const after = changed(before, { fields: { city: 'Brno' } });
    await floor.ports.records.commit({ before, after, entries: [] });
    const stale = { ...floor.ports.records, lastRead: () => known };

    const input = { ...(await run(floor)), ...again, result: 'none' };
    const outcomes = [
      await callsAndRules(input, { ...floor.ports, records: stale }),
      await callsAndRules(input, { ...floor.ports, records: stale }),
    ];

    expect(known?.record).toEqual(before);
    expect(outcomes).toEqual([{ outcome: 'applied' }, { outcome: 'decided before' }]);
    expect(await floor.record('ann')).toMatchObject({
      ...{ state: 'recall-scheduled', fields: { city: 'Brno' } },
    });
  });

  it('of an attempt nobody knows is a fault', async () => {
    const floor = await aFloor();
    const unknown = {
      campaign: 'spring',
      record: 'ann',
      attempt: 'a1',
      rule: 'rule',
      version: 'v1',
    };

    const begin = beginRule({ ...unknown, tiles: {}, entries: [] }, floor.ports);
    const commit = commitRule({ ...unknown, ...again }, floor.ports);

    await expect(begin).rejects.toMatchObject({ name: 'NotFound' });
    await expect(commit).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('a classification', () => {
  const sold = async (floor: Floor) => ({
    campaign: 'spring',
    record: 'ann',
    attempt: (await floor.attempt('ann')).id,
    classifier: 'sold',
    agent: EVA,
    fields: {},
  });

  const path = { path: '/again', restarted: '', values: {}, actions: again.actions };

  it('is taken in once; the rule follows with its result and changes nothing of what it decided (CBR-15, CLS-14)', async () => {
    const floor = await called(talkedTo({ contact }, EVA));
    const input = await sold(floor);

    const answers = [
      await classifyRecord(input, floor.ports),
      await classifyRecord(input, floor.ports),
    ];
    const begun = await beginRule(
      { ...(await run(floor)), tiles: { said: { kind: 'result' } }, entries: [] },
      floor.ports,
    );
    const committing = { ...(await run(floor)), ...path, result: begun.result };
    const rule = [
      await commitRule(committing, floor.ports),
      await commitRule(committing, floor.ports),
    ];

    expect(answers).toEqual([{ kind: 'classified' }, { kind: 'classified' }]);
    expect(begun).toMatchObject({ applied: false, result: 'sold', values: { said: 'sold' } });
    expect(rule).toEqual([{ outcome: 'applied' }, { outcome: 'decided before' }]);
    const entries = await floor.entries('ann');
    expect(entries.filter((type) => type === 'record.classified').length).toBe(1);
    expect(await floor.record('ann')).toMatchObject({ state: 'closed', success: true });
    expect((await floor.record('ann')).current).toBeUndefined();
  });

  it('given while a run of the rule is under way makes that run void; another follows', async () => {
    const floor = await called({ ...talkedTo({ contact }, EVA), wrapUpEnded: at(80) });
    const begun = await beginRule({ ...(await run(floor)), tiles: {}, entries: [] }, floor.ports);
    await classifyRecord(await sold(floor), floor.ports);

    const committing = { ...(await run(floor)), ...path };
    const outcomes = [
      await commitRule({ ...committing, result: begun.result }, floor.ports),
      await commitRule({ ...committing, result: 'sold' }, floor.ports),
    ];

    expect(outcomes).toEqual([{ outcome: 'classified since' }, { outcome: 'applied' }]);
    const entries = await floor.entries('ann');
    expect(entries.filter((type) => type === 'attempt.settled').length).toBe(2);
    expect((await floor.record('ann')).state).toBe('closed');
  });

  it('counts with the classification, not with the events that come late', async () => {
    const floor = await called(talkedTo({ contact }, EVA));
    await classifyRecord(await sold(floor), floor.ports);

    await contactEvents({ ...talkedTo({ contact }, EVA), wrapUpEnded: at(80) }, floor.ports);

    expect(await floor.record('ann')).toMatchObject({ state: 'closed', endings: { answered: 1 } });
    const { campaign } = await floor.record('ann');
    // the rule has not decided yet
    expect(await floor.ports.records.counts(campaign)).toEqual({
      'being-contacted': 1,
      success: 1,
    });
  });

  it('is not refused for what Connect’s events have not told yet: Connect is asked', async () => {
    const facts = { contact, initiated: at(1), disconnected: at(60) };
    const floor = await called(facts);
    const before = (await floor.attempt('ann')).status;
    floor.ports.telephony.know(talkedTo({ contact }, EVA));

    const answer = await classifyRecord(await sold(floor), floor.ports);

    expect([before, answer]).toEqual(['error', { kind: 'classified' }]);
    expect((await floor.attempt('ann')).timestamps.connectedToAgent).toBe(at(11));
    expect(await floor.record('ann')).toMatchObject({ state: 'closed', success: true });
  });

  it('of a call whose contact only the agent’s program knows is taken in, of another’s contact not', async () => {
    const floor = await aFloor({ records: ['ann', 'ben'], free: [EVA, TOM] });
    await floor.order();
    const ofAnn = { ...ref('spring', 'ann'), attempt: (await floor.attempt('ann')).id };
    const dial = async (request: DialRequest): Promise<never> => {
      await floor.ports.telephony.dial(request);
      throw new Error('killed');
    };
    const dying = { ...floor.ports, telephony: { ...floor.ports.telephony, dial } };
    await expect(placeCall(ofAnn, dying)).rejects.toThrow('killed');
    floor.ports.telephony.know(talkedTo({ contact }, EVA));
    const input = await sold(floor);

    const answers = [
      await classifyRecord(input, floor.ports),
      await classifyRecord({ ...input, contact: 'contact-2' }, floor.ports),
      await classifyRecord({ ...input, contact }, floor.ports),
    ];

    const unplaced = { kind: 'refused', reasons: ['the call has not been placed yet'] };
    expect(answers).toEqual([unplaced, unplaced, { kind: 'classified' }]);
    expect(await floor.record('ann')).toMatchObject({ state: 'closed', attempts: 1 });
  });

  it.each([
    [{ campaign: 'gone' }, "there is no campaign 'gone'"],
    [{ record: 'nobody' }, "there is no record 'nobody'"],
    [{ attempt: 'a9' }, "there is no call 'a9'"],
  ])('is refused for %o', async (what, reason) => {
    const floor = await called(talkedTo({ contact }, EVA));

    const answer = await classifyRecord({ ...(await sold(floor)), ...what }, floor.ports);

    expect(answer).toEqual({ kind: 'refused', reasons: [reason] });
  });
});
