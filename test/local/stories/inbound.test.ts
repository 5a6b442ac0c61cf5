// Whole stories of calls that come in, on the local cloud: the flows of the templates, functions
// asked as Connect asks them, agents, recordings and e-mails.
import { afterEach, describe, expect, it } from 'vitest';
import type { Faults } from '../../../lib/local/faults.ts';
import type { OutsideService } from '../../../lib/local/outside/outside-services.ts';
import { wavLength } from '../../../lib/simulation/connect/wav.ts';
import { inboundSums } from '../../../lib/simulation/dry-run/inbound-tally.ts';
import { type Story, type StoryOptions, story } from './story.ts';

const ANN = '601100200';
const CALLER = '+48601100200';
const PARTNER = '+48587770101';
/** Monday, 10:00 in Warsaw. */
const TEN = Date.parse('2026-03-02T09:00:00Z');
const RECEPTION = [
  { id: 'ewa.lis', group: 'reception' },
  { id: 'jan.wilk', group: 'reception' },
];

let open: Story | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

/** Agents have two minutes to log in. */
async function begin(campaign: string, options: Partial<StoryOptions> = {}): Promise<Story> {
  open = await story({
    of: { folder: 'examples/medika-reception', campaign },
    people: {},
    agents: RECEPTION,
    start: TEN,
    ...options,
  });
  await open.minutes(3);
  return open;
}

const types = (entries: readonly { readonly type: string }[]) => entries.map(({ type }) => type);
const count = (one: Story, type: string) =>
  one.events.filter((event) => event.type === type).length;
const first = (one: Story, type: string) => one.events.find((event) => event.type === type)?.detail;

describe('a call that comes in (INB-1)', () => {
  it('passes the IVR, waits, is talked to by an agent and classified', async () => {
    const one = await begin('appointments');

    one.call(CALLER, 'appointments', { keys: ['1'], talk: 90 });
    await one.until(() => count(one, 'attempt.settled') === 1);

    const journal = types(await one.journal());
    expect(journal.slice(0, 7)).toEqual([
      'record.added',
      'call.received',
      'call.prioritised',
      'call.routed',
      'call.answered',
      'call.ended',
      'record.classified',
    ]);
    const published = one.events.filter(({ detail }) => detail.record !== undefined);
    expect(published.map(({ type }) => type)).toEqual(journal);
    expect(first(one, 'call.routed')).toMatchObject({ queue: 'appointments' });
  });

  it('finds agents whose phones were set when they came to work (CAM-3)', async () => {
    const one = await begin('appointments');

    const told = one.centre.cloud.logs
      .lines()
      .flatMap(({ text }) => /phone [a-z ]+/.exec(text) ?? []);

    expect(told).toEqual(['phone set', 'phone set']);
  });

  it('is asked how it went once the agent has left (INB-9)', async () => {
    const one = await begin('appointments');

    one.call(CALLER, 'appointments', { keys: ['1', '4', '1'], talk: 60, endsTalk: false });
    await one.until(() => count(one, 'survey.answered') === 2);

    const answers = one.events.filter(({ type }) => type === 'survey.answered');
    expect(answers.map(({ detail: { question, key } }) => [question, key])).toEqual([
      ['polite', '4'],
      ['solved', '1'],
    ]);
  });

  it('is called back when it was missed, by the dialer (INB-13)', async () => {
    const one = await begin('appointments', { people: { [ANN]: ['answers'] } });
    await one.switchTo('running');

    one.call(CALLER, 'appointments', { hangsUpAt: 0 });
    await one.until(() => count(one, 'call.missed') === 1);
    await one.until(() => count(one, 'record.classified') === 1);

    const journal = types(await one.journal());
    expect(journal.indexOf('call.missed')).toBeGreaterThan(0);
    expect(journal.indexOf('call.placed')).toBeGreaterThan(journal.indexOf('call.missed'));
    expect(one.callsTo(ANN)).toBe(1);
  });
});

describe('a call whose taking in fails (INB-1)', () => {
  const faults: Faults = {
    onCall: ({ service, function: by }) =>
      service === 'dynamodb' && by === 'ringback-answer-call'
        ? { kind: 'error', code: 'InternalServerError', status: 500 }
        : undefined,
  };

  it('reaches an agent all the same, and its journal and the sums are whole', async () => {
    const one = await begin('appointments', { faults });

    one.call(CALLER, 'appointments', { keys: ['1'], talk: 60 });
    await one.until(() => count(one, 'attempt.settled') === 1);

    expect(types(await one.journal())).toEqual([
      'record.added',
      'call.received',
      'call.prioritised',
      'call.routed',
      'call.answered',
      'call.ended',
      'record.unhandled',
      'attempt.settled',
    ]);
    const sums = inboundSums(one.tally.inbound);
    expect(sums).toMatchObject({ received: 1, answered: 1, missed: 0, onTheLine: 0 });
    expect([...one.centre.network.arrivals()]).toHaveLength(1);
    expect(
      one.centre.cloud.logs.lines().some(({ function: by }) => by.includes('answer-call')),
    ).toBe(true);
  });

  it('is told as missed when nobody asked anything more', async () => {
    const one = await begin('appointments', { faults });

    one.call(CALLER, 'appointments', { hangsUpAt: 0 });
    await one.until(() => count(one, 'attempt.settled') === 1);

    expect(types(await one.journal()).slice(0, 4)).toEqual([
      'record.added',
      'call.received',
      'call.ended',
      'call.missed',
    ]);
  });
});

describe('a message (INB-6)', () => {
  it('is cut out of the recording and e-mailed, as long as it was spoken', async () => {
    const one = await begin('partners');

    one.call(PARTNER, 'partners', { keys: ['3'], message: 12 });
    await one.until(() => count(one, 'message.sent') === 1);

    const [email] = one.centre.cloud.outbox.emails();
    const [sound] = email?.attachments ?? [];
    expect([email?.to, email?.attachments.length]).toEqual([
      ['partnerzy@medika-polnoc.example'],
      1,
    ]);
    const seconds = (wavLength(sound?.content ?? Buffer.alloc(0)) ?? 0) / 1000;
    // the tone is part of it
    expect(seconds).toBeGreaterThanOrEqual(12);
    expect(seconds).toBeLessThan(14);
    expect(first(one, 'voicemail.taken')).toMatchObject({ seconds: Math.round(seconds) });
  });

  it('is not one when nothing is said', async () => {
    const one = await begin('partners');

    one.call(PARTNER, 'partners', { keys: ['3'], message: 0 });
    await one.minutes(10);

    expect(count(one, 'voicemail.taken')).toBe(0);
    expect(one.centre.cloud.outbox.emails()).toEqual([]);
  });
});

describe('the patients’ line', () => {
  /** Nobody knows them: two questions for the PESEL stay unanswered, then the menu. */
  const pressing = (...keys: string[]) => ({ keys: [undefined, undefined, ...keys] });

  it('asks the laboratory with the secret, and with the token it got (IVR-2, IVR-3)', async () => {
    const one = await begin('patients');
    const { secrets, outside } = one.centre.cloud;
    const asked: unknown[] = [];
    secrets.put('ringback/laboratory', 'Basic bGFiOmxhYg==');
    outside.play('lab.medika-polnoc.example', laboratory(asked));

    one.call(CALLER, 'patients', pressing('1'));
    await one.until(() => count(one, 'call.missed') === 1);

    expect(asked).toEqual([
      ['POST', '/api/token', 'Basic bGFiOmxhYg=='],
      ['GET', '/api/tests', 'Bearer t0k3n'],
    ]);
    const logged = one.centre.cloud.logs.lines().map(({ text }) => text);
    expect(logged.filter((text) => /t0k3n|bGFiOmxhYg/.test(text))).toEqual([]);
  });

  it('never asks a service at an address that is not public', async () => {
    const one = await begin('patients');
    const { secrets, outside } = one.centre.cloud;
    const asked: unknown[] = [];
    secrets.put('ringback/laboratory', 'Basic bGFiOmxhYg==');
    outside.play('lab.medika-polnoc.example', {
      ...laboratory(asked),
      address: '169.254.169.254',
    });

    one.call(CALLER, 'patients', { ...pressing('1'), talk: 30 });
    await one.until(() => count(one, 'call.routed') === 1);

    expect(asked).toEqual([]);
  });

  it('takes five calls at a time on their way to an agent, the sixth leaves a message (IVR-18)', async () => {
    const one = await begin('patients', { agents: [] });
    const calls = [1, 2, 3, 4, 5, 6].map((n) => `+4860110020${n}`);

    for (const from of calls) {
      one.call(from, 'patients', { ...pressing('0'), patience: 100, message: 5 });
      await one.minutes(0.1);
    }
    await one.until(() => count(one, 'call.missed') === 6);
    await one.until(() => count(one, 'voicemail.taken') === 1);

    expect(count(one, 'call.routed')).toBe(5);
  });

  it('calls back for the survey ten minutes after the agent (INB-9)', async () => {
    const one = await begin('patients', { people: { [ANN]: ['answers'] } });

    one.call(CALLER, 'patients', { ...pressing('0'), talk: 30 });
    await one.until(() => count(one, 'attempt.settled') === 1);
    const settled = one.centre.cloud.time.now();
    await one.until(() => count(one, 'survey.answered') === 1);

    const [call, ...more] = one.centre.network.callsTo(CALLER);
    expect(more).toEqual([]);
    expect(((call?.start ?? 0) - settled) / 60_000).toBeCloseTo(10, 0);
  });
});

/** Notes what it is asked and with which authorization. */
function laboratory(asked: unknown[]): OutsideService {
  return {
    answer: ({ method, path, headers }) => {
      asked.push([method, path, headers.authorization]);
      const json = { 'Content-Type': 'application/json' };
      const told = path.startsWith('/api/token')
        ? { access: { token: 't0k3n' } }
        : { test: { state: 'ready', date: '2 marca' } };
      return { status: 200, headers: json, body: JSON.stringify(told) };
    },
  };
}
