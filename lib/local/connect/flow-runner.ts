// Runs the flows of answered contacts on simulated time: a prompt takes as long as it is spoken, a queue flow
// plays until an agent comes. What an outbound call's flow cannot ask of this world is refused by name.
import type { ContactId } from '../../domain/ids.ts';
import {
  type FlowContact,
  newContact,
  type OutboundCallStatus,
} from '../../simulation/connect/contact.ts';
import type {
  Effect,
  EffectKind,
  EffectOf,
  EffectResult,
  ResultOf,
} from '../../simulation/connect/effects.ts';
import { FlowRun, type Step } from '../../simulation/connect/flow-run.ts';
import type { World } from '../../simulation/world/world.ts';
import type { Cloud } from '../cloud.ts';
import { NotEmulated } from '../errors.ts';
import {
  type ConnectContact,
  type ConnectFlow,
  type ConnectInstance,
  stableId,
} from './instance.ts';

interface Running {
  readonly id: ContactId;
  readonly run: FlowRun;
  readonly contact: FlowContact;
  readonly world: World;
}

/** Gives the result at once, or calls `later` when simulated time has come to it. */
type Perform<K extends EffectKind> = (
  effect: EffectOf<K>,
  running: Running,
  later: (result: ResultOf<K>) => void,
) => ResultOf<K> | undefined;

/** What CheckOutboundCallStatus answers for a verdict of answering-machine detection. */
const CALL_STATUS: Readonly<Record<string, OutboundCallStatus>> = {
  HUMAN_ANSWERED: 'CallAnswered',
  VOICEMAIL_BEEP: 'VoicemailBeep',
  VOICEMAIL_NO_BEEP: 'VoicemailNoBeep',
  AMD_UNRESOLVED: 'NotDetected',
};

/** A recording whose length nobody knows, ms. */
const UNKNOWN_LENGTH = 3000;

export class FlowRunner {
  private readonly instance: ConnectInstance;
  private readonly cloud: Cloud;
  private readonly running = new Map<string, FlowRun>();
  private readonly performers: { readonly [K in EffectKind]?: Perform<K> };

  constructor(instance: ConnectInstance, cloud: Cloud) {
    this.instance = instance;
    this.cloud = cloud;
    const { time } = cloud;
    this.performers = {
      say: ({ ms }, _, later) => {
        time.after(ms ?? UNKNOWN_LENGTH, () => later({ kind: 'done' }));
        return undefined;
      },
      'say-repeatedly': ({ interruptAfterSeconds }, _, later) => {
        if (interruptAfterSeconds !== undefined)
          time.after(interruptAfterSeconds * 1000, () => later({ kind: 'interrupted' }));
        return undefined;
      },
      hours: ({ hoursId, queueArn }) => {
        const hours = hoursId ?? instance.find(instance.queues, queueArn, 'queue').hoursArn;
        const { isOpen } = instance.find(instance.hours, hours, 'hours');
        return { kind: 'checked', open: isOpen(time.now()) };
      },
      target: ({ reference }) => this.findTarget(reference),
      queue: ({ target, routing }, { id, world, contact }) => {
        const queue =
          target.kind === 'queue' ? target.arn : (contact.attributes.get('queueArn') ?? '');
        world.enqueue(id, queue, routing.priority);
        return { kind: 'done' };
      },
      'load-flow': ({ flowId }) => {
        const { content } = instance.find(instance.flows, flowId, 'contact flow');
        return { kind: 'loaded', flow: JSON.parse(content) };
      },
    };
  }

  /** The flow a contact runs first; once it waits in a queue, the flow hooked for that. */
  run(
    flow: ConnectFlow,
    { id, phone, callerId, attributes }: ConnectContact,
    machineDetection: string | undefined,
    world: World,
  ): void {
    const status = machineDetection && CALL_STATUS[machineDetection];
    const contact = newContact({
      contactId: id,
      initiationMethod: 'API',
      instanceArn: this.instance.arn,
      region: this.cloud.place.region,
      customerNumber: phone,
      systemNumber: callerId,
      attributes,
      ...(status && { outboundCallStatus: status }),
    });
    this.start(flow, 'CONTACT_FLOW', contact, id as ContactId, world);
  }

  /** The customer hung up, or an agent took over. */
  stop(id: ContactId, because: string): void {
    this.running.get(id)?.stop(because);
    this.running.delete(id);
  }

  private start(
    { id: flowId, content }: ConnectFlow,
    type: 'CONTACT_FLOW' | 'CUSTOMER_QUEUE',
    contact: FlowContact,
    id: ContactId,
    world: World,
  ): void {
    const run = new FlowRun({ flow: JSON.parse(content), flowId, type, contact });
    this.running.set(id, run);
    this.goOn(run.start(), { id, run, contact, world });
  }

  private goOn(first: Step, running: Running): void {
    let step = first;
    while (step.kind === 'effect') {
      const result = this.perform(step.effect, running);
      // Without a result the world answers later, unless the run was stopped meanwhile.
      if (result === undefined) return;
      if (step.effect.kind === 'queue') {
        this.waits(running);
        return;
      }
      step = running.run.resume(result);
    }
    const { ending } = step;
    if (ending.kind === 'stopped') return;
    // A queue flow that ends leaves the contact waiting; every other end is the end of the call.
    if (ending.kind === 'finished') return;
    running.world.hangUp(running.id, 'CONTACT_FLOW_DISCONNECT');
  }

  private perform(effect: Effect, running: Running): EffectResult | undefined {
    const perform = this.performers[effect.kind] as Perform<EffectKind> | undefined;
    if (!perform) throw new NotEmulated(`'${effect.kind}' in the flow of an outbound call`);
    return perform(effect, running, (result) => {
      if (this.running.get(running.id) === running.run)
        this.goOn(running.run.resume(result), running);
    });
  }

  private waits({ id, contact, world }: Running): void {
    const facts = world.describe(id);
    // An agent may have been free at once.
    if (facts?.connectedToAgent !== undefined || facts?.disconnected !== undefined) return;
    const hook = contact.hooks.get('CustomerQueue');
    if (hook === undefined) return;
    const flow = this.instance.find(this.instance.flows, hook, 'contact flow');
    this.start(flow, 'CUSTOMER_QUEUE', contact, id, world);
  }

  private findTarget(reference: EffectOf<'target'>['reference']): ResultOf<'target'> {
    if (reference.agentId !== undefined) {
      const arn = reference.agentId;
      return { kind: 'found', target: { kind: 'agent', arn, name: stableId(arn) } };
    }
    const id = reference.queueId.slice(reference.queueId.lastIndexOf('/') + 1);
    const queue = this.instance.queues.get(id);
    if (!queue) return { kind: 'failed', error: 'NoMatchingError' };
    return { kind: 'found', target: { kind: 'queue', arn: queue.arn, name: queue.name } };
  }
}
