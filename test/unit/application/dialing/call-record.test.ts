import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { callRecord } from '../../../../lib/application/dialing/call-record.ts';
import { placeCall } from '../../../../lib/application/dialing/place-call.ts';
import type { CallThrottle } from '../../../../lib/application/ports/call-throttle.ts';
import type { Telephony } from '../../../../lib/application/ports/telephony.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { type AgentId, attemptId } from '../../../../lib/domain/model/ids.ts';
import { LONGEST_CALL } from '../../../../lib/domain/records/deadlines.ts';
import { at, ref } from '../../../support/records.ts';
import { aFloor, contended, dyingAfter, EVA, type Floor, type Setup, TOM } from '../a-floor.ts';

type Ports = Parameters<typeof callRecord>[1];

const BY_HAND: Setup = {
  campaign: { handling: 'manual-web' },
  outbound: { mode: 'preview', offerFor: '90 s' },
};

/** Ann is offered to Eva. */
async function offered(setup: Setup = {}): Promise<Floor> {
  const floor = await aFloor({ ...BY_HAND, records: ['ann'], ...setup });
  await floor.tick();
  return floor;
}

interface Pressed {
  readonly what?: TaskInput<'call-record'>['press'];
  readonly agent?: AgentId;
  readonly ports?: Ports;
}

async function press(floor: Floor, { what = 'call', agent = EVA, ports }: Pressed = {}) {
  const { id } = await floor.attempt('ann');
  const input = { campaign: 'spring', record: 'ann', attempt: id, agent, press: what };
  return callRecord(input, ports ?? floor.ports);
}

/** What the queue hands out when the time for the offer is over. */
async function timeOver(floor: Floor): Promise<string> {
  floor.waitUntil(90);
  const { id } = await floor.attempt('ann');
  return (await placeCall({ campaign: 'spring', record: 'ann', attempt: id }, floor.ports)).outcome;
}

const placed = (floor: Floor) => floor.ports.telephony.placed;
const last = async (floor: Floor) =>
  (await floor.ports.journal.ofRecord(ref('spring', 'ann'))).at(-1);

describe('a record offered to an agent who starts the calls (CAM-3)', () => {
  it('is theirs for as long as the campaign says, and nothing is dialed', async () => {
    const floor = await offered();

    expect(await floor.record('ann')).toMatchObject({
      current: { phase: 'ordered', offeredTo: 'eva', awaitsAgent: true },
    });
    expect(await last(floor)).toMatchObject({
      type: 'record.offered',
      agent: 'eva',
      seconds: 90,
      starts: 'by-agent',
    });
    expect(floor.ports.dialQueue.sent.map(({ delay }) => delay)).toEqual([90]);
    expect(placed(floor)).toEqual([]);
  });

  it('is called when the agent presses call, by Connect for this agent', async () => {
    const floor = await offered();
    floor.waitUntil(20);

    const answer = await press(floor);

    const { id, endpoint: phone } = await floor.attempt('ann');
    expect(answer).toEqual({ kind: 'called' });
    expect(placed(floor)).toMatchObject([{ attempt: id, phone, agentArn: 'arn:eva' }]);
    expect(await floor.entries('ann')).toEqual([
      'record.added',
      'call.ordered',
      'record.offered',
      'offer.taken',
      'call.placed',
    ]);
    const { current } = await floor.record('ann');
    expect(current).toMatchObject({ phase: 'started', offeredTo: 'eva' });
    expect(current).not.toHaveProperty('awaitsAgent');
  });

  it('is called once when call is pressed twice, one after the other or at once (DIA-7)', async () => {
    const floor = await offered();

    const answers = [
      ...(await Promise.all([press(floor), press(floor)])),
      await press(floor),
      await timeOver(floor),
    ];

    expect(answers).toEqual([
      { kind: 'called' },
      { kind: 'called' },
      { kind: 'called' },
      'no longer ordered',
    ]);
    expect(placed(floor).length).toBe(1);
  });

  it.each([
    ['after it was noted that call was pressed', 'ordered'],
    ['after Connect took the call', 'started'],
  ] as const)('is called once when the function is killed %s', async (_, phase) => {
    const floor = await offered();
    const ports = dyingAfter(
      floor.ports,
      ({ current }) => current?.phase === phase && current.awaitsAgent === undefined,
    );
    await expect(press(floor, { ports: ports as Ports })).rejects.toThrow('killed');

    await press(floor);
    await timeOver(floor);

    expect(placed(floor).length).toBe(1);
  });

  it('is placed by the queue when the function was killed and nobody presses again', async () => {
    const floor = await offered();
    const ports = dyingAfter(floor.ports, ({ current }) => current?.awaitsAgent === undefined);
    await expect(press(floor, { ports: ports as Ports })).rejects.toThrow('killed');

    expect(await timeOver(floor)).toBe('placed');
  });

  it('loses to other writers and decides again', async () => {
    const floor = await offered();

    const answer = await press(floor, { ports: contended(floor.ports, 2) as Ports });

    expect(answer).toEqual({ kind: 'called' });
  });

  it('goes back to the list when the time for it is over, and comes again later', async () => {
    const floor = await offered();

    expect(await timeOver(floor)).toBe('not started by the agent');

    const record = await floor.record('ann');
    expect(record.current).toBeUndefined();
    expect(record).toMatchObject({ state: 'new', nextContact: at(390), attempts: 0 });
    expect(await last(floor)).toEqual({
      type: 'offer.returned',
      at: at(90),
      attempt: (await floor.attempt('ann')).id,
      agent: 'eva',
      because: 'time-over',
      until: at(390),
    });
    expect(await press(floor)).toEqual({
      kind: 'refused',
      reasons: ['the record is no longer offered: the time for it is over'],
    });
    floor.waitUntil(390);
    await floor.agent(EVA);
    expect((await floor.tick()).ordered).toBe(1);
  });

  it('goes back to the list when the agent skips it; the agent gets another', async () => {
    const floor = await offered({ records: ['ann', 'ben'] });

    const answers = [await press(floor, { what: 'skip' }), await press(floor, { what: 'skip' })];
    floor.waitUntil(5);
    await floor.tick();

    expect(answers).toEqual([{ kind: 'skipped' }, { kind: 'skipped' }]);
    expect(await floor.record('ann')).toMatchObject({ state: 'new', nextContact: at(300) });
    expect(await floor.record('ben')).toMatchObject({ current: { offeredTo: 'eva' } });
  });

  it('keeps no other agent from a record of their own while its agent is away', async () => {
    const floor = await offered({ records: ['ann', 'ben'] });
    floor.waitUntil(6);
    await floor.agent(EVA, 'break');
    await floor.agent(TOM);

    await floor.tick();

    expect(await floor.record('ben')).toMatchObject({ current: { offeredTo: 'tom' } });
  });

  it('is nobody else’s to call or to skip', async () => {
    const floor = await offered();

    const answers = [
      await press(floor, { agent: TOM }),
      await press(floor, { agent: TOM, what: 'skip' }),
    ];

    const refused = { kind: 'refused', reasons: ['the record is offered to another agent'] };
    expect(answers).toEqual([refused, refused]);
    expect(placed(floor)).toEqual([]);
  });

  it('cannot be skipped once the call was started', async () => {
    const floor = await offered();
    await press(floor);

    const answer = await press(floor, { what: 'skip' });

    expect(answer).toEqual({ kind: 'refused', reasons: ['the call has been started'] });
  });

  it.each(['paused', 'ended', 'off'] as const)(
    'is not called once the campaign is %s (DIA-6)',
    async (to) => {
      const floor = await offered();
      await floor.switchTo(to);

      const answer = await press(floor);

      expect(answer).toEqual({
        kind: 'refused',
        reasons: [`the record went back to the list: campaign-running is ${to} instead of running`],
      });
      expect(placed(floor)).toEqual([]);
      expect((await floor.record('ann')).state).toBe('new');
    },
  );

  it('is not called outside the hours, nor while the agent is busy', async () => {
    const [late, busy] = [await offered(), await offered()];
    late.waitUntil(11 * 3600);
    busy.waitUntil(5);
    await busy.agent(EVA, 'talking');

    const answers = [await press(late), await press(busy)];

    expect(answers.map(({ kind }) => kind)).toEqual(['refused', 'refused']);
    expect(answers[1]).toMatchObject({
      reasons: ['the record went back to the list: agent-free is talking instead of free'],
    });
    expect([...placed(late), ...placed(busy)]).toEqual([]);
  });

  it('waits for its turn at Connect’s rate, and the queue places it', async () => {
    const floor = await offered();
    const throttle: CallThrottle = {
      take: async () => ({ granted: false, retryAt: at(7) }),
      takeUpTo: async () => 0,
    };

    const answer = await press(floor, { ports: { ...floor.ports, throttle } });
    const outcomes = await floor.placeAll();

    expect(answer).toEqual({ kind: 'waits' });
    expect(floor.ports.dialQueue.sent.map(({ delay }) => delay)).toEqual([90, 7]);
    expect(outcomes).toEqual(['placed', 'no longer ordered']);
  });

  it('is tried again by the queue when Connect placed nothing', async () => {
    const floor = await offered();
    const telephony: Telephony = {
      ...floor.ports.telephony,
      dial: () => Promise.reject(new Fault('TelephonyUnavailable', 'too many')),
    };

    const answer = await press(floor, { ports: { ...floor.ports, telephony } });

    expect(answer).toEqual({ kind: 'waits' });
    expect(floor.ports.dialQueue.sent.map(({ delay }) => delay)).toEqual([90, 5]);
  });

  it('is never asked for again when Connect left it open; the sweeper ends it', async () => {
    const floor = await offered();
    const telephony: Telephony = {
      ...floor.ports.telephony,
      dial: () => Promise.reject(new Fault('CallUnclear', 'no answer')),
    };
    const unclear = press(floor, { ports: { ...floor.ports, telephony } });
    await expect(unclear).rejects.toMatchObject({ name: 'CallUnclear' });

    expect(await press(floor)).toEqual({ kind: 'called' });
    floor.waitUntil(LONGEST_CALL + 60);
    await sweeper({}, floor.ports);

    expect(placed(floor)).toEqual([]);
    expect((await floor.attempt('ann')).status).toBe('error');
  });

  it('says why when Connect refuses the number, however often it is pressed', async () => {
    const floor = await offered();
    floor.ports.telephony.refuse((await floor.attempt('ann')).endpoint, 'destination not allowed');

    const answers = [await press(floor), await press(floor)];

    const reasons = ['the call was not placed: destination not allowed'];
    expect(answers).toEqual([
      { kind: 'refused', reasons },
      { kind: 'refused', reasons },
    ]);
  });

  it('has its number taken while it is offered, and no longer once it is back (DIA-7)', async () => {
    const floor = await offered({ free: [EVA, TOM] });
    const { phones } = await floor.record('ann');
    await floor.add('twin', { phones });

    await floor.tick();
    const meanwhile = await floor.entries('twin');
    await press(floor, { what: 'skip' });
    floor.waitUntil(60);
    await floor.tick();

    expect(meanwhile).toEqual(['record.added', 'record.postponed']);
    expect(await floor.entries('twin')).toContain('record.offered');
  });

  it('ends like any call: what Connect tells of it settles it', async () => {
    const floor = await offered();
    await press(floor);
    const { contact } = await floor.attempt('ann');

    await contactEvents(
      { contact: contact ?? '', disconnected: at(40), disconnectReason: 'TELECOM_BUSY' },
      floor.ports,
    );

    expect((await floor.attempt('ann')).status).toBe('busy');
  });
});

describe('pressing call', () => {
  it('is refused for what was not offered', async () => {
    const floor = await offered();
    const other = { campaign: 'spring', record: 'ann', attempt: attemptId('x'), agent: EVA };

    const answers = [
      await callRecord({ ...other, press: 'call' }, floor.ports),
      await callRecord({ ...other, campaign: 'none', press: 'call' }, floor.ports),
    ];

    expect(answers).toEqual([
      { kind: 'refused', reasons: ["record 'ann' was not offered as that"] },
      { kind: 'refused', reasons: ["there is no campaign 'none'"] },
    ]);
  });

  it('is refused where the dialer starts the calls (DIA-1)', async () => {
    const floor = await aFloor({
      records: ['ann'],
      outbound: { mode: 'preview', beforeCallWork: '20 s' },
    });
    await floor.tick();

    const answer = await press(floor);

    expect(answer).toEqual({
      kind: 'refused',
      reasons: ['the dialer starts the calls of this campaign'],
    });
    expect(placed(floor)).toEqual([]);
  });
});
