import { describe, expect, it } from 'vitest';
import { type Arrival, startArrivals } from '../../../../lib/simulation/phone-network/arrivals.ts';
import { behaviour } from '../../../../lib/simulation/phone-network/behaviour.ts';
import {
  type CallerScript,
  callerFromScript,
  randomCaller,
} from '../../../../lib/simulation/phone-network/caller.ts';
import { seededRandom } from '../../../../lib/simulation/random.ts';
import { VirtualClock } from '../../../../lib/simulation/virtual-clock.ts';
import type { Observed } from './a-phone-network.ts';
import { aPhoneNetwork, START } from './a-phone-network.ts';

const { callers } = behaviour();
const QUEUES = {
  sales: { groups: ['sales'] },
  support: { groups: ['nobody'] },
};
const ringing = (more: Parameters<typeof aPhoneNetwork>[0] = {}) => {
  const observed = aPhoneNetwork({ ...more, options: { queues: QUEUES, ...more.options } });
  observed.network.startShift();
  observed.run(1);
  return observed;
};
const callIn = ({ network }: Observed, from: string, script: CallerScript = {}) =>
  network.receive({ from, caller: callerFromScript(script, callers) });
const told = ({ events }: Observed, contact: string) =>
  events.filter(({ facts }) => facts.contact === contact).map(({ type }) => type);

describe('somebody who calls in', () => {
  it('hears the system at once and talks to an agent when they have waited', () => {
    const one = ringing();

    const contact = callIn(one, '+48601100200', { talk: 30 });
    one.network.enqueue(contact, 'sales');
    one.run(60);

    expect(told(one, contact)).toEqual([
      'INITIATED',
      'CONNECTED_TO_SYSTEM',
      'QUEUED',
      'CONNECTED_TO_AGENT',
      'DISCONNECTED',
      'COMPLETED',
    ]);
    expect([...one.network.arrivals()]).toMatchObject([{ phone: '+48601100200', agent: 'eva' }]);
    expect(one.network.stats()).toMatchObject({ calls: 0, doubleDialed: 0 });
  });

  it('hangs up when nobody takes the call in the time they are patient', () => {
    const one = ringing();

    const contact = callIn(one, '+48601100200', { patience: 20 });
    one.run(30);
    one.network.enqueue(contact, 'support');
    one.run(19);
    const before = one.network.describe(contact)?.disconnected;
    one.run(2);

    expect(before).toBeUndefined();
    expect(one.network.describe(contact)).toMatchObject({
      disconnectReason: 'CUSTOMER_DISCONNECT',
    });
  });

  it('is busy for the dialer meanwhile', () => {
    const one = ringing();

    callIn(one, '+48601100200');
    const dialed = one.dial('+48601100200');
    one.run(10);

    expect(one.events.filter(({ facts }) => facts.contact === dialed).at(-1)?.facts).toMatchObject({
      disconnectReason: 'TELECOM_BUSY',
    });
  });

  it('goes on as a contact of its own once the agent has left', () => {
    const one = ringing();
    const contact = callIn(one, '+48601100200', { keys: ['5'], talk: 30, endsTalk: false });
    one.network.enqueue(contact, 'sales');
    one.run(60);

    const next = one.network.follow(contact);

    expect(one.network.describe(contact)).toMatchObject({ disconnectReason: 'AGENT_DISCONNECT' });
    expect(told(one, next)).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM']);
    expect(one.network.callerOf(next)?.answer({ kind: 'menu', keys: ['5'] })).toMatchObject({
      keys: '5',
    });
    expect([...one.network.arrivals()]).toHaveLength(1);
  });
});

describe('waiting for a certain agent (INB-10)', () => {
  const two = () => ringing({ agents: ['eva', 'jan'], agentBehaviour: { accept: EXACTLY_ONE } });
  const EXACTLY_ONE = { mean: 1, variation: 0.000_001 };
  const busy = (one: Observed, agent: string) => {
    const contact = callIn(one, `+4860000${agent.length}000`, { talk: 100 });
    one.network.enqueue(contact, 'sales', { steps: [{ agents: [agent] }] });
    one.run(2);
  };

  it('lasts until the step expires; then anybody may take the call', () => {
    const one = two();
    busy(one, 'eva');

    const contact = callIn(one, '+48601100200');
    one.network.enqueue(contact, 'sales', { steps: [{ agents: ['eva'], seconds: 30 }] });
    one.run(29);
    const before = one.network.describe(contact)?.agent;
    one.run(3);

    expect(before).toBeUndefined();
    expect(one.network.describe(contact)?.agent).toBe('jan');
  });

  it('is over at once when that agent is free', () => {
    const one = two();

    const contact = callIn(one, '+48601100200');
    one.network.enqueue(contact, 'sales', { steps: [{ agents: ['jan'], seconds: 30 }] });
    one.run(2);

    expect(one.network.describe(contact)?.agent).toBe('jan');
  });

  it('may be for a skill nobody there has (INB-8)', () => {
    const one = two();

    const contact = callIn(one, '+48601100200');
    one.network.enqueue(contact, 'sales', { steps: [{ skills: ['czech'] }] });
    one.run(60);

    expect(one.network.describe(contact)?.agent).toBeUndefined();
    expect(one.network.waitingIn('sales')).toBe(1);
  });

  it('may be in that agent’s own queue, whatever queues they serve (IVR-16)', () => {
    const one = two();

    const contact = callIn(one, '+48601100200');
    one.network.enqueue(contact, 'arn:jan', { agent: 'jan' });
    one.run(2);

    expect(one.network.describe(contact)?.agent).toBe('jan');
  });
});

describe('a move to another queue (PRI-4)', () => {
  it('brings the caller to its agents', () => {
    const one = ringing();
    const contact = callIn(one, '+48601100200');
    one.network.enqueue(contact, 'support');

    const moved = one.network.requeue(contact, 'sales');
    one.run(2);

    expect(moved).toBe(true);
    expect(one.network.describe(contact)).toMatchObject({ queue: 'sales', agent: 'eva' });
    expect(one.network.waitingIn('support')).toBe(0);
  });

  it('fails while an agent is being rung', () => {
    const one = ringing();
    const contact = callIn(one, '+48601100200');
    one.network.enqueue(contact, 'sales');

    expect(one.network.requeue(contact, 'support')).toBe(false);
  });
});

describe('the better priority', () => {
  it('is served first, then who waits longer, an added age included (PRI-3)', () => {
    const one = ringing();
    const wait = (from: string, how: Parameters<typeof one.network.enqueue>[2]) => {
      const contact = callIn(one, from, { talk: 5, patience: 600 });
      one.network.enqueue(contact, 'sales', how);
      one.run(0.1);
      return contact;
    };
    wait('+48601100200', {});
    const [late, old, good] = [
      wait('+48601100201', { priority: 5 }),
      wait('+48601100202', { priority: 5, ageSeconds: 60 }),
      wait('+48601100203', { priority: 2 }),
    ];
    one.run(120);

    const served = one.events
      .filter(({ type }) => type === 'CONNECTED_TO_AGENT')
      .map(({ facts }) => facts.contact);
    expect(served.slice(1)).toEqual([good, old, late]);
  });
});

describe('calls by chance', () => {
  const day = (seed: string, perHour = 30) => {
    const clock = new VirtualClock(START);
    const calls: (Arrival & { at: number })[] = [];
    startArrivals({
      clock,
      perHour,
      timeZone: 'UTC',
      numbers: ['+48221', '+48222'],
      random: seededRandom(seed),
      people: () => [{ phone: '+48601100200', knows: ['66012012550', '123'] }],
      behaviour: callers,
      ring: (arrival) => calls.push({ ...arrival, at: clock.now() }),
    });
    while (clock.step(START + 86_400_000));
    return calls;
  };

  it('are the same for the same seed and others for another', () => {
    const times = (seed: string) => day(seed).map(({ at }) => at);

    expect(times('a')).toEqual(times('a'));
    expect(times('a')).not.toEqual(times('b'));
  });

  it('come by day, as many as asked for, to every number, from people known and unknown', () => {
    const calls = day('a');

    const perDay = callers.byHour.reduce((sum, factor) => sum + factor, 0) * 30;
    expect(calls.length).toBeGreaterThan(perDay * 0.8);
    expect(calls.length).toBeLessThan(perDay * 1.2);
    const byNight = calls.filter(({ at }) => new Date(at).getUTCHours() < 6);
    expect(byNight.length).toBeLessThan(calls.length / 20);
    expect(new Set(calls.map(({ to }) => to))).toEqual(new Set(['+48221', '+48222']));
    const from = calls.map((call) => call.from);
    expect(from).toContain('+48601100200');
    expect(from).toContain(undefined);
    expect(new Set(from).size).toBeGreaterThan(10);
  });

  it('are none when nobody is to call', () => {
    expect(day('a', 0)).toEqual([]);
  });

  it('key in what they know as far as it fits, and only keys that are offered', () => {
    const sure = { ...callers, silent: 0, wrong: 0, hangsUpInIvr: 0 };
    const caller = randomCaller(sure, seededRandom('c'), ['66012012550', '123']);
    const keysOf = (question: Parameters<typeof caller.answer>[0]) => {
      const reaction = caller.answer(question);
      return reaction.kind === 'keys' ? reaction.keys : undefined;
    };

    expect(keysOf({ kind: 'digits', longest: 11 })).toBe('66012012550');
    expect(keysOf({ kind: 'digits', longest: 4 })).toBe('123');
    expect(['1', '2']).toContain(keysOf({ kind: 'menu', keys: ['1', '2'] }));
  });
});
