// Performs the effects of a flow on the simulated network: a prompt takes as long as it is spoken,
// callers press keys after thinking, functions are invoked, queues fill up. Effects that are not
// implemented are refused by name.
import type { ContactId } from '../../domain/model/ids.ts';
import type { QueueWait } from '../phone-network/call.ts';
import { drawDuration } from '../phone-network/callee.ts';
import type { Question } from '../phone-network/caller.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';
import type { FlowContact } from './contact.ts';
import type {
  EffectKind,
  EffectOf,
  Prompt,
  QueueReference,
  QueueRouting,
  QueueTarget,
  ResultOf,
} from './effects.ts';
import type { FlowHost } from './flow-host.ts';
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

/** Assumed length of a recording whose length is unknown, ms. */
const UNKNOWN_LENGTH = 3000;
const PER_KEY = 300;
const FAILED = { kind: 'failed', error: 'NoMatchingError' } as const;

export function performers(host: FlowHost): Performers {
  const { random } = host;
  return {
    ...speaking(host),
    ...queueing(host),
    hours: (effect) => ({ kind: 'checked', open: host.isOpen(effect) }),
    draw: () => ({ kind: 'drawn', value: 1 + Math.floor(random.next() * 100) }),
    invoke: (effect, _, later) => host.invoke(effect, later),
    dial: (effect, on, later) => forward(host, effect, on, later),
    'load-flow': ({ flowId }) => ({ kind: 'loaded', flow: host.flow(flowId).content }),
  };
}

function speaking(host: FlowHost): Performers {
  const { time, recorder } = host;
  const lasts = (prompt: Prompt, ms: number | undefined): number => {
    if (ms !== undefined || prompt.kind !== 'recording') return ms ?? UNKNOWN_LENGTH;
    return host.promptLength(prompt.promptId) ?? UNKNOWN_LENGTH;
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
        leaveMessage(host, on, firstKeySeconds * 1000, later);
        return undefined;
      }
      const takes = lasts(prompt, ms);
      const answered = (pressed: string) => later({ kind: 'pressed', key: pressed });
      ask(host, on, { kind: 'menu', keys }, takes, { answered, silence, firstKeySeconds });
      return undefined;
    },
    digits: ({ prompt, ms, rules }, on, later) => {
      const { longest, terminator = '', firstKeySeconds } = rules;
      const answered = (typed: string) =>
        later({ kind: 'typed', keys: typed.length < longest ? typed + terminator : typed });
      const silence = () => later({ kind: 'silence' });
      const takes = lasts(prompt, ms);
      ask(host, on, { kind: 'digits', longest }, takes, { answered, silence, firstKeySeconds });
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
  { time }: FlowHost,
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
  { time, recorder }: FlowHost,
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

function queueing(host: FlowHost): Performers {
  const isFull = (target: QueueTarget, network: PhoneNetwork): boolean => {
    const most = target.kind === 'queue' ? host.capacityOf(target.arn) : undefined;
    return most !== undefined && network.waitingIn(target.arn) >= most;
  };
  return {
    target: ({ reference }) => {
      const target = host.target(reference);
      return target ? { kind: 'found', target } : FAILED;
    },
    queue: ({ target, routing }, { id, network }) => {
      if (isFull(target, network)) return { kind: 'failed', error: 'QueueAtCapacity' };
      network.enqueue(id, target.arn, waitFor(host, target, routing));
      return { kind: 'done' };
    },
    requeue: ({ target, routing }, { id, network }) => {
      if (isFull(target, network)) return { kind: 'failed', error: 'QueueAtCapacity' };
      const moved = network.requeue(id, target.arn, waitFor(host, target, routing));
      return moved ? { kind: 'done' } : FAILED;
    },
    metric: ({ metric, of }, { network }) => {
      if (metric === 'NumberOfContactsInQueue')
        return measured(network.waitingIn(of.queueId ?? ''));
      const agents = agentsOf(host, of, network);
      const doing = (...out: string[]) => agents.filter(({ activity }) => !out.includes(activity));
      if (metric === 'NumberOfAgentsAvailable')
        return measured(agents.filter(({ activity }) => activity === 'free').length);
      const staffed = metric === 'NumberOfAgentsStaffed';
      return measured(staffed ? doing('offline', 'break').length : doing('offline').length);
    },
  };
}

const measured = (value: number) => ({ kind: 'measured', value }) as const;

function agentsOf(host: FlowHost, { queueId, agentId }: QueueReference, network: PhoneNetwork) {
  const groups = host.groupsOf(queueId ?? '');
  return network
    .agents()
    .filter(({ arn, group }) => (agentId ? arn === agentId : groups.includes(group)));
}

function waitFor(host: FlowHost, target: QueueTarget, routing: QueueRouting): QueueWait {
  const { priority, ageSeconds, criteria } = routing;
  return {
    priority,
    ageSeconds,
    agent: target.kind === 'agent' ? target.name : undefined,
    steps: criteria && routingSteps(criteria, (id) => host.agentName(id)),
  };
}

/** An outside number answers the call or does not; until then no agent gets it. */
function forward(
  { time, random, callers }: FlowHost,
  { limitSeconds, returns }: EffectOf<'dial'>,
  { id, network }: OnTheLine,
  later: (result: ResultOf<'dial'>) => void,
): ResultOf<'dial'> | undefined {
  if (!network.withdraw(id)) return FAILED;
  network.callerOf(id);
  if (random.next() >= callers.forwardedAnswer) {
    time.after(limitSeconds * 1000, () =>
      later({ kind: 'failed', error: 'ConnectionTimeLimitExceeded' }),
    );
    return undefined;
  }
  const rings = Math.min(limitSeconds * 1000, 8000);
  const talk = drawDuration(random, callers.talk);
  const callerEnds = random.next() < callers.hangsUp;
  time.after(rings + talk, () => {
    if (callerEnds) network.hangUp(id, 'CUSTOMER_DISCONNECT');
    else if (returns) later({ kind: 'done' });
    else network.hangUp(id, 'THIRD_PARTY_DISCONNECT');
  });
  return undefined;
}
