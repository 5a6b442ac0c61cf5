// Performs the effects of a flow on the simulated network: a prompt takes as long as it is spoken,
// callers press keys after thinking, functions are invoked, queues fill up. Effects that are not
// implemented are refused by name.
import type { ContactId } from '../../domain/model/ids.ts';
import type { FlowContact } from '../../simulation/connect/contact.ts';
import type {
  EffectKind,
  EffectOf,
  Prompt,
  QueueRouting,
  QueueTarget,
  ResultOf,
} from '../../simulation/connect/effects.ts';
import type { CallerBehaviour } from '../../simulation/phone-network/behaviour.ts';
import type { QueueWait } from '../../simulation/phone-network/call.ts';
import { drawDuration } from '../../simulation/phone-network/callee.ts';
import type { Question } from '../../simulation/phone-network/caller.ts';
import type { PhoneNetwork } from '../../simulation/phone-network/phone-network.ts';
import type { Random } from '../../simulation/random.ts';
import type { Cloud } from '../cloud.ts';
import type { ConnectInstance, ConnectQueue } from './connect-instance.ts';
import { invokeFromFlow } from './flow-functions.ts';
import type { IvrRecorder } from './ivr-recorder.ts';
import { routingSteps } from './routing-steps.ts';

interface OnTheLine {
  readonly id: ContactId;
  readonly contact: FlowContact;
  readonly network: PhoneNetwork;
}

/** Gives the result at once, or calls `later` when simulated time has come to it. */
export type Perform<K extends EffectKind> = (
  effect: EffectOf<K>,
  on: OnTheLine,
  later: (result: ResultOf<K>) => void,
) => ResultOf<K> | undefined;

export type Performers = { readonly [K in EffectKind]?: Perform<K> };

export interface EffectParts {
  readonly instance: ConnectInstance;
  readonly cloud: Cloud;
  readonly recorder: IvrRecorder;
  readonly random: Random;
  readonly behaviour: CallerBehaviour;
}

/** Assumed length of a recording whose length is unknown, ms. */
const UNKNOWN_LENGTH = 3000;
const PER_KEY = 300;
const FAILED = { kind: 'failed', error: 'NoMatchingError' } as const;

export function performers(parts: EffectParts): Performers {
  const { instance, cloud, random } = parts;
  return {
    ...speaking(parts),
    ...queueing(parts),
    hours: ({ hoursId, queueArn }) => {
      const hours = hoursId ?? instance.find(instance.queues, queueArn, 'queue').hoursArn;
      const { isOpen } = instance.find(instance.hours, hours, 'hours');
      return { kind: 'checked', open: isOpen(cloud.time.now()) };
    },
    draw: () => ({ kind: 'drawn', value: 1 + Math.floor(random.next() * 100) }),
    invoke: (effect, _, later) => invokeFromFlow({ instance, cloud }, effect, later),
    dial: (effect, on, later) => forward(parts, effect, on, later),
    'load-flow': ({ flowId }) => {
      const { content } = instance.find(instance.flows, flowId, 'contact flow');
      return { kind: 'loaded', flow: JSON.parse(content) };
    },
  };
}

function speaking(parts: EffectParts): Performers {
  const { instance, cloud, recorder } = parts;
  const { time } = cloud;
  const lasts = (prompt: Prompt, ms: number | undefined): number => {
    if (ms !== undefined || prompt.kind !== 'recording') return ms ?? UNKNOWN_LENGTH;
    return instance.find(instance.prompts, prompt.promptId, 'prompt').ms ?? UNKNOWN_LENGTH;
  };
  return {
    say: ({ prompt, ms }, { id }, later) => {
      const takes = lasts(prompt, ms);
      recorder.hears(id, 'system', takes);
      time.after(takes, () => later({ kind: 'done' }));
      return undefined;
    },
    'say-repeatedly': ({ interruptAfterSeconds }, _, later) => {
      if (interruptAfterSeconds !== undefined)
        time.after(interruptAfterSeconds * 1000, () => later({ kind: 'interrupted' }));
      return undefined;
    },
    menu: ({ prompt, ms, keys, firstKeySeconds }, on, later) => {
      const silence = () => later({ kind: 'silence' });
      if (isRecorded(on.contact)) {
        leaveMessage(parts, on, firstKeySeconds * 1000, later);
        return undefined;
      }
      const takes = lasts(prompt, ms);
      const answered = (pressed: string) => later({ kind: 'pressed', key: pressed });
      ask(parts, on, { kind: 'menu', keys }, takes, { answered, silence, firstKeySeconds });
      return undefined;
    },
    digits: ({ prompt, ms, rules }, on, later) => {
      const { longest, terminator = '', firstKeySeconds } = rules;
      const answered = (typed: string) =>
        later({ kind: 'typed', keys: typed.length < longest ? typed + terminator : typed });
      const silence = () => later({ kind: 'silence' });
      const takes = lasts(prompt, ms);
      ask(parts, on, { kind: 'digits', longest }, takes, { answered, silence, firstKeySeconds });
      return undefined;
    },
  };
}

/** Whether what the caller says is recorded. */
export function isRecorded({ recording }: FlowContact): boolean {
  const behaviour = recording?.RecordingBehavior;
  if (typeof behaviour !== 'object' || behaviour === null) return false;
  return 'IVRRecordingBehavior' in behaviour && behaviour.IVRRecordingBehavior === 'Enabled';
}

/** People hear a question to its end, think, and press. */
function ask(
  { cloud: { time } }: EffectParts,
  { id, network }: OnTheLine,
  question: Question,
  takes: number,
  then: {
    readonly answered: (keys: string) => void;
    readonly silence: () => void;
    readonly firstKeySeconds: number;
  },
): void {
  const reaction = network.callerOf(id)?.answer(question) ?? { kind: 'nothing' };
  const limit = then.firstKeySeconds * 1000;
  if (reaction.kind === 'hangs-up') {
    time.after(takes + reaction.after, () => network.hangUp(id, 'CUSTOMER_DISCONNECT'));
  } else if (reaction.kind === 'nothing' || reaction.after >= limit) {
    time.after(takes + limit, then.silence);
  } else {
    const { keys, after } = reaction;
    time.after(takes + after + PER_KEY * keys.length, () => then.answered(keys));
  }
}

/** @param limit ms until the flow goes on by itself */
function leaveMessage(
  { cloud: { time }, recorder }: EffectParts,
  { id, network }: OnTheLine,
  limit: number,
  later: (result: ResultOf<'menu'>) => void,
): void {
  const caller = network.callerOf(id);
  const message = caller?.message ?? 0;
  recorder.hears(id, 'person', Math.min(message, limit));
  if (message >= limit) time.after(limit, () => later({ kind: 'silence' }));
  else if (caller?.staysAfterMessage)
    time.after(message, () => later({ kind: 'pressed', key: '#' }));
  else time.after(message, () => network.hangUp(id, 'CUSTOMER_DISCONNECT'));
}

function queueing({ instance }: EffectParts): Performers {
  const queueOf = (target: QueueTarget): ConnectQueue | undefined =>
    target.kind === 'queue' ? instance.find(instance.queues, target.arn, 'queue') : undefined;
  const isFull = (target: QueueTarget, network: PhoneNetwork): boolean => {
    const most = queueOf(target)?.maxContacts;
    return most !== undefined && network.waitingIn(target.arn) >= most;
  };
  const measured = (value: number) => ({ kind: 'measured', value }) as const;
  return {
    target: ({ reference }) => {
      if (reference.agentId !== undefined) {
        const id = reference.agentId.slice(reference.agentId.lastIndexOf('/') + 1);
        const user = instance.users.get(id);
        if (!user) return FAILED;
        return { kind: 'found', target: { kind: 'agent', arn: user.arn, name: user.name } };
      }
      const id = reference.queueId.slice(reference.queueId.lastIndexOf('/') + 1);
      const queue = instance.queues.get(id);
      if (!queue) return FAILED;
      return { kind: 'found', target: { kind: 'queue', arn: queue.arn, name: queue.name } };
    },
    queue: ({ target, routing }, { id, network }) => {
      if (isFull(target, network)) return { kind: 'failed', error: 'QueueAtCapacity' };
      network.enqueue(id, target.arn, waitFor(instance, target, routing));
      return { kind: 'done' };
    },
    requeue: ({ target, routing }, { id, network }) => {
      if (isFull(target, network)) return { kind: 'failed', error: 'QueueAtCapacity' };
      const moved = network.requeue(id, target.arn, waitFor(instance, target, routing));
      return moved ? { kind: 'done' } : FAILED;
    },
    metric: ({ metric, of }, { network }) => {
      if (metric === 'NumberOfContactsInQueue')
        return measured(network.waitingIn(of.queueId ?? ''));
      const groups = [...instance.profiles.values()]
        .filter(({ queueArns }) => queueArns.includes(of.queueId ?? ''))
        .map(({ group }) => group);
      const agents = network
        .agents()
        .filter(({ arn, group }) => (of.agentId ? arn === of.agentId : groups.includes(group)));
      const doing = (...out: string[]) => agents.filter(({ activity }) => !out.includes(activity));
      if (metric === 'NumberOfAgentsAvailable')
        return measured(agents.filter(({ activity }) => activity === 'free').length);
      const staffed = metric === 'NumberOfAgentsStaffed';
      return measured(staffed ? doing('offline', 'break').length : doing('offline').length);
    },
  };
}

function waitFor(instance: ConnectInstance, target: QueueTarget, routing: QueueRouting): QueueWait {
  const { priority, ageSeconds, criteria } = routing;
  const nameOf = (id: string) => instance.users.get(id)?.name;
  return {
    priority,
    ageSeconds,
    agent: target.kind === 'agent' ? target.name : undefined,
    steps: criteria && routingSteps(criteria, nameOf),
  };
}

/** An outside number answers the call or does not; until then no agent gets it. */
function forward(
  { cloud: { time }, random, behaviour }: EffectParts,
  { limitSeconds, returns }: EffectOf<'dial'>,
  { id, network }: OnTheLine,
  later: (result: ResultOf<'dial'>) => void,
): ResultOf<'dial'> | undefined {
  if (!network.withdraw(id)) return FAILED;
  network.callerOf(id);
  if (random.next() >= behaviour.forwardedAnswer) {
    time.after(limitSeconds * 1000, () =>
      later({ kind: 'failed', error: 'ConnectionTimeLimitExceeded' }),
    );
    return undefined;
  }
  const rings = Math.min(limitSeconds * 1000, 8000);
  const talk = drawDuration(random, behaviour.talk);
  const callerEnds = random.next() < behaviour.hangsUp;
  time.after(rings + talk, () => {
    if (callerEnds) network.hangUp(id, 'CUSTOMER_DISCONNECT');
    else if (returns) later({ kind: 'done' });
    else network.hangUp(id, 'THIRD_PARTY_DISCONNECT');
  });
  return undefined;
}
