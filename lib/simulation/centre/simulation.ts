// A whole contact centre in memory: the use cases, the compiled rules and simulated people, on one
// virtual clock. What AWS puts between the functions (queues, streams, schedules, the bus) is a
// table here and a queue of jobs.

import type { Along } from '../../application/ports/message-sender.ts';
import type { Ports } from '../../application/ports/ports.ts';
import type { TaskInput, TaskName, TaskOutput } from '../../application/tasks/tasks.ts';
import { TASKS } from '../../application/tasks/tasks.ts';
import { isRelevant, lateness } from '../../domain/calls/relevant-contact-events.ts';
import { UNHANDLED_STATUS } from '../../domain/campaigns/held-up.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import { type CampaignId, type ContactId, campaignId, recordId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Message, Notice } from '../../domain/model/message.ts';
import { textCampaigns } from '../../domain/texting/text-setting.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { WrittenEntry } from '../memory/journal.ts';
import { type MemoryPorts, memoryPorts } from '../memory/ports.ts';
import type { SentTick } from '../memory/queues.ts';
import { memoryRouting } from '../memory/routing.ts';
import { secretsNamedIn } from '../memory/secrets.ts';
import type { TelephoneNetwork } from '../memory/telephony.ts';
import { type AgentIdentity, type ShownPresence, withHold } from '../phone-network/agent.ts';
import type { ContactEventType } from '../phone-network/call.ts';
import type { Classifying } from '../phone-network/classifying.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';
import { createPhoneNetwork } from '../phone-network/simulated-phone-network.ts';
import { queueOrRelease } from '../phone-network/when-answered.ts';
import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import type { MachineTasks } from '../state-machine.ts';
import { runMachine } from '../state-machine.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { ClassifyingAgents } from './classifying-agents.ts';
import type { FaultPoint } from './crashing-ports.ts';
import { crashingPorts } from './crashing-ports.ts';
import type { RuleInput } from './event-reactions.ts';
import { reactionTo } from './event-reactions.ts';
import { IncomingCalls } from './incoming-calls.ts';
import type { DeadJob, Job } from './job-queue.ts';
import { JobQueue } from './job-queue.ts';
import { AGENT_EVENT_LAG, CONTACT_EVENT_LAG, DELIVERY } from './lags.ts';
import { losingAnswers } from './losing-answers.ts';
import { networkTelephony } from './network-telephony.ts';
import type { Offered } from './offered-records.ts';
import { agentsAtOffers } from './offered-records.ts';
import { type Arrived, peopleWhoWrite } from './people-who-write.ts';
import { playedServices } from './played-services.ts';
import { QuietPools } from './quiet-pools.ts';
import { machinesOf } from './rule-machines.ts';
import { agentsOfGroups, shifts } from './shifts.ts';
import type { CallOrigin, SimulationOptions } from './simulation-options.ts';
import { type ReceivedText, textingAgents } from './texting-agents.ts';
import { ToldOfAgents } from './told-of-agents.ts';
import { USE_CASES } from './use-cases.ts';
import { usualBehaviour } from './usual-behaviour.ts';
import { webhooksTold } from './webhook-reactions.ts';

const MINUTE = 60_000;
export class Simulation {
  readonly clock: VirtualClock;
  readonly network: PhoneNetwork;
  readonly ports: MemoryPorts<TelephoneNetwork>;
  readonly incoming: IncomingCalls;
  private readonly options: SimulationOptions;
  private readonly jobs: JobQueue;
  private readonly chance: Random;
  private readonly toldOfAgents = new ToldOfAgents();
  private readonly quiet = new QuietPools(() => this.ports.definitions.definitions());
  private readonly shift: (now: Instant) => void;
  private readonly offered: (offered: Offered) => void;
  private readonly agents: ClassifyingAgents;
  /** A text or an e-mail reaches a person, and a person's its record. */
  private readonly arrived: (arrived: Arrived) => void;
  private readonly received: (text: ReceivedText) => void;
  private readonly textRefusals: string[] = [];
  private idleTicks = 0;

  constructor(options: SimulationOptions) {
    const { definitions, seed, start, faults, keepsHistory = true } = options;
    const agents = skilled(options.agents ?? agentsOfGroups(definitions), definitions);
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
      whenAnswered: (answered, network) => {
        if (isSurvey(answered.command.attributes)) this.incoming.survey(answered);
        else queueOrRelease(answered, network);
      },
      events: {
        happened: (facts, type) => this.happened(facts, type),
        contact: (facts, type) => this.contactEvent(facts, type),
        agent: (presence) => this.agentEvent(presence),
      },
      classify: (classifying) => this.classified(classifying),
      faults,
      keepsCalls: keepsHistory,
    });
    this.incoming = new IncomingCalls({
      clock: this.clock,
      random: { flows: random.fork('flows'), arrivals: random.fork('callers') },
      network: this.network,
      definitions: () => this.ports.definitions.definitions(),
      callers: behaviour.callers,
      // a flow asks once, and takes its error branch when the function fails
      work: (name, run) => this.jobs.post({ name, receives: 1, run }),
      perform: (task, input) => this.perform(task, input),
      recorded: ({ name, wav, startedAt }) => this.recorded(name, wav, instant(startedAt)),
    });
    this.ports = memoryPorts({
      time: this.clock,
      definitions,
      telephony: networkTelephony(this.network, this.incoming),
      routing: {
        ...memoryRouting(),
        prioritise: async (contact, level) => this.incoming.prioritise(contact, level),
      },
      secrets: secretsNamedIn(definitions),
      services: (request) => playedServices(definitions.centre, this.network, request),
      onDialOrder: ({ body, delay }) =>
        this.post('place-call', { ...body.ref, attempt: body.attempt }, delay),
      onSurvey: ({ body, delay }) =>
        this.post('place-survey-call', { ...body.ref, attempt: body.attempt }, delay),
      onMessage: ({ body: { ref, message, kind }, delay }) =>
        this.post(kind === 'sms' ? 'send-sms' : 'send-email', { ...ref, message }, delay),
      onNotice: ({ body, delay }) => this.post('send-email', body, delay),
      onWake: ({ body, delay }) => this.post('deliver-webhook', body, delay),
      onImport: ({ body, delay }) => this.post('import-contacts', body, delay),
      onHold: (agentArn, isHeld) =>
        void this.network.setStatus(agentArn, isHeld ? UNHANDLED_STATUS : undefined),
      onCopy: ({ body, delay }) => this.post('copy-records', body, delay),
      onTick: (tick) => this.postTick(tick),
      onSent: (message, providerId, along) => this.delivered(message, providerId, along),
      keepsHistory,
    });
    this.ports.journal.listen((written) => this.follow(written));
    this.agents = new ClassifyingAgents({
      ports: this.ports,
      definitions: () => this.ports.definitions.definitions(),
      weights: options.weights ?? {},
      post: (job) => this.postJob(job),
      perform: (input) => this.perform('classify-record', input),
    });
    this.shift = shifts(definitions, agents, this.network);
    this.offered = agentsAtOffers({
      random: random.fork('offers'),
      behaviour: behaviour.agents.offers,
      after: (ms, then) => void this.clock.at(this.now() + ms, then),
      answer: (input) => this.perform('call-record', input),
      work: (run) => this.postJob({ name: 'call-record', receives: 5, run }),
    });
    this.arrived = peopleWhoWrite({
      ...{ random, behaviour, definitions },
      after: (ms, then) => void this.clock.at(this.now() + ms, then),
      texted: (input) => this.post('receive-sms', input),
      store: this.ports.mails,
      mailed: (key) => this.post('receive-email', { key }),
    });
    this.received = textingAgents({
      random: random.fork('texting agents'),
      behaviour: behaviour.texts,
      definitions: () => this.ports.definitions.definitions(),
      weights: options.weights ?? {},
      now: () => this.now(),
      load: ({ campaign, record }) =>
        this.ports.records.load({ campaign: campaignId(campaign), record: recordId(record) }),
      after: (ms, then) => void this.clock.at(this.now() + ms, then),
      work: (run) => this.postJob({ name: 'answer-text', receives: 5, run }),
      answer: (input) => this.perform('answer-text', input),
      classify: (input) => this.perform('classify-record', input),
      refused: (reasons) => void this.textRefusals.push(...reasons),
    });
    this.everyMinute(start);
  }

  /** Classifications that were refused, with the reasons. */
  get refusals(): readonly string[] {
    return [...this.agents.refusals, ...this.textRefusals];
  }

  get deadJobs(): readonly DeadJob[] {
    return this.jobs.dead;
  }

  /** Runs one task now, as its trigger would. @param standsFor see `portsFor` */
  async perform<T extends TaskName>(
    task: T,
    input: TaskInput<T>,
    standsFor = 1,
  ): Promise<TaskOutput<T>> {
    const checked = this.options.checked ?? true;
    const taken = checked ? (TASKS[task].input.parse(input) as TaskInput<T>) : input;
    return USE_CASES[task](taken, this.portsOf(task, standsFor));
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

  private portsOf(task: TaskName, standsFor: number): Ports {
    const { faults, portsFor } = this.options;
    const { killed = 0, exempt = [], answerLost = 0 } = faults ?? {};
    const dies = (point: FaultPoint) => !exempt.includes(point) && this.chance.next() < killed;
    const answering =
      answerLost > 0
        ? losingAnswers(this.ports, () => this.chance.next() < answerLost)
        : this.ports;
    const ports = killed > 0 ? crashingPorts(answering, dies) : answering;
    return portsFor ? portsFor(task, ports, standsFor) : ports;
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
      if (textCampaigns(this.ports.definitions.definitions()).length > 0)
        this.post('order-texts', {});
      if (minute % TASKS.sweeper.everyMinutes === 0) this.post('sweeper', {});
      this.everyMinute((minute + 1) * MINUTE);
    });
  }

  /**
   * A tick with nothing due, and nothing new since a tick that ordered nothing, would order nothing
   * either, nor need others to follow.
   */
  private postTick({ body: campaign, delay, due, until, left, check }: SentTick): void {
    const isDue = (each: CampaignId) =>
      (this.ports.records.nextDue(each) ?? Infinity) <= this.now();
    const run = async () => {
      const isAsked = until !== undefined || check;
      if (!isAsked && this.quiet.isQuiet(campaign, isDue)) return this.idleTick(campaign);
      this.quiet.ticking(campaign);
      const { ordered } = await this.perform('dialer-tick', { campaign, due, until, left, check });
      this.quiet.ticked(campaign, ordered);
    };
    this.postJob({ name: 'dialer-tick', delay, receives: 5, run });
  }

  private async idleTick(campaign: CampaignId): Promise<void> {
    const { idleTicksSampled: sampled } = this.options;
    if (sampled === undefined || ++this.idleTicks % sampled !== 0) return;
    await this.perform('dialer-tick', { campaign }, sampled);
  }

  /** An IVR may have found another record than the call began with. */
  private classified(classifying: Classifying): void {
    const attributes = this.incoming.attributesOf(classifying.contact) ?? classifying.attributes;
    this.agents.classify({ ...classifying, attributes });
  }

  private happened(facts: ContactFacts, type: ContactEventType): void {
    const origin = this.originOf(facts.contact);
    if (origin) this.options.watch?.contact(facts, type, origin);
    this.incoming.follow(facts, type);
  }

  private originOf(contact: ContactId): CallOrigin | undefined {
    const direction = this.network.directionOf(contact);
    const { attributes = {} } = this.network.commandOf(contact) ?? {};
    const { campaign } = attributes;
    if (direction === undefined || campaign === undefined) return undefined;
    return { campaign, direction: isSurvey(attributes) ? 'survey' : direction };
  }

  /** Follow-ups are contacts of their own, whose events the product ignores. */
  private contactEvent(facts: ContactFacts, type: ContactEventType): void {
    const direction = this.network.directionOf(facts.contact);
    if (direction === 'follow-up' || !isRelevant(type, facts.agent !== undefined)) return;
    this.post('contact-events', facts, CONTACT_EVENT_LAG + lateness(type, direction));
  }

  private agentEvent(presence: ShownPresence): void {
    this.options.watch?.agent(presence, this.now());
    if (this.toldOfAgents.isNews(presence))
      this.post('agent-events', withHold(presence), AGENT_EVENT_LAG);
  }

  private delivered(message: Message | Notice, providerId: string, { replyTo }: Along): void {
    const { campaign, content } = message;
    this.arrived({ content, id: providerId, replyTo });
    const ref =
      'supervisor' in message
        ? { campaign, at: message.at, supervisor: message.supervisor }
        : { campaign, record: message.record, message: message.id };
    const task = content.kind === 'sms' ? 'send-sms' : 'message-events';
    this.post(task, { ...ref, outcome: 'delivered', providerId }, DELIVERY);
  }

  private recorded(name: string, wav: Uint8Array, begunAt: Instant): void {
    const key = `recordings/${name}`;
    this.ports.recordings.put(key, wav, begunAt);
    this.post('deliver-voicemail', { key });
  }

  /** Not in a run that forgets: nothing that webhooks do changes what the centre does. */
  private tellWebhooks(written: WrittenEntry): void {
    if (this.options.keepsHistory === false) return;
    const definitions = this.ports.definitions.definitions();
    const { id, campaign, entry } = written;
    const { type } = entry;
    const brought = type === 'record.added' ? { row: entry.row, copy: entry.copy } : {};
    if (webhooksTold(definitions, { campaign, type, ...brought }) > 0) {
      this.post('deliver-webhook', { campaign, id });
    }
  }

  private follow(written: WrittenEntry): void {
    this.quiet.wake(written.campaign);
    const { campaign, record, entry } = written;
    if (entry.type === 'record.offered' && record !== undefined)
      this.offered({ campaign, record, ...entry });
    if (entry.type === 'message.received' && record !== undefined)
      this.received({ campaign, record, ...entry });
    const next = reactionTo(written);
    if (next?.kind === 'send') this.post(next.task, next.input);
    this.tellWebhooks(written);
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
    'contact-events': (input) =>
      this.perform('contact-events', input as TaskInput<'contact-events'>),
  };
}

const isSurvey = ({ survey }: Readonly<Record<string, string>>): boolean => survey === 'yes';

/** Agents with the skills of their group. */
function skilled(
  agents: readonly AgentIdentity[],
  { groups }: Definitions,
): readonly AgentIdentity[] {
  return agents.map((agent) => ({ skills: groups[agent.group]?.skills, ...agent }));
}
