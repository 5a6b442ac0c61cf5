// What an answered callee hears while waiting for an agent, type CUSTOMER_QUEUE: a few words at
// once (rules against silent calls give the dialer two seconds), then music or silence, and after
// the longest wait a few words more and the end of the call. Connect has no timer for queues: the
// prompts are interrupted every so many seconds and a Loop counts the interruptions, so the wait
// comes in whole rounds.

import type { PriorityStep } from '../../language/schema/centre.ts';
import { keep } from '../ivr/ivr-actions.ts';
import { FIRST_STEP, priorityStepActions } from '../ivr/priority-steps.ts';
import type { RoundsToStep } from '../ivr/rounds.ts';
import type { JsonObject } from '../json.ts';
import {
  type ComposedStep,
  chain,
  composeFlow,
  step,
  terminal,
  whenEquals,
} from './compose-flow.ts';
import type { Flow } from './flow.ts';
import { loggingStep } from './outbound-flow.ts';
import { type CallLanguage, SPOKEN_TEXTS } from './spoken-texts.ts';

export interface OutboundQueueFlowInput {
  readonly language: CallLanguage;
  /** Seconds until the call is ended, at least 1 (PRI-4); the flow rounds them to `waitRounds`. */
  readonly longestWaitSeconds: number;
  readonly logging?: boolean;
  /** Replace the language's own words. */
  readonly holdText?: string;
  readonly waitedTooLongText?: string;
  /**
   * How the priority rises during the wait (PRI-5): the steps, and the function that applies them.
   */
  readonly rising?: {
    readonly queue: string;
    readonly steps: readonly PriorityStep[];
    readonly functionArn: string;
  };
  /**
   * ARN of the prompt played between the announcements (PRI-6); ten seconds of silence without it.
   */
  readonly musicPromptArn?: string;
}

/** Shorter rounds would interrupt an agent's ringing phone, which takes about 20 s. */
const SHORTEST_ROUND_SECONDS = 20;
/** LoopCount goes to 100, and the round that ends the wait is not counted. */
const MOST_ROUNDS = 101;

export interface WaitRounds {
  readonly rounds: number;
  readonly seconds: number;
}

/** The steps that come before the wait is over, each in a round of its own, never too early. */
export function roundsToSteps(
  { rounds, seconds }: WaitRounds,
  steps: readonly { readonly after: number }[],
): readonly RoundsToStep[] {
  const found: RoundsToStep[] = [];
  let round = 0;
  for (const { after } of steps) {
    const at = Math.max(round + 1, Math.ceil(after / seconds));
    if (at >= rounds) break;
    found.push({ waited: at * seconds, rounds: at - round });
    round = at;
  }
  return found;
}

/**
 * The rounds that make up a wait: never longer than requested, and shorter by less than a second
 * per round.
 */
export function waitRounds(longestWaitSeconds: number): WaitRounds {
  const wanted = Math.floor(longestWaitSeconds / SHORTEST_ROUND_SECONDS);
  const rounds = Math.min(MOST_ROUNDS, Math.max(1, wanted));
  return { rounds, seconds: Math.max(1, Math.floor(longestWaitSeconds / rounds)) };
}

const TOO_LONG = 'waited-too-long';
const HANG_UP = 'hang-up';
const KEEP_WAITING = 'keep-waiting';
const COUNT = 'count-the-round';

/** Renders the flow of callees who wait for an agent. Same input, same bytes. */
export function renderOutboundQueueFlow(input: OutboundQueueFlowInput): Flow {
  const texts = SPOKEN_TEXTS[input.language];
  const wait = waitRounds(input.longestWaitSeconds);
  const { rounds, seconds } = wait;
  const { queue = '', functionArn = '', steps: wanted = [] } = input.rising ?? {};
  const rising = priorityStepActions({
    queue,
    functionArn,
    steps: roundsToSteps(wait, wanted),
    own: (name) => `priority-${name}`,
    goOn: COUNT,
  });
  const prompts: JsonObject = {
    Messages: [{ Text: input.holdText ?? texts.hold }, pause(input.musicPromptArn)],
    InterruptFrequencySeconds: String(seconds),
  };
  const steps = [
    ...loggingStep(input.logging),
    ...(rising.length > 0 ? [beginning()] : []),
    step('hold-the-line', 'MessageParticipantIteratively', prompts, {
      errors: { NoMatchingError: TOO_LONG },
      conditions: [whenEquals('MessagesInterrupted', rising[0]?.Identifier ?? COUNT)],
    }),
    step(
      COUNT,
      'Loop',
      { LoopCount: String(rounds - 1) },
      {
        errors: { NoMatchingError: TOO_LONG },
        conditions: [
          whenEquals('ContinueLooping', KEEP_WAITING),
          whenEquals('DoneLooping', TOO_LONG),
        ],
      },
    ),
    step(
      TOO_LONG,
      'MessageParticipant',
      { Text: input.waitedTooLongText ?? texts.waitedTooLong },
      {
        errors: { NoMatchingError: HANG_UP },
      },
    ),
  ];
  return composeFlow('Outbound queue', [
    ...chain(steps, HANG_UP),
    ...rising,
    terminal(KEEP_WAITING, 'EndFlowExecution'),
    terminal(HANG_UP, 'DisconnectParticipant'),
  ]);
}

/** If the attribute cannot be set, the priority never rises. */
function beginning(): ComposedStep {
  const id = 'first-step';
  return { id, actions: (next) => [keep(id, FIRST_STEP, next)] };
}

function pause(musicPromptArn: string | undefined): JsonObject {
  if (musicPromptArn !== undefined) return { PromptId: musicPromptArn };
  return { SSML: '<speak><break time="10s"/></speak>' };
}
