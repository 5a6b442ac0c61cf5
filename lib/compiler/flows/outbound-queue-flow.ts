// What an answered callee hears while waiting for an agent, type CUSTOMER_QUEUE: a few words at once (rules against
// silent calls give the dialer two seconds), then music or silence, and after the longest wait a few
// words more and the end of the call. Connect has no timer for queues: the prompts are interrupted every
// so many seconds and a Loop counts the interruptions, so the wait comes in whole rounds.

import { chain, composeFlow, step, terminal, whenEquals } from './compose-flow.ts';
import type { Flow, JsonObject } from './flow.ts';
import { loggingStep } from './outbound-flow.ts';
import { type CallLanguage, SPOKEN_TEXTS } from './spoken-texts.ts';

export interface OutboundQueueFlowInput {
  readonly language: CallLanguage;
  /** Seconds until the call is ended, at least 1 (PRI-4). The flow keeps to it within `waitRounds`. */
  readonly longestWaitSeconds: number;
  readonly logging?: boolean;
  /** Replace the language's own words. */
  readonly holdText?: string;
  readonly waitedTooLongText?: string;
  /** ARN of the prompt played between the announcements (PRI-6); ten seconds of silence without it. */
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

/** The rounds that make up a wait: never longer than asked, and short of it by less than one second per round. */
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
  const { rounds, seconds } = waitRounds(input.longestWaitSeconds);
  const prompts: JsonObject = {
    Messages: [{ Text: input.holdText ?? texts.hold }, pause(input.musicPromptArn)],
    InterruptFrequencySeconds: String(seconds),
  };
  const steps = [
    ...loggingStep(input.logging),
    step('hold-the-line', 'MessageParticipantIteratively', prompts, {
      errors: { NoMatchingError: TOO_LONG },
      conditions: [whenEquals('MessagesInterrupted', COUNT)],
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
    terminal(KEEP_WAITING, 'EndFlowExecution'),
    terminal(HANG_UP, 'DisconnectParticipant'),
  ]);
}

function pause(musicPromptArn: string | undefined): JsonObject {
  if (musicPromptArn !== undefined) return { PromptId: musicPromptArn };
  return { SSML: '<speak><break time="10s"/></speak>' };
}
