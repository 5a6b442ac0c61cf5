// Agents who have left too many records unhandled get no calls, where Connect chooses the agent.
import { describe, expect, it } from 'vitest';
import { agentEvents } from '../../../../lib/application/agents/agent-events.ts';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import { updateRecords } from '../../../../lib/application/records/update-records.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import type { AgentPresence } from '../../../../lib/domain/model/agent.ts';
import { attemptId, campaignId, contactId } from '../../../../lib/domain/model/ids.ts';
import { memoryAgentLook } from '../../../../lib/simulation/memory/agent-look.ts';
import { addition, aRecord, at } from '../../../support/records.ts';
import { aFloor, EVA, Floor, type Setup, SPRING, talkedTo } from '../a-floor.ts';

const LIMIT = { unhandled: { most: 2, until: 0 } };
const ARN = `arn:${EVA}`;

const limited = (input: Setup = {}) =>
  aFloor({ free: [], ...input, campaign: { ...LIMIT, ...input.campaign } });

/** Records that Eva has left. */
async function leave(floor: Floor, names: readonly string[], campaign = 'spring'): Promise<void> {
  for (const name of names) {
    const unhandled = { since: at(-60), agent: EVA, attempt: attemptId(`${name}-1`) };
    const record = aRecord(name, { state: 'unhandled', unhandled });
    const { nextContact: _, ...left } = { ...record, campaign: campaignId(campaign) };
    await floor.ports.records.commit(addition(left));
  }
}

type Event = Partial<TaskInput<'agent-events'>>;

let seconds = 0;
const tell = ({ ports }: Pick<Floor, 'ports'>, event: Event = {}) => {
  const now = at(++seconds);
  const free = { agent: EVA, arn: ARN, group: 'team', activity: 'free' } as const;
  return agentEvents({ ...free, since: now, eventAt: now, ...event }, ports);
};
/** A supervisor puts it back into the list of those to be called. */
const putBack = ({ ports }: Floor, record: string, campaign = 'spring') =>
  updateRecords({ campaign, records: [record], change: { kind: 'put-back' }, by: 'olga' }, ports);
const isHeld = ({ ports }: Floor) => ports.agentHolds.isHeld(ARN);

describe('an agent with too many unhandled records (CAM-6)', () => {
  it('is kept from calls at the moment they would be free, and makes nobody tick', async () => {
    const floor = await limited();
    await leave(floor, ['ann', 'ben']);
    const before = floor.ports.tickQueue.sent.length;

    expect(await tell(floor)).toEqual({ outcome: 'held up: too many records are unhandled' });

    expect(isHeld(floor)).toBe(true);
    expect(floor.ports.tickQueue.sent).toHaveLength(before);
    expect((await floor.ports.campaigns.load(SPRING)).heldUp).toEqual([EVA]);
  });

  it('is free with fewer, and with any number where the campaign says nothing', async () => {
    const few = await limited();
    await leave(few, ['ann']);
    const unlimited = await aFloor({ free: [] });
    await leave(unlimited, ['ann', 'ben', 'cid']);

    await tell(few);
    await tell(unlimited);

    expect([isHeld(few), isHeld(unlimited)]).toEqual([false, false]);
  });

  it('is kept from the next call while they wrap up one too many, until it is classified', async () => {
    const floor = await limited({ records: ['cid'] });
    await tell(floor);
    await floor.tick();
    await floor.placeAll();
    await contactEvents(talkedTo({ contact: contactId('contact-1') }, EVA), floor.ports);
    const { id: attempt } = await floor.attempt('cid');
    await leave(floor, ['ann']);

    await tell(floor, { activity: 'wrap-up' });
    const during = isHeld(floor);
    await tell(floor, { activity: 'leaving', held: 'next' });
    const call = { campaign: 'spring', record: 'cid', attempt, agent: EVA, fields: {} };
    await classifyRecord({ ...call, classifier: 'sold' }, floor.ports);

    expect([during, isHeld(floor)]).toEqual([true, false]);
  });

  it('gets calls again when so few are left, whoever brought them in (CAM-7)', async () => {
    const floor = await limited();
    await leave(floor, ['ann', 'ben']);
    await tell(floor);
    await tell(floor, { activity: 'break', held: 'now' });

    await putBack(floor, 'ann');
    await sweeper({}, floor.ports);
    const withOne = isHeld(floor);
    await putBack(floor, 'ben');
    await sweeper({}, floor.ports);

    expect([withOne, isHeld(floor)]).toEqual([true, false]);
    expect((await floor.ports.campaigns.load(SPRING)).heldUp).toEqual([]);
  });

  it('who chooses to be available all the same is held again, down to the threshold', async () => {
    const floor = await limited();
    await leave(floor, ['ann', 'ben']);
    await tell(floor);
    await putBack(floor, 'ann');
    await floor.ports.agentHolds.release(ARN);

    await tell(floor);

    expect(isHeld(floor)).toBe(true);
  });

  it('is let go by a deployment without the limit, with their next event', async () => {
    const floor = await limited();
    await leave(floor, ['ann', 'ben']);
    await tell(floor);
    const without = new Floor({}).ports.definitions.definitions();
    floor.ports.definitions.replace(without);

    await tell(floor, { activity: 'break', held: 'now' });

    expect(isHeld(floor)).toBe(false);
  });

  it('is held for either of two campaigns, paused or not, and free when both are worked off', async () => {
    const autumn = { name: 'Autumn', channels: { outbound: { queue: 'sales' } }, ...LIMIT };
    const floor = await limited({ also: { autumn } });
    await leave(floor, ['ann', 'ben'], 'autumn');
    await floor.switchTo('paused');

    await tell(floor);
    const held = isHeld(floor);
    await putBack(floor, 'ann', 'autumn');
    await putBack(floor, 'ben', 'autumn');
    await tell(floor, { activity: 'break', held: 'now' });

    expect([held, isHeld(floor)]).toEqual([true, false]);
    expect((await floor.ports.campaigns.load(SPRING)).heldUp ?? []).toEqual([]);
  });

  it('is left alone in mode preview, where the dialer chooses the agent', async () => {
    const floor = await limited({ outbound: { mode: 'preview' } });
    await leave(floor, ['ann', 'ben']);

    await tell(floor);

    expect(isHeld(floor)).toBe(false);
  });

  it('is held for a campaign whose customers call', async () => {
    const floor = await limited({ outbound: { mode: 'preview' }, inbound: {} });
    await leave(floor, ['ann', 'ben']);

    await tell(floor);

    expect(isHeld(floor)).toBe(true);
  });

  it('is looked at again later when Connect does not answer', async () => {
    const floor = await limited();
    await leave(floor, ['ann', 'ben']);
    const silent = () => Promise.reject(new Fault('TelephonyUnavailable', 'no answer'));
    const agentHolds = { ...floor.ports.agentHolds, hold: silent };

    const outcome = await tell({ ports: { ...floor.ports, agentHolds } });
    await sweeper({}, floor.ports);

    expect(outcome.outcome).toMatch(/^free/);
    expect(isHeld(floor)).toBe(true);
  });

  it('is not counted by the dialer, and a tick leaves the list of those held up as it is', async () => {
    const floor = await limited({ records: ['cid'] });
    await leave(floor, ['ann', 'ben']);
    await tell(floor);
    await tell(floor, { activity: 'break', held: 'now' });

    await floor.tick();

    expect(floor.ports.telephony.placed).toEqual([]);
    expect((await floor.ports.campaigns.load(SPRING)).heldUp).toEqual([EVA]);
  });
});

/** A floor whose ticks ask what agents do; Eva does what Connect was told. */
async function lookedAt(input: Setup = {}) {
  const floor = await limited({ agentEvents: 'polled', ...input });
  const eva = { agent: EVA, arn: ARN, group: 'team', since: at(0) } as const;
  const shows = { activity: 'free' as AgentPresence['activity'], looks: 0 };
  const ports = {
    ...floor.ports,
    agentLook: memoryAgentLook(() => {
      shows.looks++;
      if (!isHeld(floor)) return [{ ...eva, activity: shows.activity }];
      return shows.activity === 'free'
        ? [{ ...eva, activity: 'break', held: 'now' }]
        : [{ ...eva, activity: 'leaving', held: 'next' }];
    }),
  };
  let time = 0;
  return {
    floor,
    ports,
    shows,
    board: async () => {
      const [{ activity, held } = { activity: 'offline', held: undefined }] =
        await ports.agents.ofGroups(['team']);
      return held === undefined ? activity : `${activity}, held ${held}`;
    },
    tick: (seconds = 5) => {
      time += seconds;
      floor.waitUntil(time);
      return dialerTick({ campaign: 'spring' }, ports);
    },
  };
}

describe('an agent with too many unhandled records, where ticks look at agents (CAM-6)', () => {
  it('who logs in is held by the tick that sees it, which starts no call for them', async () => {
    const { floor, tick, board } = await lookedAt({ records: ['cid'] });
    await leave(floor, ['ann', 'ben']);

    await tick();
    const first = [isHeld(floor), await board()];
    await tick();

    expect(first).toEqual([true, 'break, held now']);
    expect(await board()).toBe('break, held now');
    expect(floor.ports.telephony.placed).toEqual([]);
    expect((await floor.ports.campaigns.load(SPRING)).heldUp).toEqual([EVA]);
  });

  it('is held while they wrap up, and let go by their classification though nobody looks again', async () => {
    const { floor, ports, shows, tick, board } = await lookedAt({ records: ['cid', 'dan'] });
    await tick();
    await floor.placeAll();
    await contactEvents(talkedTo({ contact: contactId('contact-1') }, EVA), floor.ports);
    const { id: attempt } = await floor.attempt('cid');
    await leave(floor, ['ann']);

    shows.activity = 'wrap-up';
    await tick();
    const during = [isHeld(floor), await board()];
    const call = { campaign: 'spring', record: 'cid', attempt, agent: EVA, fields: {} };
    await classifyRecord({ ...call, classifier: 'sold' }, ports);

    expect(during).toEqual([true, 'leaving, held next']);
    expect(isHeld(floor)).toBe(false);
  });

  it('is seen again within a minute when somebody else has put their records back (CAM-7)', async () => {
    const { floor, tick } = await lookedAt({ records: ['cid'] });
    await leave(floor, ['ann', 'ben']);
    await tick();
    await putBack(floor, 'ann');
    await putBack(floor, 'ben');

    await tick();
    const soon = isHeld(floor);
    await tick(60);

    expect([soon, isHeld(floor)]).toEqual([true, false]);
  });

  it('is looked at again at their next change when Connect does not answer', async () => {
    const { floor, ports, shows, tick, board } = await lookedAt({ records: ['cid', 'dan'] });
    await leave(floor, ['ann', 'ben']);
    const silent = () => Promise.reject(new Fault('TelephonyUnavailable', 'no answer'));
    const hold = ports.agentHolds.hold;
    Object.assign(ports.agentHolds, { hold: silent });

    await tick();
    const unheld = [isHeld(floor), await board()];
    Object.assign(ports.agentHolds, { hold });
    shows.activity = 'wrap-up';
    await tick();

    expect(unheld).toEqual([false, 'free']);
    expect([isHeld(floor), await board()]).toEqual([true, 'leaving, held next']);
  });

  it('is left to the ticks by the sweeper, which knows only who was there when they last looked', async () => {
    const { floor } = await lookedAt();
    await leave(floor, ['ann', 'ben']);
    await floor.agent(EVA);

    await sweeper({}, floor.ports);

    expect(isHeld(floor)).toBe(false);
  });
});
