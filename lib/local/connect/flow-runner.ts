// Runs the flows of contacts on simulated time. Effects are performed in perform-effects.ts; this
// file decides which flow runs when: the first, those of a queue, and the end of the call.

import type { FlowType } from '../../compiler/flows/flow.ts';
import type { ContactId } from '../../domain/model/ids.ts';
import type { FlowContact, OutboundCallStatus } from '../../simulation/connect/contact.ts';
import { newContact } from '../../simulation/connect/contact.ts';
import type { Effect, EffectKind, EffectResult } from '../../simulation/connect/effects.ts';
import type { FlowStep } from '../../simulation/connect/flow-run.ts';
import { FlowRun } from '../../simulation/connect/flow-run.ts';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { PhoneNetwork } from '../../simulation/phone-network/phone-network.ts';
import { own } from '../json.ts';
import type { ConnectContact, ConnectFlow } from './connect-instance.ts';
import { IvrRecorder } from './ivr-recorder.ts';
import type { EffectParts, Perform, Performers } from './perform-effects.ts';
import { isRecorded, performers } from './perform-effects.ts';

interface Running {
  readonly id: ContactId;
  readonly run: FlowRun;
  readonly contact: FlowContact;
  readonly network: PhoneNetwork;
  /** What follows a flow that runs beside a talk; the talk goes on whatever becomes of it. */
  readonly after?: () => void;
}

type Hook = readonly [event: string, type: FlowType];
/** First the agent hears who it is, then the caller that an agent is there. */
const WHISPERS: readonly Hook[] = [
  ['AgentWhisper', 'AGENT_WHISPER'],
  ['CustomerWhisper', 'CUSTOMER_WHISPER'],
];
const ON_HOLD: readonly Hook[] = [['CustomerHold', 'CUSTOMER_HOLD']];

/** What CheckOutboundCallStatus answers for a verdict of answering-machine detection. */
const CALL_STATUS: Readonly<Record<string, OutboundCallStatus>> = {
  HUMAN_ANSWERED: 'CallAnswered',
  VOICEMAIL_BEEP: 'VoicemailBeep',
  VOICEMAIL_NO_BEEP: 'VoicemailNoBeep',
  AMD_UNRESOLVED: 'NotDetected',
};

export class FlowRunner {
  private readonly parts: EffectParts;
  private readonly recorder: IvrRecorder;
  private readonly running = new Map<string, FlowRun>();
  private readonly performers: Performers;

  constructor(parts: Omit<EffectParts, 'recorder'>) {
    this.recorder = new IvrRecorder(parts.instance, parts.cloud);
    this.parts = { ...parts, recorder: this.recorder };
    this.performers = performers(this.parts);
  }

  /** The flow a contact runs first; once it waits in a queue, the flow hooked for that. */
  run(
    flow: ConnectFlow,
    connectContact: ConnectContact,
    network: PhoneNetwork,
    machineDetection?: string,
  ): void {
    const { id, phone, ownNumber, attributes, initiationMethod, previous } = connectContact;
    const { instance, cloud } = this.parts;
    const status = machineDetection && own(CALL_STATUS, machineDetection);
    const contact = newContact({
      contactId: id,
      initiationMethod,
      attributes,
      instanceArn: instance.arn,
      region: cloud.location.region,
      customerNumber: phone,
      systemNumber: ownNumber,
      outboundCallStatus: status || undefined,
      ...(previous && { previousContactId: previous, initialContactId: previous }),
    });
    connectContact.flow = contact;
    this.start(flow, 'CONTACT_FLOW', contact, id as ContactId, network);
  }

  /** The customer hung up, or an agent took over. */
  stop(contact: ConnectContact, because: string): void {
    this.running.get(contact.id)?.stop(because);
    this.running.delete(contact.id);
    this.recorder.close(contact);
  }

  /** An agent has taken the call. */
  joined(contact: ConnectContact, network: PhoneNetwork): void {
    this.runHooked(WHISPERS, contact, network);
  }

  /** The agent has put the caller on hold (INB-5). */
  hold(contact: ConnectContact, network: PhoneNetwork): void {
    this.runHooked(ON_HOLD, contact, network);
  }

  resume(contact: ConnectContact): void {
    this.running.get(contact.id)?.stop('off hold');
    this.running.delete(contact.id);
  }

  private runHooked(
    [hook, ...others]: readonly Hook[],
    contact: ConnectContact,
    network: PhoneNetwork,
  ): void {
    if (hook === undefined || contact.flow === undefined) return;
    const [event, type] = hook;
    const after = (): void => this.runHooked(others, contact, network);
    const named = contact.flow.hooks.get(event);
    if (named === undefined) {
      after();
      return;
    }
    const { instance } = this.parts;
    const flow = instance.find(instance.flows, named, 'contact flow');
    if (flow.type !== type) throw new NotEmulated(`a flow of type ${flow.type} as ${event}`);
    this.start(flow, type, contact.flow, contact.id as ContactId, network, after);
  }

  private start(
    { id: flowId, content }: ConnectFlow,
    type: FlowType,
    contact: FlowContact,
    id: ContactId,
    network: PhoneNetwork,
    after?: () => void,
  ): void {
    const run = new FlowRun({ flow: JSON.parse(content), flowId, type, contact });
    this.running.set(id, run);
    this.goOn(run.start(), { id, run, contact, network, after });
  }

  private goOn(first: FlowStep, running: Running): void {
    let step = first;
    while (step.kind === 'effect') {
      this.recorder.follow(running.id, isRecorded(running.contact));
      const result = this.perform(step.effect, running);
      // Without a result the effect completes later, unless the run has been stopped by then.
      if (result === undefined) return;
      step = running.run.resume(result);
    }
    const { ending } = step;
    this.recorder.follow(running.id, isRecorded(running.contact));
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
    const { instance } = this.parts;
    const flow = instance.find(instance.flows, hook, 'contact flow');
    this.start(flow, 'CUSTOMER_QUEUE', contact, id, network);
  }
}
