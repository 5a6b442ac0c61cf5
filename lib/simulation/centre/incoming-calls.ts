// Calls that come in, from the ring to the end: the compiled flows answer them, the use cases say
// what the flows ask, and callers press, wait and hang up. Surveys, by a call back or after the
// agent has left, run here as well.
import type { CustomerCall } from '../../application/ports/contact-reader.ts';
import { Fault } from '../../application/tasks/faults.ts';
import type { FlowTaskName } from '../../application/tasks/inbound-tasks.ts';
import type { TaskInput, TaskOutput } from '../../application/tasks/tasks.ts';
import { ENTRY, SURVEY } from '../../compiler/ivr/flow-keys.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import { type ContactId, campaignId } from '../../domain/model/ids.ts';
import type { Definitions } from '../../language/definitions.ts';
import { type FlowContact, type FlowContactFacts, newContact } from '../connect/contact.ts';
import type { EffectOf, ResultOf } from '../connect/effects.ts';
import type { FlowHost } from '../connect/flow-host.ts';
import { FlowRunner } from '../connect/flow-runner.ts';
import { IvrRecorder, type IvrRecording } from '../connect/ivr-recorder.ts';
import { flowTask } from '../ivr/flow-call.ts';
import { type Arrival, type KnownCaller, startArrivals } from '../phone-network/arrivals.ts';
import type { CallerBehaviour } from '../phone-network/behaviour.ts';
import type { ContactEventType } from '../phone-network/call.ts';
import type { AnsweredContact, PhoneNetwork } from '../phone-network/phone-network.ts';
import type { Random } from '../random.ts';
import type { Scheduler } from '../virtual-clock.ts';
import { Killed } from './crashing-ports.ts';
import { answeredNumbers, definitionsFlowHost, flowIdOf } from './definitions-flow-host.ts';

export interface IncomingCallsSetup {
  readonly clock: Scheduler;
  readonly random: { readonly flows: Random; readonly arrivals: Random };
  readonly network: PhoneNetwork;
  readonly definitions: () => Definitions;
  readonly callers: CallerBehaviour;
  /** Runs a function a flow asks, as background work. */
  readonly work: (task: FlowTaskName, run: () => Promise<void>) => void;
  readonly perform: <T extends FlowTaskName>(
    task: T,
    input: TaskInput<T>,
  ) => Promise<TaskOutput<T>>;
  /** Connect has stored a recording. */
  readonly recorded: (recording: IvrRecording) => void;
}

export interface Callers {
  readonly perHour: number;
  /** People of the campaign's list; others call as well. */
  readonly people: readonly KnownCaller[];
}

/** Simulated ms a function takes to answer a flow. */
const ANSWERS_AFTER = 300;
/** Simulated ms for which a call that is over can still be asked about. */
const REMEMBERED = 3_600_000;
const FAILED = { kind: 'failed', error: 'NoMatchingError' } as const;

export class IncomingCalls {
  private readonly setup: IncomingCallsSetup;
  private readonly flows: FlowRunner;
  private readonly host: FlowHost;
  private readonly contacts = new Map<ContactId, FlowContact>();

  constructor(setup: IncomingCallsSetup) {
    const { clock, random, network, definitions, callers, recorded } = setup;
    this.setup = setup;
    const time = {
      now: () => clock.now(),
      after: (ms: number, run: () => void) => void clock.at(clock.now() + ms, run),
    };
    this.host = definitionsFlowHost(definitions, network, {
      time,
      random: random.flows,
      callers,
      recorder: new IvrRecorder(time, recorded),
      invoke: (effect, later) => this.invoke(effect, later),
    });
    this.flows = new FlowRunner(this.host);
  }

  /** Somebody dials an own number; undefined when they are on the telephone with us. */
  ring({ from, to, caller }: Arrival): ContactId | undefined {
    const { network, definitions } = this.setup;
    const number = answeredNumbers(definitions()).find((own) => own.number === to);
    if (!number) throw new Error(`no campaign answers ${to}`);
    if (from !== undefined && network.isEngaged(from)) return undefined;
    const { campaign } = number;
    const contact = network.receive({ from, caller }, { campaign });
    this.begin(flowIdOf(campaign, ENTRY), {
      contactId: contact,
      initiationMethod: 'INBOUND',
      customerNumber: from,
      systemNumber: to,
    });
    return contact;
  }

  /** People dial the campaign's numbers from now on. @param perHour at the day's usual hours */
  startCallers(campaign: string, { perHour, people }: Callers): void {
    const { clock, random, definitions, callers: behaviour } = this.setup;
    const numbers = answeredNumbers(definitions()).filter((own) => own.campaign === campaign);
    startArrivals({
      clock,
      random: random.arrivals.fork(campaign),
      timeZone: definitions().centre.timeZone,
      perHour,
      numbers: numbers.map(({ number }) => number),
      people: () => people,
      behaviour,
      ring: (arrival) => void this.ring(arrival),
    });
  }

  /** A caller who is called back for the survey has picked up (INB-9). */
  survey({ contact, command: { phone, attributes } }: AnsweredContact): void {
    this.begin(flowIdOf(attributes.campaign ?? '', SURVEY), {
      contactId: contact,
      initiationMethod: 'API',
      customerNumber: phone,
      systemNumber: undefined,
      attributes,
    });
  }

  /** What happens to a contact ends its flow, and may start another. */
  follow(facts: ContactFacts, type: ContactEventType): void {
    const contact = this.contacts.get(facts.contact);
    if (!contact) return;
    if (type === 'CONNECTED_TO_AGENT' || type === 'DISCONNECTED')
      this.flows.stop(facts.contact, type);
    if (type === 'DISCONNECTED' && facts.disconnectReason === 'AGENT_DISCONNECT')
      this.host.time.after(0, () => this.startFollowUp(contact));
    if (type === 'COMPLETED')
      this.host.time.after(REMEMBERED, () => void this.contacts.delete(facts.contact));
  }

  /** The attributes as the flows have set them; undefined: no flow ran for the contact. */
  attributesOf(contact: ContactId): Readonly<Record<string, string>> | undefined {
    const known = this.contacts.get(contact);
    return known && Object.fromEntries(known.attributes);
  }

  customerCall(contact: ContactId): CustomerCall | undefined {
    const known = this.contacts.get(contact);
    if (known?.facts.initiationMethod !== 'INBOUND') return undefined;
    const { campaign, ivr } = Object.fromEntries(known.attributes);
    if (!campaign || !ivr) return undefined;
    const { customerNumber: from, systemNumber: to } = known.facts;
    return { campaign: campaignId(campaign), ivr, from, to };
  }

  prioritise(contact: ContactId, level: number): 'set' | 'gone' {
    if (!this.setup.network.reorder(contact, { priority: level })) return 'gone';
    const known = this.contacts.get(contact);
    if (known) known.priority = level;
    return 'set';
  }

  private begin(flow: string, facts: Omit<FlowContactFacts, 'instanceArn' | 'region'>): void {
    const contact = newContact({ ...facts, instanceArn: 'instance', region: 'region' });
    this.contacts.set(facts.contactId as ContactId, contact);
    const { network } = this.setup;
    this.host.time.after(0, () => this.flows.run(this.host.flow(flow), contact, network));
  }

  /** The agent has left and the caller stays, if a flow is there for that. */
  private startFollowUp({ hooks, attributes, facts }: FlowContact): void {
    const hook = hooks.get('CustomerRemaining');
    if (hook === undefined) return;
    const previous = facts.contactId as ContactId;
    this.begin(hook, {
      contactId: this.setup.network.follow(previous),
      initiationMethod: 'DISCONNECT',
      customerNumber: facts.customerNumber,
      systemNumber: facts.systemNumber,
      attributes: Object.fromEntries(attributes),
      initialContactId: previous,
      previousContactId: previous,
    });
  }

  private invoke(
    { arn, payload, asynchronous }: EffectOf<'invoke'>,
    later: (result: ResultOf<'invoke'>) => void,
  ): ResultOf<'invoke'> | undefined {
    const { work, perform } = this.setup;
    const { task, input } = flowTask(arn, payload);
    const run = async () => {
      try {
        later({ kind: 'returned', payload: await perform(task, input) });
      } catch (error) {
        if (!(error instanceof Fault || error instanceof Killed)) throw error;
        later(FAILED);
      }
    };
    this.host.time.after(ANSWERS_AFTER, () => work(task, run));
    return asynchronous ? { kind: 'done' } : undefined;
  }
}
