import { describe, expect, it, vi } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { placeCall } from '../../../../lib/application/dialing/place-call.ts';
import { changeAddress } from '../../../../lib/application/ledger/change-ledger.ts';
import type { Telephony } from '../../../../lib/application/ports/telephony.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { LONGEST_CALL } from '../../../../lib/domain/records/deadlines.ts';
import { at, ref } from '../../../support/records.ts';
import { aFloor, contended, dyingAfter, EVA, type Floor, rangOut, type Setup } from '../a-floor.ts';

/** Ann's call is ordered. */
async function ordered(setup: Setup = {}): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'], ...setup });
  await floor.order();
  return floor;
}
const order = async (floor: Floor) => ({
  campaign: 'spring',
  record: 'ann',
  attempt: (await floor.attempt('ann')).id,
});
const place = async (floor: Floor, ports = floor.ports as Parameters<typeof placeCall>[1]) =>
  (await placeCall(await order(floor), ports)).outcome;

describe('an ordered call', () => {
  it('is placed with what Connect needs to know', async () => {
    const floor = await ordered({ outbound: { callerIds: ['main'], ringFor: '40 s' } });

    const outcome = await place(floor);

    const { id, endpoint: phone } = await floor.attempt('ann');
    expect(outcome).toBe('placed');
    expect(floor.ports.telephony.placed).toEqual([
      {
        attempt: id,
        ref: ref('spring', 'ann'),
        phone,
        queue: 'sales',
        callerId: 'main',
        ringFor: 40,
        machineDetection: false,
        language: 'en',
        priority: 5,
        parameters: {},
      },
    ]);
    expect(await floor.record('ann')).toMatchObject({
      state: 'being-contacted',
      attempts: 1,
      current: { phase: 'started', deadline: at(100) },
    });
  });

  it('reads the ledger under the names the order brings, and is taken back if its number is on the blacklist by then (REC-13)', async () => {
    const floor = await ordered();
    const { ledger } = floor.ports;
    const { id: attempt, endpoint } = await floor.attempt('ann');
    const entry = { kind: 'blacklist', reason: 'asked for it', by: 'olga' } as const;
    await changeAddress(endpoint, [entry], ledger, at(1));
    const asked: (readonly string[])[] = [];
    const noting: typeof ledger = {
      ...ledger,
      under(names) {
        asked.push(names);
        return ledger.under(names);
      },
    };
    const input = { campaign: 'spring', record: 'ann', attempt, listed: ['name of the number'] };

    const { outcome } = await placeCall(input, { ...floor.ports, ledger: noting });

    expect(outcome).toBe('taken back');
    expect(asked).toEqual([['name of the number']]);
    expect(floor.ports.telephony.placed).toEqual([]);
    expect((await floor.record('ann')).current).toBeUndefined();
  });

  it('is held against the blacklist as well when the order brings no names', async () => {
    const floor = await ordered();
    const { endpoint } = await floor.attempt('ann');
    const entry = { kind: 'blacklist', reason: 'asked for it', by: 'olga' } as const;
    await changeAddress(endpoint, [entry], floor.ports.ledger, at(1));

    expect(await place(floor)).toBe('taken back');
    expect(floor.ports.telephony.placed).toEqual([]);
  });

  it('keeps the names of its number while it waits for its turn', async () => {
    const floor = await ordered();
    const { id: attempt } = await floor.attempt('ann');
    const take = async () => ({ granted: false, retryAt: at(30) }) as const;
    const ports = { ...floor.ports, throttle: { ...floor.ports.throttle, take } };
    const sent: unknown[] = [];
    const dialQueue: typeof ports.dialQueue = {
      ...ports.dialQueue,
      send: async (orders) => void sent.push(...orders),
    };
    const input = { campaign: 'spring', record: 'ann', attempt, listed: ['name of the number'] };

    const { outcome } = await placeCall(input, { ...ports, dialQueue });

    expect(outcome).toBe('waits for its turn');
    expect(sent).toEqual([{ ref: ref('spring', 'ann'), attempt, listed: ['name of the number'] }]);
  });

  it('waits for an agent as long as its campaign says, where it says so (PRI-4)', async () => {
    const floor = await ordered({ outbound: { longestWait: '75 s' } });

    await place(floor);

    expect(floor.ports.telephony.placed[0]?.longestWait).toBe(75);
  });

  it('goes to the one agent it was offered to (DIA-1)', async () => {
    const floor = await ordered({ outbound: { mode: 'preview' } });

    await place(floor);

    expect(floor.ports.telephony.placed[0]?.agentArn).toBe('arn:eva');
  });

  it('is given back when that agent is no longer free', async () => {
    const floor = await ordered({ outbound: { mode: 'preview' } });
    floor.waitUntil(5);
    await floor.agent(EVA, 'break');

    const outcome = await place(floor);

    expect(outcome).toBe('taken back');
    expect(await floor.record('ann')).toMatchObject({ state: 'new', attempts: 0 });
    expect(await floor.entries('ann')).toContain('record.postponed');
  });

  it.each(['paused', 'ended', 'off'] as const)(
    'is given back, not counted and not dialed once the campaign is %s (DIA-6)',
    async (to) => {
      const floor = await ordered();
      await floor.switchTo(to);

      const outcome = await place(floor);

      expect(outcome).toBe('taken back');
      expect(floor.ports.telephony.placed).toEqual([]);
      const { current, ...record } = await floor.record('ann');
      expect(current).toBeUndefined();
      expect(record).toMatchObject({ state: 'new', nextContact: at(0), attempts: 0, endings: {} });
    },
  );

  it('frees its number when it is given back', async () => {
    const floor = await ordered();
    await floor.switchTo('paused');
    await place(floor);
    await floor.switchTo('running');
    floor.waitUntil(5); // an order may take that long to leave the index

    expect((await floor.tick()).ordered).toBe(1);
  });

  it('is not placed when the queue has closed meanwhile', async () => {
    const floor = await ordered();
    floor.waitUntil(11 * 3600);

    expect(await place(floor)).toBe('taken back');
  });

  it('is placed once, however often it is asked for (DIA-7)', async () => {
    const floor = await ordered();

    const outcomes = [await place(floor), await place(floor)];

    expect(outcomes).toEqual(['placed', 'no longer ordered']);
    expect(floor.ports.telephony.placed.length).toBe(1);
  });

  it('is placed once when two are asked for at the same moment (DIA-7)', async () => {
    const floor = await ordered();

    const outcomes = await Promise.all([place(floor), place(floor)]);

    expect(outcomes.toSorted()).toEqual(['asked for before', 'placed']);
    expect((await floor.record('ann')).attempts).toBe(1);
    expect(floor.ports.telephony.placed.length).toBe(1);
  });

  it('is the same contact when the function dies before it has stored the answer (DIA-7)', async () => {
    const floor = await ordered();
    const dying = dyingAfter(floor.ports, ({ current }) => current?.phase === 'started');
    await expect(place(floor, { ...floor.ports, ...dying })).rejects.toThrow('killed');

    const outcome = await place(floor);

    expect(outcome).toBe('no longer ordered');
    expect(floor.ports.telephony.placed.length).toBe(1);
  });

  it('is asked for once: without Connect’s answer it is not asked for again (DIA-7)', async () => {
    const floor = await ordered();
    const dies: Telephony['dial'] = async (request) => {
      await floor.ports.telephony.dial(request);
      throw new Error('killed');
    };
    const dying = { ...floor.ports, telephony: { ...floor.ports.telephony, dial: dies } };
    await expect(place(floor, dying)).rejects.toThrow('killed');

    const outcome = await place(floor);
    floor.waitUntil(605);
    await sweeper({}, floor.ports);
    const waiting = await floor.record('ann');
    floor.waitUntil(LONGEST_CALL + 60);
    await sweeper({}, floor.ports);

    expect(outcome).toBe('no longer ordered');
    expect(floor.ports.telephony.placed.length).toBe(1);
    expect(waiting).toMatchObject({ attempts: 0, endings: {}, current: { phase: 'unclear' } });
    expect(await floor.record('ann')).toMatchObject({
      attempts: 1,
      endings: { error: 1 },
      current: { phase: 'ended' },
    });
  });

  it('whose fate Connect tells in the end is counted once, however late', async () => {
    const floor = await ordered();
    const lost: Telephony['dial'] = async (request) => {
      await floor.ports.telephony.dial(request);
      throw new Fault('CallUnclear', 'no answer');
    };
    const unclear = { ...floor.ports, telephony: { ...floor.ports.telephony, dial: lost } };
    await expect(place(floor, unclear)).rejects.toMatchObject({ name: 'CallUnclear' });
    floor.waitUntil(LONGEST_CALL + 60);
    await sweeper({}, floor.ports);

    await contactEvents(rangOut({ contact: contactId('contact-1') }), floor.ports);

    expect(await floor.record('ann')).toMatchObject({ attempts: 1, endings: { error: 1 } });
    expect((await floor.attempt('ann')).timestamps.disconnected).toBe(at(26));
  });

  it('is asked for again when Connect had no time and has placed nothing', async () => {
    const floor = await ordered();
    const dial = () => Promise.reject(new Fault('TelephonyUnavailable', 'throttled'));
    const busy = { ...floor.ports, telephony: { ...floor.ports.telephony, dial } };
    await expect(place(floor, busy)).rejects.toMatchObject({ name: 'TelephonyUnavailable' });

    expect(await place(floor)).toBe('placed');
    expect((await floor.attempt('ann')).askedAt).toBe(at(0));
  });

  it('waits for its turn at the rate Connect allows', async () => {
    const floor = await ordered({ callsPerSecond: 1 });
    const { burst } = floor.ports.definitions.definitions().centre.connect;
    for (let i = 0; i < burst; i++) await floor.ports.throttle.take(at(0));
    const before = floor.ports.dialQueue.sent.length;

    const outcome = await place(floor);

    expect(outcome).toBe('waits for its turn');
    expect(floor.ports.dialQueue.sent.slice(before).map(({ delay }) => delay)).toEqual([1]);
    expect((await floor.record('ann')).current?.phase).toBe('ordered');
  });

  it('that Connect refuses is an error and goes to its rule (CBR-2)', async () => {
    const floor = await ordered();
    const { endpoint: phone } = await floor.attempt('ann');
    floor.ports.telephony.refuse(phone, 'DestinationNotAllowed');

    const outcome = await place(floor);

    expect(outcome).toBe('refused');
    expect(await floor.record('ann')).toMatchObject({
      attempts: 1,
      endings: { error: 1 },
      current: { phase: 'ended' },
    });
    expect((await floor.entries('ann')).slice(-3)).toEqual([
      'call.refused',
      'call.ended',
      'attempt.settled',
    ]);
  });

  it('decides again when somebody else was first, and gives up after six times', async () => {
    const [once, always] = [await ordered(), await ordered()];

    const placed = await place(once, { ...once.ports, ...contended(once.ports, 5) });
    const failing = place(always, { ...always.ports, ...contended(always.ports, 6) });

    expect(placed).toBe('placed');
    await expect(failing).rejects.toThrow(Fault);
    await expect(failing).rejects.toMatchObject({ name: 'RecordContended' });
  });

  it('of a record nobody knows is none', async () => {
    const floor = await aFloor();
    const unknown = { campaign: 'spring', record: 'nobody', attempt: 'a1' };

    expect(await placeCall(unknown, floor.ports)).toEqual({ outcome: 'no longer ordered' });
  });

  it.each([
    ['its campaign (CAM-12)', { campaign: { priority: 75 } }, {}, 3],
    ['its channel (PRI-1)', { outbound: { priority: 75 } }, {}, 3],
    ['the weight of its record (PRI-3)', {}, { weight: 50 }, 3],
    ['all of them', { campaign: { priority: 25 }, outbound: { priority: 75 } }, { weight: -50 }, 8],
  ])('stands in the queue by %s', async (_, setup, changes, level) => {
    const floor = await aFloor(setup);
    await floor.add('ann', changes);
    const dial = vi.fn(floor.ports.telephony.dial);
    await floor.order();
    const { id: attempt } = await floor.attempt('ann');

    const telephony = { ...floor.ports.telephony, dial };
    await placeCall({ campaign: 'spring', record: 'ann', attempt }, { ...floor.ports, telephony });

    expect(dial.mock.calls.map(([{ priority }]) => priority)).toEqual([level]);
  });
});
