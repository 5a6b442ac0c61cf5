// A whole contact centre in memory: the use cases, the compiled rules and simulated people, on one
// virtual clock. What AWS puts between the functions (queues, streams, schedules, the bus) is a
// table here and a queue of jobs.

import type { Ports } from '../../application/ports/ports.ts';
import type { TaskInput, TaskName, TaskOutput } from '../../application/tasks/tasks.ts';
import { TASKS } from '../../application/tasks/tasks.ts';
import { compileRules } from '../../compiler/compile-rule.ts';
import { isTelling } from '../../domain/calls/relevant-contact-events.ts';
import { agentPoolOf, agentPools } from '../../domain/dialing/agent-pool.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { CampaignId, RecordRef } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Message, Notice } from '../../domain/model/message.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { WrittenEntry } from '../memory/journal.ts';
import type { MemoryPorts } from '../memory/ports.ts';
import { memoryPorts } from '../memory/ports.ts';
import type { TelephoneNetwork } from '../memory/telephony.ts';
import type { AgentIdentity } from '../phone-network/agent.ts';
import type { Behaviour } from '../phone-network/behaviour.ts';
import type { ContactEventType } from '../phone-network/call.ts';
import type { Classifying } from '../phone-network/classifying.ts';
import type { EventFaults } from '../phone-network/delivery.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';
import { createPhoneNetwork } from '../phone-network/simulated-phone-network.ts';
import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import type { MachineTasks } from '../state-machine.ts';
import { runMachine } from '../state-machine.ts';
import { VirtualClock } from '../virtual-clock.ts';
import type { Weights } from './classify.ts';
import { classification } from './classify.ts';
import type { FaultPoint } from './crashing-ports.ts';
import { crashingPorts } from './crashing-ports.ts';
import type { RuleInput } from './event-reactions.ts';
import { reactionTo } from './event-reactions.ts';
import type { DeadJob, Job } from './job-queue.ts';
import { JobQueue } from './job-queue.ts';
import { losingAnswers } from './losing-answers.ts';
import { attemptFrom, networkTelephony } from './network-telephony.ts';
import type { Offered } from './offered-records.ts';
import { agentsAtOffers } from './offered-records.ts';
import { agentsOfGroups, shifts } from './shifts.ts';
import { USE_CASES } from './use-cases.ts';
import { usualBehaviour } from './usual-behaviour.ts';

/** Chances, 0 to 1, of what goes wrong. */
export interface SimulationFaults extends EventFaults {
  /** A queue or the bus hands a job out twice. */
  readonly redelivered?: number;
  /** A function is killed right after one of its writes or calls. */
  readonly killed?: number;
  /** Fault points after which no function is killed. */
  readonly exempt?: readonly FaultPoint[];
  /** Connect placed a call and its answer is lost. */
  readonly answerLost?: number;
}

/** Receives the events of the telephone network as they happen. */
interface Watcher {
  contact(facts: ContactFacts, type: ContactEventType): void;
  agent(presence: AgentPresence, now: Instant): void;
}

export interface SimulationOptions {
  readonly definitions: Definitions;
  readonly start: Instant;
  readonly seed: number | string;
  /** Those of the definitions when missing. */
  readonly agents?: readonly AgentIdentity[];
  readonly behaviour?: Behaviour;
  readonly weights?: Weights;
  readonly faults?: SimulationFaults;
  /** Wraps the ports of a task, e.g. to kill it at a certain point. */
  readonly portsFor?: (task: TaskName, ports: Ports) => Ports;
  /** Checks every input against the catalogue, as the edges do; on when missing. */
  readonly checked?: boolean;
  readonly watch?: Watcher;
  /**
   * false: what is over is forgotten, so that a long run of a long list needs little memory; true
   * when missing.
   */
  readonly keepsHistory?: boolean;
}

/** Seconds between something happening in Connect and the news of it. */
const CONTACT_EVENT_LAG = 0.3;
const AGENT_EVENT_LAG = 0.2;
/** Seconds until an agent whose classification was refused tries again. */
const AGENT_TRIES_AGAIN = 5;
/** Seconds until a message is delivered. */
const DELIVERY = 2;
const MINUTE = 60_000;
/**
 * While no agent works nothing is dialed; a look now and then is enough for what time alone brings
 * about.
 */
const QUIET_MINUTES = 15;

export class Simulation {
  readonly clock: VirtualClock;
  readonly network: PhoneNetwork;
  readonly ports: MemoryPorts<TelephoneNetwork>;
  /** Classifications that were refused, with the reasons. */
  readonly refusals: string[] = [];
  private readonly options: SimulationOptions;
  private readonly jobs: JobQueue;
  private readonly chance: Random;
  /**
   * Lead campaigns of the agent pools whose last tick ordered nothing, and in which nothing has
   * happened since.
   */
  private readonly quiet = new Set<CampaignId>();
  private readonly shift: (now: Instant) => void;
  private readonly offered: (offered: Offered) => void;

  constructor(options: SimulationOptions) {
    const { definitions, seed, start, faults, keepsHistory = true } = options;
    const agents = options.agents ?? agentsOfGroups(definitions);
    const random = seededRandom(seed);
    const behaviour = options.behaviour ?? usualBehaviour(definitions);
    this.options = options;
    this.chance = random.fork('faults');
    this.clock = new VirtualClock(start);
    this.jobs = new JobQueue(this.clock);
    this.network = createPhoneNetwork({
      clock: this.clock,
      random: random.fork('world'),
      agents,
      queues: definitions.queues,
      behaviour,
      byHand: (agentArn) => this.ports.phones.isByHand(agentArn),
      events: {
        contact: (facts, type) => this.contactEvent(facts, type),
        agent: (presence) => this.agentEvent(presence),
      },
      classify: (classifying) => this.classify(classifying),
      faults,
      keepsCalls: keepsHistory,
    });
    this.ports = memoryPorts({
      time: this.clock,
      definitions,
      telephony: networkTelephony(this.network),
      onDialOrder: ({ body, delay }) =>
        this.post('place-call', { ...body.ref, attempt: body.attempt }, delay),
      onSurvey: ({ body, delay }) =>
        this.post('place-survey-call', { ...body.ref, attempt: body.attempt }, delay),
      onMessage: ({ body: { ref, message, kind }, delay }) =>
        this.post(kind === 'sms' ? 'send-sms' : 'send-email', { ...ref, message }, delay),
      onNotice: ({ body, delay }) => this.post('send-email', body, delay),
      onTick: ({ body, delay, due }) => this.postTick(body, delay, due),
      onSent: (message, providerId) => this.delivered(message, providerId),
      keepsHistory,
    });
    this.ports.journal.listen((written) => this.follow(written));
    this.shift = shifts(definitions, agents, this.network);
    this.offered = agentsAtOffers({
      random: random.fork('offers'),
      behaviour: behaviour.agents.offers,
      after: (ms, then) => void this.clock.at(this.now() + ms, then),
      answer: (input) => this.perform('call-record', input),
      work: (run) => this.postJob({ name: 'call-record', receives: 5, run }),
    });
    this.everyMinute(start);
  }

  get deadJobs(): readonly DeadJob[] {
    return this.jobs.dead;
  }

  /** Runs one task now, as its trigger would. */
  async perform<T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskOutput<T>> {
    const checked = this.options.checked ?? true;
    const taken = checked ? (TASKS[task].input.parse(input) as TaskInput<T>) : input;
    return USE_CASES[task](taken, this.portsOf(task));
  }

  /** Lets the centre run to `until` (epoch ms), or to the moment at which `done` first says so. */
  async runUntil(until: Instant, done: () => boolean = () => false): Promise<void> {
    await this.jobs.drain();
    while (!done()) {
      if (!this.clock.step(until)) {
        this.clock.advanceTo(until);
        return;
      }
      while (this.clock.next() === this.clock.now()) this.clock.step(until);
      await this.jobs.drain();
    }
  }

  now(): Instant {
    return this.ports.clock.now();
  }

  private portsOf(task: TaskName): Ports {
    const { faults, portsFor } = this.options;
    const { killed = 0, exempt = [], answerLost = 0 } = faults ?? {};
    const dies = (point: FaultPoint) => !exempt.includes(point) && this.chance.next() < killed;
    const answering =
      answerLost > 0
        ? losingAnswers(this.ports, () => this.chance.next() < answerLost)
        : this.ports;
    const ports = killed > 0 ? crashingPorts(answering, dies) : answering;
    return portsFor ? portsFor(task, ports) : ports;
  }

  private post<T extends TaskName>(task: T, input: TaskInput<T>, delay = 0): void {
    this.postJob({ name: task, delay, receives: 5, run: () => this.perform(task, input) });
  }

  private postJob(job: Job): void {
    this.jobs.post(job);
    const { redelivered = 0 } = this.options.faults ?? {};
    if (redelivered > 0 && this.chance.next() < redelivered) {
      this.jobs.post({ ...job, delay: (job.delay ?? 0) + this.chance.next() * 30 });
    }
  }

  private everyMinute(at: number): void {
    this.clock.at(at, () => {
      const minute = Math.floor(at / MINUTE);
      this.shift(this.now());
      if (this.isStaffed() || minute % QUIET_MINUTES === 0) this.post('tick-fanout', {});
      if (minute % TASKS.sweeper.everyMinutes === 0) this.post('sweeper', {});
      this.everyMinute((minute + 1) * MINUTE);
    });
  }

  private isStaffed(): boolean {
    return this.network.agents().some(({ activity }) => activity !== 'offline');
  }

  /**
   * A tick with nothing due, and nothing new since a tick that ordered nothing, would order nothing
   * either.
   */
  private postTick(campaign: CampaignId, delay: number, due: Instant | undefined): void {
    const run = async () => {
      const pool = agentPoolOf(this.ports.definitions.definitions(), campaign);
      const { campaigns = [campaign], lead = campaign } = pool ?? {};
      const isDue = campaigns.some(
        (each) => (this.ports.records.nextDue(each) ?? Infinity) <= this.now(),
      );
      if (!isDue && this.quiet.has(lead)) return;
      this.quiet.add(lead); // until something happens, this tick's own orders included
      const { ordered } = await this.perform('dialer-tick', {
        campaign,
        due,
      });
      if (ordered > 0) this.quiet.delete(lead);
    };
    this.postJob({ name: 'dialer-tick', delay, receives: 5, run });
  }

  private wake(campaign: CampaignId): void {
    this.quiet.delete(campaign);
    for (const { lead, campaigns, inbound } of agentPools(this.ports.definitions.definitions())) {
      if (campaigns.includes(campaign) || inbound.includes(campaign)) this.quiet.delete(lead);
    }
  }

  private contactEvent(facts: ContactFacts, type: ContactEventType): void {
    this.options.watch?.contact(facts, type);
    if (!isTelling(type, facts.agent !== undefined)) return;
    this.post('contact-events', facts, CONTACT_EVENT_LAG);
  }

  private agentEvent(presence: AgentPresence): void {
    this.options.watch?.agent(presence, this.now());
    this.post('agent-events', presence, AGENT_EVENT_LAG);
  }

  private delivered(message: Message | Notice, providerId: string): void {
    const { campaign } = message;
    const outcome = { outcome: 'delivered', providerId } as const;
    const ref =
      'supervisor' in message
        ? { campaign, at: message.at, supervisor: message.supervisor }
        : { campaign, record: message.record, message: message.id };
    this.post('message-events', { ...ref, ...outcome }, DELIVERY);
  }

  private follow(written: WrittenEntry): void {
    this.wake(written.campaign);
    const { campaign, record, entry } = written;
    if (entry.type === 'record.offered' && record !== undefined)
      this.offered({ campaign, record, ...entry });
    const next = reactionTo(written);
    if (next?.kind === 'send') this.post(next.task, next.input);
    // An Express run that fails is not repeated; the sweeper reminds of the attempt.
    if (next?.kind === 'rule') {
      const { rule, run } = next;
      this.postJob({ name: `rule ${rule}`, receives: 1, run: () => this.applyRule(rule, run) });
    }
  }

  private async applyRule(rule: string, run: RuleInput): Promise<void> {
    const machine = machinesOf(this.ports.definitions.definitions()).get(rule);
    if (machine) await runMachine(machine, run, this.ruleTasks);
  }

  private readonly ruleTasks: MachineTasks = {
    'begin-rule': (input) => this.perform('begin-rule', input as TaskInput<'begin-rule'>),
    'commit-rule': (input) => this.perform('commit-rule', input as TaskInput<'commit-rule'>),
  };

  /** An agent who is refused, because the news of the call is late, tries again. */
  private classify(classifying: Classifying, tries = 3, delay = 0): void {
    const owner = attemptFrom(classifying.attributes);
    if (!owner) return;
    this.postJob({
      name: 'classify-record',
      delay,
      receives: 5,
      run: () => this.classifyNow(owner.ref, classifying, tries),
    });
  }

  private async classifyNow(ref: RecordRef, classifying: Classifying, tries: number) {
    const now = this.now();
    const record = await this.ports.records.load(ref);
    const { campaigns, centre } = this.ports.definitions.definitions();
    const campaign = campaigns[ref.campaign];
    const zone = centre.timeZone;
    const weights = this.options.weights ?? {};
    const input =
      record && campaign && classification(classifying, record, campaign, { weights, now, zone });
    if (!input) return;
    const outcome = await this.perform('classify-record', input);
    if (outcome.kind === 'classified') return;
    if (tries > 1) this.classify(classifying, tries - 1, AGENT_TRIES_AGAIN);
    else this.refusals.push(...outcome.reasons);
  }
}

const compiled = new WeakMap<Definitions, ReturnType<typeof compileAll>>();

function machinesOf(definitions: Definitions): ReturnType<typeof compileAll> {
  const known = compiled.get(definitions) ?? compileAll(definitions);
  compiled.set(definitions, known);
  return known;
}

function compileAll(definitions: Definitions) {
  return new Map(compileRules(definitions).map(({ id, definition }) => [id, definition] as const));
}
