// The flow of callers who wait at a block, type CUSTOMER_QUEUE: announcements and music in turn,
// and after the wait the overflow queue or the blocks that follow. Those are part of the same flow,
// because Connect allows neither a transfer to another flow nor a new target queue here. So the
// caller keeps the place in the queue, and an agent may still answer. Connect has no timer for
// queues: the prompts go on playing while rounds are counted.

import { NOTHING } from '../../domain/calls/call-attributes.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Say } from '../../language/schema/ivr.ts';
import { action, terminal, whenEquals } from '../flows/compose-flow.ts';
import type { Action } from '../flows/flow.ts';
import { roundsToSteps, waitRounds } from '../flows/outbound-queue-flow.ts';
import { SPOKEN_TEXTS } from '../flows/spoken-texts.ts';
import type { JsonObject } from '../json.ts';
import { moveWaiting } from './blocks/move-waiting.ts';
import type { CompiledFlow } from './compiled-ivr.ts';
import { attribute, FLOW_ATTRIBUTES } from './flow-attributes.ts';
import { waitingFlow } from './flow-keys.ts';
import { compare, count, keep } from './ivr-actions.ts';
import { type BlockAt, type FlowPlace, type IvrContext, part } from './ivr-context.ts';
import { type IvrLayout, preorder, withoutNotes } from './ivr-layout.ts';
import { FLOW_LIMITS } from './pack-flows.ts';
import { firstStep, priorityStepActions } from './priority-steps.ts';
import type { RoundsToStep } from './rounds.ts';
import { silence, spoken } from './spoken.ts';
import { blockActions, wholeFlow } from './whole-flow.ts';

/** More blocks have more actions than a flow may have, so there is no need to look further. */
const MOST_BLOCKS = 250;
/** Queues one after another; Connect moves a contact at most eleven times. */
const MOST_QUEUES = 5;

/** What follows the wait is in its flow: where it fills it, it goes without notes. */
export function renderWaitingFlow(
  context: IvrContext,
  layout: IvrLayout,
  id: string,
): CompiledFlow {
  const noted = waitingFlowOf(context, layout, id);
  return noted.flow.Actions.length <= FLOW_LIMITS.actions
    ? noted
    : waitingFlowOf(context, withoutNotes(layout), id);
}

function waitingFlowOf(context: IvrContext, layout: IvrLayout, id: string): CompiledFlow {
  const stages = stagesOf(context, id);
  const over = layout.resolve(afterWaiting(context, id));
  const blocks = preorder([over], layout.targets, MOST_BLOCKS);
  const place: FlowPlace = {
    waiting: { block: id, waitOn: part(id, 'on') },
    to: (target) => layout.wayIn(layout.resolve(target)),
  };
  const at: BlockAt = { ...place, context, id };
  const moves: readonly Move[] = [
    ...blocks
      .filter((block) => isMoved(context, block, id))
      .map((block) => ({ goal: block, by: part(block, 'move') })),
    ...stages.slice(1).map(({ goal, suffix }) => ({ goal, by: part(id, `move${suffix}`) })),
  ];
  const actions = [
    ...whichStage(at, stages),
    ...stages.flatMap((stage, n) => [
      ...playAndCount(at, stage, moves, overAt(at, stages, n + 1, layout.wayIn(over))),
      ...(n === 0 ? [] : overflow(at, stage, overAt(at, stages, n + 1, layout.wayIn(over)))),
    ]),
    terminal(part(id, 'on'), 'EndFlowExecution'),
    ...blocks.flatMap((block) => blockActions(context, layout, block, place)),
  ];
  return {
    key: waitingFlow(id),
    type: 'CUSTOMER_QUEUE',
    flow: wholeFlow(`Waiting at ${id}`, context, actions),
  };
}

/** A move that is repeated while an agent's phone rings: the value of `moveTo`, and the action. */
interface Move {
  readonly goal: string;
  readonly by: string;
}

/** One queue of a wait: the block's own, then the overflow queue of each. */
interface Stage {
  readonly queue: string | undefined;
  /** Distinguishes the actions of the stages. */
  readonly suffix: string;
  /** The value of `moveTo` while the caller is being moved there. */
  readonly goal: string;
  readonly seconds: number;
  /** When its priority rises (PRI-5). */
  readonly steps: readonly RoundsToStep[];
  readonly messages: readonly JsonObject[];
}

function stagesOf(context: IvrContext, id: string): readonly Stage[] {
  const block = context.ivr.blocks[id];
  if (block?.kind === 'extension') {
    const messages = waitingMessages(context, [], undefined, SILENT_SECONDS);
    const seconds = block.ringFor;
    return [{ queue: undefined, suffix: '', goal: id, seconds, steps: [], messages }];
  }
  invariant(block?.kind === 'queue', `callers wait at block '${id}'`);
  return queuesFrom(context, block.queue).map((queueId, n) => {
    const queue = context.definitions.queues[queueId];
    invariant(queue, `there is a queue '${queueId}'`);
    const own = n === 0 ? (block.wait ?? context.inbound.longestWait) : undefined;
    const seconds = own ?? queue.callerWait;
    const music = context.inbound.queueMusic ?? queue.music;
    return {
      queue: queueId,
      suffix: n === 0 ? '' : String(n),
      goal: `overflow:${queueId}`,
      seconds,
      steps: roundsToSteps(waitRounds(seconds), context.inbound.steps ?? queue.steps ?? []),
      messages: waitingMessages(context, block.announcements, music, block.every),
    };
  });
}

/** A queue and its overflow queues, up to the first that repeats. */
function queuesFrom({ definitions }: IvrContext, first: string): readonly string[] {
  const found: string[] = [];
  let next: string | undefined = first;
  while (next !== undefined && !found.includes(next) && found.length < MOST_QUEUES) {
    found.push(next);
    next = definitions.queues[next]?.overflow;
  }
  return found;
}

function afterWaiting({ ivr }: IvrContext, id: string): string {
  const block = ivr.blocks[id];
  if (block?.kind === 'extension') return block.unavailable ?? block.wrong;
  invariant(block?.kind === 'queue', `callers wait at block '${id}'`);
  return block.next;
}

/**
 * Callers who come to the block they wait at stay there, unless it is an extension, which may ring
 * another agent.
 */
function isMoved({ ivr }: IvrContext, block: string, waitingAt: string): boolean {
  const kind = ivr.blocks[block]?.kind;
  return kind === 'extension' || (kind === 'queue' && block !== waitingAt);
}

const SILENT_SECONDS = 20;

/** Without music and announcements the caller is at least asked to hold. */
function waitingMessages(
  { references, language }: IvrContext,
  announcements: readonly Say[],
  music: string | undefined,
  every: number,
): readonly JsonObject[] {
  const between = music === undefined ? silence(every) : { PromptId: references.prompt(music) };
  if (announcements.length > 0) {
    return announcements.flatMap((say) => [spoken(say, references), between]);
  }
  return music === undefined ? [{ Text: SPOKEN_TEXTS[language].hold }, between] : [between];
}

/** The same flow runs in each queue; an attribute says which one it is. */
function whichStage({ id }: BlockAt, stages: readonly Stage[]): readonly Action[] {
  if (stages.length === 1) return [];
  return [
    compare(
      part(id, 'stage'),
      attribute(FLOW_ATTRIBUTES.overflowQueue),
      stages.slice(1).map(({ queue = '', suffix }) => whenEquals(queue, part(id, `play${suffix}`))),
      part(id, 'play'),
    ),
  ];
}

function playAndCount(
  { id, context }: BlockAt,
  { queue = '', suffix, seconds, steps, messages }: Stage,
  moves: readonly Move[],
  over: string,
): readonly Action[] {
  const own = (name: string) => part(id, name + suffix);
  const rounds = waitRounds(seconds);
  const functionArn = steps.length > 0 ? context.references.lambda('raise-priority') : '';
  const rising = priorityStepActions({ queue, steps, functionArn, own, goOn: own('count') });
  const counted = rising[0]?.Identifier ?? own('count');
  const interrupted = moves.length > 0 ? own('moving') : counted;
  return [
    action(
      own('play'),
      'MessageParticipantIteratively',
      {
        Messages: messages,
        InterruptFrequencySeconds: String(rounds.seconds),
        ContinueMessagingDuringInterrupt: 'true',
      },
      {
        next: over,
        errors: { NoMatchingError: over },
        conditions: [whenEquals('MessagesInterrupted', interrupted)],
      },
    ),
    ...(moves.length > 0
      ? [
          compare(
            own('moving'),
            attribute(FLOW_ATTRIBUTES.moveTo),
            moves.map(({ goal, by }) => whenEquals(goal, by)),
            counted,
          ),
        ]
      : []),
    ...rising,
    count(own('count'), rounds.rounds - 1, { again: part(id, 'on'), done: over }),
  ];
}

/** Where the end of a wait leads: to the next queue, or to the block that follows. */
function overAt({ id }: BlockAt, stages: readonly Stage[], n: number, next: string): string {
  return stages[n] === undefined ? next : part(id, `over${stages[n].suffix}`);
}

function overflow(
  at: BlockAt,
  { queue = '', suffix, goal }: Stage,
  failed: string,
): readonly Action[] {
  const into = {
    [FLOW_ATTRIBUTES.overflowQueue]: queue,
    [FLOW_ATTRIBUTES.moveTo]: NOTHING,
    ...firstStep(at.context),
  };
  return [
    keep(part(at.id, `over${suffix}`), into, part(at.id, `move${suffix}`), failed),
    ...moveWaiting(at, {
      to: { QueueId: at.context.references.queue(queue) },
      goal,
      suffix,
      failed,
      full: failed,
    }),
  ];
}
