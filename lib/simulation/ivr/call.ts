// One inbound call from dialing to its end, through the compiled flows: the interpreter runs them,
// the caller acts, and the use cases of the functions answer. Simulated time passes with prompts,
// keys and waits.

import { Fault } from '../../application/tasks/faults.ts';
import type { FlowType } from '../../compiler/flows/flow.ts';
import { isObject } from '../../compiler/json.ts';
import { hoursInZone, isOpen } from '../../domain/contact-hours/calendar.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import type { IvrEnding } from '../../language/schema/ivr-test.ts';
import type { Ending } from '../connect/actions/handler.ts';
import { type FlowContact, newContact } from '../connect/contact.ts';
import { type AsyncEffectPerformer, driveFlowAsync } from '../connect/drive-flow.ts';
import type { EffectOf, Prompt, ResultOf } from '../connect/effects.ts';
import { FlowRun, type Visited } from '../connect/flow-run.ts';
import type { CallOutcome, CallProgress, CallSetup, Queued, TestedCall } from './call-progress.ts';
import type { HangsUp, IvrCaller, WaitAct } from './caller.ts';
import { askTask, blockAsking } from './flow-call.ts';
import { heardText } from './heard-text.ts';
import { agentArn, whoMayAnswer } from './who-may-answer.ts';

/** No real caller would wait so long: something is wrong with the test. */
const LONGEST_CALL_SECONDS = 4 * 3600;
/** The time a function needs to answer. */
const ANSWER_MS = 300;
/** A recording of unknown length. */
const RECORDING_MS = 3000;

export function runCall(
  call: TestedCall,
  world: CallSetup,
  caller: IvrCaller,
  listen: (news: CallProgress) => void = () => undefined,
): Promise<CallOutcome> {
  return new Call(call, world, caller, listen).run();
}

class Call {
  private readonly world: CallSetup;
  private readonly caller: IvrCaller;
  private readonly listen: (news: CallProgress) => void;
  private readonly contact: FlowContact;
  private readonly visits: Visited[] = [];
  private readonly heard: string[] = [];
  private readonly queued: Queued[] = [];
  private readonly initiated: Instant;
  private flowRun: FlowRun | undefined;
  private reported = 0;
  private ends: IvrEnding | undefined;
  private enqueued: Instant | undefined;
  private answered: Instant | undefined;
  private agent: string | undefined;
  private message: number | undefined;
  private problem: string | undefined;
  /** The test ends before the call does. */
  private talksOutside = false;

  constructor(
    call: TestedCall,
    world: CallSetup,
    caller: IvrCaller,
    listen: (news: CallProgress) => void,
  ) {
    this.world = world;
    this.caller = caller;
    this.listen = listen;
    this.initiated = world.clock.now();
    this.contact = newContact({
      contactId: call.contact,
      initiationMethod: 'INBOUND',
      instanceArn: 'instance',
      region: 'region',
      customerNumber: call.from,
      systemNumber: call.to,
    });
  }

  async run(): Promise<CallOutcome> {
    let ending = await this.runFlow(this.world.compiled.entry, 'CONTACT_FLOW');
    while (this.ends === undefined) {
      if (ending.kind !== 'queued' && ending.kind !== 'requeued') this.flowIsOver(ending);
      else ending = await this.waitInQueue();
    }
    if (this.ends === 'agent') await this.afterAgent();
    return this.outcome(this.ends);
  }

  private outcome(ends: IvrEnding): CallOutcome {
    const { visits, heard, queued, agent, message, problem, initiated, enqueued, answered } = this;
    const disconnected = ends === 'waiting' || this.talksOutside ? undefined : this.now();
    const moments = { initiated, enqueued, answered, disconnected };
    const { attributes } = this.contact;
    return { ends, visits, heard, queued, agent, message, attributes, moments, problem };
  }

  private flowIsOver(ending: Ending): void {
    this.talksOutside = ending.kind === 'sent-outside';
    this.ends = this.talksOutside ? 'forwarded' : 'disconnected';
    if (ending.kind === 'dropped') {
      this.problem = `Connect drops the call: '${ending.action}' failed with ${ending.error}`;
    }
  }

  private async waitInQueue(): Promise<Ending> {
    const hook = this.contact.hooks.get('CustomerQueue');
    if (hook !== undefined) {
      const ending = await this.runFlow(hook, 'CUSTOMER_QUEUE');
      if (ending.kind !== 'finished') return ending;
    }
    // The flow is over and the caller still waits: only an agent can end that.
    for (;;) {
      const act = await this.caller.waits(this.waiting(undefined));
      this.takeWait(act, undefined);
      if (this.ends !== undefined) return { kind: 'stopped', because: this.ends };
      this.giveUpIfEndless();
    }
  }

  /** After the agent has hung up a survey may follow (INB-9). */
  private async afterAgent(): Promise<void> {
    const hook = this.contact.hooks.get('CustomerRemaining');
    if (hook !== undefined && this.problem === undefined) await this.runFlow(hook, 'CONTACT_FLOW');
    this.ends = 'agent';
  }

  private async runFlow(flowId: string, type: FlowType): Promise<Ending> {
    const flow = this.flowOf(flowId);
    const run = new FlowRun({ flow, flowId, type, contact: this.contact });
    this.flowRun = run;
    this.reported = 0;
    const ending = await driveFlowAsync(run, this.effects());
    this.reportVisits();
    if (ending.kind === 'stopped' && run.at) this.visit({ ...run.at, by: ending.because });
    return ending;
  }

  private flowOf(key: string) {
    const found = this.world.compiled.flows.find((flow) => flow.key === key);
    if (!found) throw new Error(`there is no flow '${key}'`);
    return found.flow;
  }

  private effects(): AsyncEffectPerformer {
    const heardFirst =
      <E extends { prompt: Prompt; ms: number | undefined }, R>(act: (effect: E) => Promise<R>) =>
      (effect: E) => {
        this.hear(effect.prompt, effect.ms);
        return act(effect);
      };
    const failed = { kind: 'failed', error: 'NoMatchingError' } as const;
    return {
      say: ({ prompt, ms }) => {
        this.hear(prompt, ms);
        return { kind: 'done' };
      },
      'say-repeatedly': (effect) => this.sayRepeatedly(effect),
      menu: heardFirst((effect: EffectOf<'menu'>) => this.menu(effect)),
      digits: heardFirst((effect: EffectOf<'digits'>) => this.digits(effect)),
      hours: ({ hoursId, queueArn }) => this.hours(hoursId, queueArn),
      target: ({ reference }) => this.target(reference),
      queue: ({ target, routing }) => this.enqueue(target, routing),
      requeue: ({ target, routing }) => this.enqueue(target, routing),
      invoke: (effect) => this.invoke(effect),
      dial: ({ number, limitSeconds }) => this.dial(number, limitSeconds),
      'load-flow': ({ flowId }) => ({ kind: 'loaded', flow: this.flowOf(flowId) }),
      'check-number': () => ({ kind: 'number-checked', dialable: true }),
      draw: () => ({ kind: 'drawn', value: 1 }),
      metric: () => failed,
      metrics: () => failed,
      callback: () => failed,
    };
  }

  private hear(prompt: Prompt, ms: number | undefined): void {
    this.reportVisits();
    const text = heardText(prompt);
    if (text !== '') {
      this.heard.push(text);
      this.listen({ kind: 'heard', text });
    }
    this.pass((ms ?? RECORDING_MS) / 1000);
    this.giveUpIfEndless();
  }

  private async sayRepeatedly({
    prompts,
    interruptAfterSeconds,
    resumed,
  }: EffectOf<'say-repeatedly'>): Promise<ResultOf<'say-repeatedly'>> {
    this.reportVisits();
    for (const { prompt } of resumed ? [] : prompts) this.hear(prompt, 0);
    const act = await this.caller.waits(this.waiting(interruptAfterSeconds));
    this.takeWait(act, interruptAfterSeconds);
    this.giveUpIfEndless();
    return { kind: 'interrupted' };
  }

  private waiting(interval: number | undefined) {
    return { target: this.queued.at(-1)?.target.name ?? '', interval };
  }

  private takeWait(act: WaitAct, interval: number | undefined): void {
    switch (act.kind) {
      case 'waited':
        this.pass(interval ?? LONGEST_CALL_SECONDS);
        return;
      case 'stays':
        this.pass(act.after);
        this.stop('waiting');
        return;
      case 'hangs-up':
        this.hangUp(act);
        return;
      case 'answered':
        this.pass(act.after);
        this.answer(act.by, act.talk);
    }
  }

  private answer(by: string | undefined, talk: number): void {
    const last = this.queued.at(-1);
    if (last === undefined) return;
    const waited = (this.now() - (this.enqueued ?? this.now())) / 1000;
    const able = whoMayAnswer({ ...last, waited }, this.world.agents, this.world.definitions);
    const agent = by ?? able[0];
    if (agent === undefined || !able.includes(agent)) {
      const who = agent === undefined ? 'nobody can' : `${agent} cannot`;
      const others = able.length > 0 ? `; it would be offered to ${able.join(', ')}` : '';
      const where = `after ${Math.round(waited)} s in '${last.target.name}'`;
      this.problem = `${who} take the call ${where}${others}`;
      this.stop('waiting');
      return;
    }
    this.agent = agent;
    this.answered = this.now();
    this.listen({ kind: 'connected', agent });
    this.stop('agent');
    this.pass(talk);
  }

  private async menu({ keys, firstKeySeconds }: EffectOf<'menu'>): Promise<ResultOf<'menu'>> {
    if (this.isRecorded()) return this.leaveMessage(firstKeySeconds);
    const act = await this.caller.key({ keys, wait: firstKeySeconds });
    if (act.kind === 'pressed') return act;
    if (act.kind === 'hangs-up') this.hangUp(act);
    else this.pass(firstKeySeconds);
    return { kind: 'silence' };
  }

  /** The recording of the IVR runs only while a message is left. */
  private isRecorded(): boolean {
    const behavior = this.contact.recording?.RecordingBehavior;
    return isObject(behavior) && behavior.IVRRecordingBehavior === 'Enabled';
  }

  private async leaveMessage(longest: number): Promise<ResultOf<'menu'>> {
    const { seconds, ends } = await this.caller.message(longest);
    this.message = Math.min(seconds, longest);
    this.pass(ends === 'silence' ? longest : this.message);
    if (ends === 'hangs-up') this.stop('voicemail');
    return ends === 'key' ? { kind: 'pressed', key: '#' } : { kind: 'silence' };
  }

  private async digits({ rules }: EffectOf<'digits'>): Promise<ResultOf<'digits'>> {
    const act = await this.caller.digits(rules);
    if (act.kind === 'typed') return act;
    if (act.kind === 'hangs-up') this.hangUp(act);
    else this.pass(rules.firstKeySeconds);
    return { kind: 'silence' };
  }

  private hours(id: string | undefined, queue: string | undefined): ResultOf<'hours'> {
    const { hours, queues, centre } = this.world.definitions;
    const found = hours[id ?? queues[queue ?? '']?.hours ?? ''];
    if (found === undefined) return { kind: 'failed', error: 'NoMatchingError' };
    return { kind: 'checked', open: isOpen(hoursInZone(found, centre.timeZone), this.now()) };
  }

  private target({ queueId, agentId }: EffectOf<'target'>['reference']): ResultOf<'target'> {
    if (queueId !== undefined) {
      return { kind: 'found', target: { kind: 'queue', arn: queueId, name: queueId } };
    }
    const name = this.world.agents.find((agent) => agentArn(agent) === agentId);
    if (name === undefined) return { kind: 'failed', error: 'NoMatchingError' };
    return { kind: 'found', target: { kind: 'agent', arn: agentId, name } };
  }

  private enqueue(
    target: EffectOf<'queue'>['target'],
    routing: EffectOf<'queue'>['routing'],
  ): ResultOf<'queue'> {
    if (target.kind === 'queue' && this.world.full.includes(target.arn)) {
      return { kind: 'failed', error: 'QueueAtCapacity' };
    }
    this.reportVisits();
    this.enqueued = this.now();
    this.queued.push({ target, routing });
    this.listen({ kind: 'queued', target, routing });
    return { kind: 'done' };
  }

  private async invoke({ arn, payload }: EffectOf<'invoke'>): Promise<ResultOf<'invoke'>> {
    this.reportVisits();
    this.pass(ANSWER_MS / 1000);
    await this.world.asks?.(blockAsking(payload), arn);
    try {
      const answer = await askTask(arn, payload, this.world.ports);
      this.listen({ kind: 'asked', task: arn, answer: answer.outcome ?? 'answered' });
      return { kind: 'returned', payload: answer };
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      this.listen({ kind: 'asked', task: arn, answer: `failed with ${cause.name}` });
      return { kind: 'failed', error: 'NoMatchingError' };
    }
  }

  private async dial(number: string, ringFor: number): Promise<ResultOf<'dial'>> {
    this.reportVisits();
    const act = await this.caller.outside(number, ringFor);
    if (act.kind === 'talked') this.pass(act.seconds);
    if (act.kind === 'stays') {
      this.talksOutside = true;
      this.stop('forwarded');
    }
    if (act.kind === 'hangs-up') {
      this.pass(act.after);
      this.stop('forwarded');
    }
    if (act.kind !== 'no-answer') return { kind: 'done' };
    this.pass(ringFor);
    return { kind: 'failed', error: 'ConnectionTimeLimitExceeded' };
  }

  private hangUp({ after }: HangsUp): void {
    this.pass(after);
    this.stop('hung-up');
  }

  private stop(ends: IvrEnding): void {
    this.ends ??= ends;
    this.flowRun?.stop(ends);
  }

  private giveUpIfEndless(): void {
    if ((this.now() - this.initiated) / 1000 < LONGEST_CALL_SECONDS) return;
    this.problem ??= 'after four hours the caller is still waiting';
    this.stop('waiting');
  }

  private now(): Instant {
    return this.world.clock.now();
  }

  private pass(seconds: number): void {
    this.world.clock.set(plus(this.now(), seconds));
  }

  private reportVisits(): void {
    const path = this.flowRun?.path ?? [];
    for (const visited of path.slice(this.reported)) this.visit(visited);
    this.reported = path.length;
  }

  private visit(visited: Visited): void {
    this.visits.push(visited);
    this.listen({ kind: 'visited', visited });
  }
}
