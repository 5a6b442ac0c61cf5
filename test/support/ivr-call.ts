// A call through the flows of a compiled IVR, in the interpreter: what the caller does is given,
// what they hear and where they come is written down like the story of a call. Time passes only
// while the caller waits in a queue.

import type { FlowTaskName } from '../../lib/application/tasks/inbound-tasks.ts';
import type { FlowType } from '../../lib/compiler/flows/flow.ts';
import { byName, compileIvr } from '../../lib/compiler/ivr/compile-ivr.ts';
import type { CompiledIvr } from '../../lib/compiler/ivr/compiled-ivr.ts';
import type { JsonObject } from '../../lib/compiler/json.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import { type FlowContact, newContact } from '../../lib/simulation/connect/contact.ts';
import type {
  Effect,
  EffectOf,
  EffectResult,
  Prompt,
} from '../../lib/simulation/connect/effects.ts';
import { FlowRun } from '../../lib/simulation/connect/flow-run.ts';
import { LINE } from './an-ivr.ts';

type Answer = Readonly<Record<string, string>> | 'fails';
type Answers = Partial<
  Record<FlowTaskName, Answer | ((asked: Readonly<Record<string, string>>) => Answer)>
>;
type QueueAnswer = 'enters' | 'full' | 'fails';

export interface Caller {
  /** undefined for a withheld number. */
  readonly from?: string | undefined;
  readonly dials?: string;
  /**
   * One entry each time keys are asked for; silence when there are no more, or for an empty text.
   */
  readonly presses?: readonly string[];
  readonly isOpen?: boolean;
  readonly functions?: Answers;
  /** What comes of each attempt to enter a queue; entered when there are no more. */
  readonly queues?: readonly QueueAnswer[];
  /** What comes of dialing an outside number. */
  readonly dialed?: 'answered' | 'NoMatchingError' | 'CallFailed' | 'ConnectionTimeLimitExceeded';
  /** Seconds of waiting after which an agent takes the call; never without it. */
  readonly agentAfter?: number;
  /** Interruptions of a wait after which we have seen enough. */
  readonly patience?: number;
}

const KNOWN: Answers = {
  'answer-call': {
    identity: 'one',
    record: 'record-1',
    attempt: 'attempt-1',
    lastAgent: 'none',
    privateAgent: 'none',
  },
  'authorise-caller': { outcome: 'failure' },
  'call-api': { outcome: 'failed' },
  'find-extension': { outcome: 'wrong', agent: 'none' },
  'take-slot': { outcome: 'within' },
  'route-call': { level: '5', reserve: 'none', agent: 'none' },
  'schedule-callback': { outcome: 'set' },
  'raise-priority': { outcome: 'raised' },
  'mark-voicemail': { outcome: 'marked' },
  'mark-forwarding': { outcome: 'marked' },
  'keep-survey-answer': { outcome: 'kept' },
};

export interface Story {
  /** What happened, in order. */
  readonly story: readonly string[];
  /** Blocks the call came to, without repetitions in a row. */
  readonly blocks: readonly string[];
  readonly ending: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly contact: FlowContact;
  readonly waited: number;
}

export function phone(definitions: Definitions, caller: Caller = {}): Story {
  return phoneCompiled(compileIvr(definitions, LINE, byName(definitions)), caller);
}

export function phoneCompiled(ivr: CompiledIvr, caller: Caller = {}): Story {
  const call = new Call(ivr, caller);
  const ending = call.run(ivr.entry);
  return call.told(ending);
}

/** The survey of a caller who stays when the agent has hung up; attributes come along. */
export function survey(
  definitions: Definitions,
  attributes: Readonly<Record<string, string>>,
  caller: Caller,
): Story {
  const call = new Call(compileIvr(definitions, LINE, byName(definitions)), caller, attributes);
  return call.told(call.run('survey'));
}

/** Far more than a call takes whose loops are counted. */
const MOST_EFFECTS = 100_000;

class Call {
  private readonly ivr: CompiledIvr;
  private readonly caller: Caller;
  private readonly contact: FlowContact;
  private readonly story: string[] = [];
  private readonly blocks: string[] = [];
  private readonly keys: string[];
  private readonly queues: QueueAnswer[];
  private waited = 0;
  private interruptions = 0;
  private asked = 0;

  constructor(ivr: CompiledIvr, caller: Caller, attributes: Readonly<Record<string, string>> = {}) {
    this.ivr = ivr;
    this.caller = caller;
    this.keys = [...(caller.presses ?? [])];
    this.queues = [...(caller.queues ?? [])];
    this.contact = newContact({
      contactId: 'contact-1',
      initiationMethod: 'INBOUND',
      instanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/i',
      region: 'eu-central-1',
      customerNumber: 'from' in caller ? caller.from : '+48601000001',
      systemNumber: caller.dials ?? '+48221230000',
      attributes,
    });
  }

  told(ending: string): Story {
    const { story, blocks, contact, waited } = this;
    return {
      story,
      blocks,
      ending,
      attributes: Object.fromEntries(contact.attributes),
      contact,
      waited,
    };
  }

  /**
   * Runs a flow and those of the queues the caller comes to, until the call is over or goes on
   * without us.
   */
  run(entry: string): string {
    let key = entry;
    let type: FlowType = 'CONTACT_FLOW';
    for (;;) {
      const ending = this.runFlow(key, type);
      if (ending !== 'queued' && ending !== 'requeued') return ending;
      const next = this.contact.hooks.get('CustomerQueue');
      if (next === undefined) return 'waits without a flow';
      key = next;
      type = 'CUSTOMER_QUEUE';
    }
  }

  private runFlow(key: string, type: FlowType): string {
    const flow = this.flow(key);
    if (!flow) throw new Error(`no flow '${key}'`);
    const run = new FlowRun({ flow, flowId: key, type, contact: this.contact });
    let seen = 0;
    const note = () => {
      for (; seen < run.path.length; seen += 1) this.passed(run.path[seen]);
    };
    let step = run.start();
    while (step.kind === 'effect') {
      note();
      const result = this.answer(step.effect);
      step = typeof result === 'string' ? run.stop(result) : run.resume(result);
    }
    note();
    const { ending } = step;
    return ending.kind === 'stopped' ? ending.because : ending.kind;
  }

  private passed(visited: { flowId: string; action: string } | undefined): void {
    const block = visited && this.ivr.blockOf(visited.flowId, visited.action);
    if (block !== undefined && this.blocks.at(-1) !== block) this.blocks.push(block);
  }

  private flow(key: string) {
    return this.ivr.flows.find((one) => one.key === key)?.flow;
  }

  private answer(effect: Effect): EffectResult | string {
    this.asked += 1;
    if (this.asked > MOST_EFFECTS) throw new Error('the call does not end');
    switch (effect.kind) {
      case 'say':
        this.story.push(`hears ${spoken(effect.prompt)}`);
        return { kind: 'done' };
      case 'menu':
        return this.key(effect);
      case 'digits':
        return this.digits(effect);
      case 'say-repeatedly':
        return this.wait(effect);
      case 'hours':
        this.story.push(`${effect.hoursId} is ${this.isOpen ? 'open' : 'closed'}`);
        return { kind: 'checked', open: this.isOpen };
      case 'invoke':
        return this.ask(effect.arn as FlowTaskName, effect.payload);
      case 'target': {
        const { queueId, agentId } = effect.reference;
        const arn = queueId ?? agentId;
        return {
          kind: 'found',
          target: { kind: queueId === undefined ? 'agent' : 'queue', arn, name: arn },
        };
      }
      case 'queue':
      case 'requeue':
        return this.enter(effect);
      case 'dial':
        return this.dial(effect);
      case 'load-flow': {
        const flow = this.flow(effect.flowId);
        return flow ? { kind: 'loaded', flow } : { kind: 'failed', error: 'NoMatchingError' };
      }
      default:
        throw new Error(`nobody expects '${effect.kind}' of an IVR`);
    }
  }

  private get isOpen(): boolean {
    return this.caller.isOpen ?? true;
  }

  private key({ prompt }: EffectOf<'menu'>): EffectResult {
    const key = this.keys.shift() ?? '';
    this.story.push(`hears ${spoken(prompt)}, ${key === '' ? 'is silent' : `presses ${key}`}`);
    return key === '' ? { kind: 'silence' } : { kind: 'pressed', key };
  }

  private digits({ prompt }: EffectOf<'digits'>): EffectResult {
    const keys = this.keys.shift() ?? '';
    this.story.push(`hears ${spoken(prompt)}, ${keys === '' ? 'is silent' : `keys ${keys}`}`);
    return keys === '' ? { kind: 'silence' } : { kind: 'typed', keys };
  }

  private wait({
    prompts,
    interruptAfterSeconds,
  }: EffectOf<'say-repeatedly'>): EffectResult | string {
    const { agentAfter = Infinity, patience = 1000 } = this.caller;
    const what = prompts.map(({ prompt }) => spoken(prompt)).join(', ');
    const line = `waits: ${what}`;
    if (this.story.at(-1) !== line) this.story.push(line);
    if (interruptAfterSeconds === undefined) return 'waits for ever';
    if (this.interruptions >= patience) return 'waits in a queue';
    this.interruptions += 1;
    if (this.waited + interruptAfterSeconds > agentAfter) {
      this.waited = agentAfter;
      return 'an agent takes the call';
    }
    this.waited += interruptAfterSeconds;
    return { kind: 'interrupted' };
  }

  private ask(task: FlowTaskName, payload: JsonObject): EffectResult {
    const { Parameters } = (payload as { Details: { Parameters: Record<string, string> } }).Details;
    const given = this.caller.functions?.[task] ?? KNOWN[task] ?? 'fails';
    const answer = typeof given === 'function' ? given(Parameters) : given;
    const { ivr: _, ...asked } = Parameters;
    this.story.push(`${task} ${JSON.stringify(asked)}${answer === 'fails' ? ' fails' : ''}`);
    if (answer === 'fails') return { kind: 'failed', error: 'NoMatchingError' };
    return { kind: 'returned', payload: answer };
  }

  private enter({ kind, target, routing }: EffectOf<'queue'> | EffectOf<'requeue'>): EffectResult {
    const answer = this.queues.shift() ?? 'enters';
    const verb = kind === 'queue' ? 'enters' : 'is moved to';
    const came = answer === 'enters' ? '' : `, which ${answer === 'full' ? 'is full' : 'fails'}`;
    this.story.push(`${verb} ${target.kind} ${target.name} at ${routing.priority}${came}`);
    if (answer === 'enters') return { kind: 'done' };
    return { kind: 'failed', error: answer === 'full' ? 'QueueAtCapacity' : 'NoMatchingError' };
  }

  private dial({ number, callerId }: EffectOf<'dial'>): EffectResult {
    const { dialed = 'answered' } = this.caller;
    this.story.push(
      `${number} is rung${callerId === undefined ? '' : ` from ${callerId}`}: ${dialed}`,
    );
    return dialed === 'answered' ? { kind: 'done' } : { kind: 'failed', error: dialed };
  }
}

function spoken(prompt: Prompt): string {
  switch (prompt.kind) {
    case 'text':
      return `"${prompt.text}"`;
    case 'recording':
      return prompt.promptId;
    case 'audio':
      return prompt.uri;
    case 'ssml':
      return prompt.ssml.includes('beep') ? 'a tone' : 'silence';
  }
}
