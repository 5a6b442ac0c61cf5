// Runs the flows of contacts on simulated time. Effects are performed in perform-effects.ts; this
// file decides which flow runs when: the first, those of a queue, and the end of the call.

import type { FlowType } from '../../compiler/flows/flow.ts';
import { type ContactId, contactId } from '../../domain/model/ids.ts';
import { own } from '../../language/dictionary.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';
import type { FlowContact, OutboundCallStatus } from './contact.ts';
import type { Effect, EffectKind, EffectResult } from './effects.ts';
import type { FlowHook, FlowHost, HostedFlow } from './flow-host.ts';
import type { FlowStep } from './flow-run.ts';
import { FlowRun } from './flow-run.ts';
import { NotEmulated } from './not-emulated.ts';
import type { Perform, Performers } from './perform-effects.ts';
import { isRecorded, performers } from './perform-effects.ts';

interface Running {
  readonly id: ContactId;
  readonly run: FlowRun;
  readonly contact: FlowContact;
  readonly network: PhoneNetwork;
  /** What follows a flow that runs beside a talk; the talk goes on whatever becomes of it. */
  readonly after?: () => void;
}

/** First the agent hears who it is, then the caller that an agent is there. */
const WHISPERS: readonly FlowHook[] = [
  ['AgentWhisper', 'AGENT_WHISPER'],
  ['CustomerWhisper', 'CUSTOMER_WHISPER'],
];
const ON_HOLD: readonly FlowHook[] = [['CustomerHold', 'CUSTOMER_HOLD']];

/** What CheckOutboundCallStatus answers for a verdict of answering-machine detection. */
const CALL_STATUS: Readonly<Record<string, OutboundCallStatus>> = {
  HUMAN_ANSWERED: 'CallAnswered',
  VOICEMAIL_BEEP: 'VoicemailBeep',
  VOICEMAIL_NO_BEEP: 'VoicemailNoBeep',
  AMD_UNRESOLVED: 'NotDetected',
};

export const outboundCallStatus = (machineDetection: string): OutboundCallStatus | undefined =>
  own(CALL_STATUS, machineDetection);

export class FlowRunner {
  private readonly host: FlowHost;
  private readonly running = new Map<ContactId, FlowRun>();
  private readonly performers: Performers;

  constructor(host: FlowHost) {
    this.host = host;
    this.performers = performers(host);
  }

  /** The flow a contact runs first; once it waits in a queue, the flow hooked for that. */
  run(flow: HostedFlow, contact: FlowContact, network: PhoneNetwork): void {
    this.start(flow, 'CONTACT_FLOW', contact, network);
  }

  /** The customer hung up, or an agent took over. */
  stop(contact: ContactId, because: string): void {
    this.running.get(contact)?.stop(because);
    this.running.delete(contact);
    this.host.recorder.close(contact);
  }

  /** An agent has taken the call. */
  joined(contact: FlowContact, network: PhoneNetwork): void {
    this.runHooked(WHISPERS, contact, network);
  }

  /** The agent has put the caller on hold (INB-5). */
  hold(contact: FlowContact, network: PhoneNetwork): void {
    this.runHooked(ON_HOLD, contact, network);
  }

  resume(contact: ContactId): void {
    this.running.get(contact)?.stop('off hold');
    this.running.delete(contact);
  }

  private runHooked(
    [hook, ...others]: readonly FlowHook[],
    contact: FlowContact,
    network: PhoneNetwork,
  ): void {
    if (hook === undefined) return;
    const [event, type] = hook;
    const after = (): void => this.runHooked(others, contact, network);
    const named = contact.hooks.get(event);
    if (named === undefined) {
      after();
      return;
    }
    const flow = this.host.flow(named);
    if (flow.type !== type) throw new NotEmulated(`a flow of type ${flow.type} as ${event}`);
    this.start(flow, type, contact, network, after);
  }

  private start(
    { id: flowId, content }: HostedFlow,
    type: FlowType,
    contact: FlowContact,
    network: PhoneNetwork,
    after?: () => void,
  ): void {
    const run = new FlowRun({ flow: content, flowId, type, contact });
    const id = contactId(contact.facts.contactId);
    this.running.set(id, run);
    this.goOn(run.start(), { id, run, contact, network, after });
  }

  private goOn(first: FlowStep, running: Running): void {
    const { recorder } = this.host;
    let step = first;
    while (step.kind === 'effect') {
      recorder.follow(running.id, isRecorded(running.contact));
      const result = this.perform(step.effect, running);
      // Without a result the effect completes later, unless the run has been stopped by then.
      if (result === undefined) return;
      step = running.run.resume(result);
    }
    const { ending } = step;
    recorder.follow(running.id, isRecorded(running.contact));
    if (ending.kind === 'stopped') return;
    if (running.after) running.after();
    else if (ending.kind === 'queued' || ending.kind === 'requeued') this.waits(running);
    // A queue flow that ends leaves the contact waiting; every other end is the end of the call.
    else if (ending.kind !== 'finished')
      running.network.hangUp(running.id, 'CONTACT_FLOW_DISCONNECT');
  }

  private perform(effect: Effect, running: Running): EffectResult | undefined {
    const perform = this.performers[effect.kind] as Perform<EffectKind> | undefined;
    if (!perform) throw new NotEmulated(`'${effect.kind}' in the flow of a call`);
    return perform(effect, running, (result) => {
      if (this.running.get(running.id) === running.run)
        this.goOn(running.run.resume(result), running);
    });
  }

  private waits({ id, contact, network }: Running): void {
    const facts = network.describe(id);
    // An agent may have been free at once.
    if (facts?.connectedToAgent !== undefined || facts?.disconnected !== undefined) return;
    const hook = contact.hooks.get('CustomerQueue');
    if (hook === undefined) return;
    this.start(this.host.flow(hook), 'CUSTOMER_QUEUE', contact, network);
  }
}
