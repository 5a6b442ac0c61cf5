import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { attemptId, campaignId, contactId } from '../../../../lib/domain/model/ids.ts';
import { at } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, rangOut, talkedTo } from '../a-floor.ts';

const contact = contactId('contact-1');
const NOTHING = { settled: 0, messages: 0, erased: 0 };
const ONE = { ...NOTHING, settled: 1 };

async function placed(): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'] });
  await floor.tick();
  await floor.placeAll();
  return floor;
}
async function sweepAt(floor: Floor, seconds: number) {
  floor.waitUntil(seconds);
  return sweeper({}, floor.ports);
}

describe('the sweeper', () => {
  it('leaves alone what is within its time', async () => {
    const floor = await placed();

    expect(await sweepAt(floor, 84)).toEqual(NOTHING);
  });

  it('gives an order back that got lost; it does not count as a call', async () => {
    const floor = await aFloor({ records: ['ann'] });
    await floor.order();

    const swept = await sweepAt(floor, 605);

    expect(swept).toEqual(ONE);
    expect(await floor.record('ann')).toMatchObject({ state: 'new', attempts: 0 });
    expect(await floor.placeAll()).toEqual(['no longer ordered']);
  });

  it('takes in what Connect says of a call whose events never came', async () => {
    const floor = await placed();
    floor.ports.telephony.know(rangOut({ contact }));

    const swept = await sweepAt(floor, 89);

    expect(swept).toEqual(ONE);
    expect(await floor.record('ann')).toMatchObject({
      endings: { 'not-answered': 1 },
      current: { phase: 'ended' },
    });
  });

  it('looks again later when Connect says the call goes on', async () => {
    const floor = await placed();

    const swept = [await sweepAt(floor, 89), await sweepAt(floor, 94)];

    expect(swept).toEqual([ONE, NOTHING]);
    expect((await floor.record('ann')).current).toMatchObject({
      phase: 'started',
      deadline: at(89 + 85),
    });
  });

  it('ends a call Connect has forgotten as an error', async () => {
    const floor = await placed();
    const contacts = { ...floor.ports.contacts, describe: async () => undefined };

    floor.waitUntil(89);
    await sweeper({}, { ...floor.ports, contacts });

    expect((await floor.record('ann')).endings).toEqual({ error: 1 });
  });

  it('leaves a record unhandled when its wrap-up has run out (REC-9)', async () => {
    const floor = await placed();
    await contactEvents(talkedTo({ contact }, EVA), floor.ports);

    const swept = [await sweepAt(floor, 93), await sweepAt(floor, 94)];

    expect(swept).toEqual([NOTHING, ONE]);
    expect((await floor.record('ann')).state).toBe('unhandled');
    expect((await floor.entries('ann')).slice(-2)).toEqual(['record.unhandled', 'attempt.settled']);
  });

  it('starts a lost rule run again, after longer and longer pauses', async () => {
    const floor = await placed();
    await contactEvents(rangOut({ contact }), floor.ports);

    const reminders: number[] = [];
    for (let minute = 1; minute <= 60; minute++) {
      const { settled } = await sweepAt(floor, minute * 60 + 4);
      if (settled > 0) reminders.push(minute);
    }

    expect(reminders).toEqual([2, 5, 10, 20, 40]);
  });

  it('keeps a number locked for as long as Connect says the call goes on (DIA-7)', async () => {
    const floor = await placed();
    const inCall = talkedTo({ contact }, EVA);
    const { disconnected: _, wrapUpEnded: __, disconnectReason: ___, ...talking } = inCall;
    await contactEvents(talking, floor.ports);
    floor.ports.telephony.know(talking);

    for (let hour = 1; hour <= 12; hour++) await sweepAt(floor, hour * 3700);

    const twin = { ...(await floor.record('ann')), campaign: campaignId('autumn'), version: 1 };
    await floor.ports.records.commit({ before: undefined, after: twin, entries: [] });
    const [phone, now] = [twin.phones[0]?.value ?? '', at(12 * 3700)];
    const takeNumber = { phone, attempt: attemptId('b1'), now, until: at(13 * 3700) };
    const change = { before: twin, after: { ...twin, version: 2 }, entries: [], takeNumber };
    expect(await floor.ports.records.commit(change)).toBe('number-taken');
  });

  it('tells of everything that failed, not of the first alone', async () => {
    const floor = await aFloor({ records: ['ann', 'ben'], free: [EVA, 'tom' as typeof EVA] });
    await floor.order();
    const loadAttempt: typeof floor.ports.records.loadAttempt = ({ record }) =>
      Promise.reject(new Error(`${record} resists`));
    const ports = { ...floor.ports, records: { ...floor.ports.records, loadAttempt } };

    floor.waitUntil(605);
    const failure = await sweeper({}, ports).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(AggregateError);
    expect(String(failure)).toContain('2 items could not be swept: Error: ann resists; Error: ben');
  });

  it('works on the others when one record resists, and fails in the end', async () => {
    const floor = await aFloor({ records: ['ann', 'ben'], free: [EVA, 'tom' as typeof EVA] });
    await floor.order();
    const loadAttempt: typeof floor.ports.records.loadAttempt = (ref, attempt) =>
      ref.record === 'ann'
        ? Promise.reject(new Error('throttled'))
        : floor.ports.records.loadAttempt(ref, attempt);
    const ports = { ...floor.ports, records: { ...floor.ports.records, loadAttempt } };

    floor.waitUntil(605);
    await expect(sweeper({}, ports)).rejects.toThrow('throttled');

    const states = [await floor.record('ann'), await floor.record('ben')].map(({ state }) => state);
    expect(states).toEqual(['being-contacted', 'new']);
  });
});
