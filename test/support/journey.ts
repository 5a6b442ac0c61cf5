// The language of journeys: given a centre and people with habits, when time passes, then these
// calls were made. Moments are written as the clock in Warsaw shows them. SEED=… in the environment
// replays a run.

import type { Ports } from '../../lib/application/ports/ports.ts';
import type { TaskInput, TaskName } from '../../lib/application/tasks/tasks.ts';
import type { RecordRef } from '../../lib/domain/model/ids.ts';
import type { Instant } from '../../lib/domain/model/instant.ts';
import { instant, plus } from '../../lib/domain/model/instant.ts';
import type { JournalEntry } from '../../lib/domain/model/journal.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import type { SimulatedPerson } from '../../lib/simulation/centre/people.ts';
import { discrepancies } from '../../lib/simulation/centre/reconcile.ts';
import { Simulation } from '../../lib/simulation/centre/simulation.ts';
import type { SimulationOptions } from '../../lib/simulation/centre/simulation-options.ts';
import type {
  AgentBehaviour,
  CalleeBehaviour,
  EmailBehaviour,
  ScriptedReply,
  TextBehaviour,
} from '../../lib/simulation/phone-network/behaviour.ts';
import { behaviour } from '../../lib/simulation/phone-network/behaviour.ts';
import { addRecord } from '../../lib/simulation/simulate-campaign.ts';
import type { CentreInput } from './definitions.ts';
import { definitions, ZONE } from './definitions.ts';
import { ref } from './records.ts';

/** A person who does, call after call, what is told; the last habit stays. */
export class Callee {
  readonly name: string;
  readonly replies: readonly ScriptedReply[];
  readonly changes: Partial<SimulatedPerson>;

  constructor(
    name: string,
    replies: readonly ScriptedReply[] = [],
    changes: Partial<SimulatedPerson> = {},
  ) {
    this.name = name;
    this.replies = replies;
    this.changes = changes;
  }

  answers = () => this.next('answers');
  ringsOut = (times = 1) => this.next('rings-out', times);
  isBusy = (times = 1) => this.next('is-busy', times);
  fails = (times = 1) => this.next('fails', times);
  hangsUpWaiting = (times = 1) => this.next('hangs-up-waiting', times);
  hasVoicemail = (times = 1) => this.next('voicemail', times);
  with = (changes: Partial<SimulatedPerson>) =>
    new Callee(this.name, this.replies, { ...this.changes, ...changes });

  private next(reply: ScriptedReply, times = 1): Callee {
    const more = Array.from({ length: times }, () => reply);
    return new Callee(this.name, [...this.replies, ...more], this.changes);
  }
}

export const callee = (name: string): Callee => new Callee(name);

export interface Given extends CentreInput {
  /** Local time in Warsaw, e.g. '2026-03-02 10:00' (a Monday). */
  readonly startingAt?: string;
  readonly people?: readonly Callee[];
  readonly callees?: Partial<CalleeBehaviour>;
  readonly agentBehaviour?: Partial<AgentBehaviour>;
  readonly texts?: Partial<TextBehaviour>;
  readonly emails?: Partial<EmailBehaviour>;
  readonly centre?: Partial<SimulationOptions>;
  readonly seed?: number | string;
}

export const SEED = process.env.SEED;

/** Agents who are there at once, never forget and never take a break. */
const READY = { logInWithin: 1, forgets: 0, wrapUp: { mean: 10, variation: 0.3 } };

/** The campaign `spring` with these people, switched on. */
export async function journey(given: Given = {}): Promise<Journey> {
  const people = (given.people ?? []).map((each, i) => ({
    each,
    phone: each.changes.phone ?? phoneOf(i),
  }));
  const scripts = Object.fromEntries(people.map(({ each, phone }) => [phone, each.replies]));
  const { breaks: _, ...agents } = behaviour().agents;
  const centre = new Simulation({
    definitions: definitions(given),
    start: local(given.startingAt ?? '2026-03-02 10:00'),
    seed: SEED ?? given.seed ?? 'journey',
    behaviour: {
      ...behaviour({
        timeZone: ZONE,
        callees: { scripts, ...given.callees },
        texts: given.texts,
        emails: given.emails,
      }),
      agents: { ...agents, ...READY, ...given.agentBehaviour },
    },
    ...given.centre,
  });
  const made = new Journey(centre, new Map(people.map(({ each, phone }) => [each.name, phone])));
  for (const { each, phone } of people) {
    const person = { id: each.name, phone, email: `${each.name}@example.org`, ...each.changes };
    await addRecord(centre, person, 'spring');
  }
  await made.switchTo('running');
  return made;
}

/** Ticks find no token, so that calls go through the dial queue. */
export function throughQueue(task: TaskName, ports: Ports): Ports {
  if (task !== 'dialer-tick') return ports;
  return { ...ports, throttle: { ...ports.throttle, takeUpTo: async () => 0 } };
}

const phoneOf = (i: number) => `+48600${String(i + 1).padStart(6, '0')}`;

export class Journey {
  readonly centre: Simulation;
  private readonly phones: ReadonlyMap<string, string>;

  constructor(centre: Simulation, phones: ReadonlyMap<string, string>) {
    this.centre = centre;
    this.phones = phones;
  }

  async switchTo(to: TaskInput<'switch-campaign'>['to'], campaign = 'spring'): Promise<void> {
    const switched = await this.centre.perform('switch-campaign', { campaign, to, by: 'olga' });
    if (switched.kind === 'refused') throw new Error(switched.reasons.join('; '));
  }

  /** @param time local, e.g. '2026-03-02 10:30' */
  until(time: string): Promise<void> {
    return this.centre.runUntil(local(time));
  }

  pass(seconds: number): Promise<void> {
    return this.centre.runUntil(plus(this.centre.now(), seconds));
  }

  /** Until the campaign has ended or `days` are over. */
  async untilQuiet(days = 30): Promise<void> {
    const last = plus(this.centre.now(), days * 86_400);
    while (this.centre.now() < last) {
      await this.pass(3600);
      const { state } = await this.centre.ports.campaigns.load(ref('spring', '').campaign);
      if (state === 'ended') return;
    }
  }

  /** "2026-03-02 10:00 not-answered" for every physical call, in order. */
  callsTo(name: string): readonly string[] {
    const attempts = this.centre.ports.records.attemptsOf(this.refOf(name));
    return this.centre.network.callsTo(this.phoneOf(name)).map(({ contact, start }) => {
      const status = attempts.find((attempt) => attempt.contact === contact)?.status;
      return `${wall(start)} ${status ?? 'open'}`;
    });
  }

  /** Seconds from the end of each call to the start of the next. */
  pausesBetweenCallsTo(name: string): readonly number[] {
    const calls = this.centre.network.callsTo(this.phoneOf(name));
    return calls.slice(1).map(({ start }, i) => (start - (calls[i]?.end ?? Number.NaN)) / 1000);
  }

  phoneOf(name: string): string {
    const phone = this.phones.get(name);
    if (phone === undefined) throw new Error(`nobody is called ${name}`);
    return phone;
  }

  refOf(name: string): RecordRef {
    return ref('spring', name);
  }

  async recordOf(name: string): Promise<CampaignRecord> {
    const record = await this.centre.ports.records.load(this.refOf(name));
    if (!record) throw new Error(`no record ${name}`);
    return record;
  }

  /** Types of the entries, in order, without those folded on the timeline. */
  async timelineOf(name: string): Promise<readonly JournalEntry['type'][]> {
    const entries = await this.centre.ports.journal.ofRecord(this.refOf(name));
    return entries.map(({ type }) => type).filter((type) => type !== 'record.postponed');
  }

  messagesTo(name: string): readonly string[] {
    const { sms, email } = this.centre.ports;
    const addresses = [this.phoneOf(name), `${name}@example.org`];
    return [...sms.sent, ...email.sent]
      .filter(({ content }) => addresses.includes(content.to))
      .map(({ content }) => content.kind);
  }

  /** What does not add up. */
  discrepancies(): Promise<readonly string[]> {
    return discrepancies(this.centre, 'spring');
  }
}

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The clock in Warsaw, to the minute. */
const wall = (at: number): string => wallClock.format(at);

/** @param time 'YYYY-MM-DD HH:MM' in Warsaw */
export function local(time: string): Instant {
  const utc = Date.parse(`${time.replace(' ', 'T')}Z`);
  const shown = Date.parse(`${wall(utc).replace(' ', 'T')}Z`);
  return instant(utc - (shown - utc));
}
