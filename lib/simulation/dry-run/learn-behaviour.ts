// How people behaved in an earlier campaign, from its journal: what a file of behaviour says,
// measured. Chances are those of one call: the journal does not show which people can never be
// reached.

import { callStatusOf } from '../../domain/model/call-status.ts';
import { instant } from '../../domain/model/instant.ts';
import type { RecordEntry } from '../../domain/model/journal.ts';
import { localMinutes } from '../../domain/model/time-zone.ts';
import { plural } from '../../language/plural.ts';
import type { BehaviourFile, Time } from '../../language/schema/behaviour.ts';
import type { CallStatus } from '../../language/schema/rule.ts';
import { behaviour } from '../phone-network/behaviour.ts';

export interface Seen {
  readonly record: string;
  readonly entry: RecordEntry;
}

/** With fewer calls than this a share is a guess. */
const FEWEST_CALLS = 100;
/** Calls in an hour of the day from which on the hour has a chance of its own. */
const FEWEST_IN_HOUR = 50;
const SET_UP = behaviour().callees.setUp.mean;
/** Times from which a spread is learned. */
const FEWEST_TIMES = 30;

interface CallSeen {
  readonly record: string;
  placedAt?: number;
  answeredAt?: number;
  endedAt?: number;
  status?: CallStatus;
  talk?: number;
  reason?: string;
}

export function learnBehaviour(
  seen: Iterable<Seen>,
  timeZone: string,
): { readonly behaviour: BehaviourFile; readonly says: string } | { readonly tooLittle: string } {
  const calls = new Map<string, CallSeen>();
  const classifiers: Record<string, number> = {};
  const wrapUps: number[] = [];
  /**
   * Calls whose wrap-up ran out; a classification after that does not show how long wrap-ups
   * last.
   */
  const ranOut = new Set<string | undefined>();
  let forgotten = 0;
  for (const { record, entry } of seen) {
    if ('attempt' in entry && entry.attempt !== undefined)
      addEntry(entry, callOf(calls, record, entry.attempt));
    if (entry.type === 'record.unhandled') {
      forgotten++;
      ranOut.add(entry.attempt);
    }
    if (entry.type !== 'record.classified') continue;
    classifiers[entry.classifier] = (classifiers[entry.classifier] ?? 0) + 1;
    const ended = entry.attempt === undefined ? undefined : calls.get(entry.attempt)?.endedAt;
    if (ended !== undefined && entry.at > ended && !ranOut.has(entry.attempt))
      wrapUps.push((entry.at - ended) / 1000);
  }
  const ended = [...calls.values()].filter(({ status }) => status !== undefined);
  if (ended.length < FEWEST_CALLS)
    return {
      tooLittle: `only ${plural(ended.length, 'call')} ended in it, and at least ${FEWEST_CALLS} are needed to learn from`,
    };
  const learned = {
    callees: calleesIn(ended, timeZone),
    agents: agentsIn(ended, wrapUps, forgotten),
    classifiers,
  };
  const percent = (share = 0) => `${Math.round(share * 100)}%`;
  const { answer, voicemail, busy } = learned.callees;
  return {
    behaviour: learned,
    says: `${plural(ended.length, 'call')}, ${percent(answer)} answered by people, ${percent(busy)} busy, ${percent(voicemail)} of the unanswered taken by a mailbox`,
  };
}

function callOf(calls: Map<string, CallSeen>, record: string, attempt: string): CallSeen {
  const call = calls.get(attempt) ?? { record };
  calls.set(attempt, call);
  return call;
}

function addEntry(entry: RecordEntry, call: CallSeen): void {
  if (entry.type === 'call.placed') call.placedAt = entry.at;
  else if (entry.type === 'call.answered' && entry.by === 'customer') call.answeredAt = entry.at;
  else if (entry.type === 'call.ended') {
    call.endedAt = entry.at;
    call.status = callStatusOf(entry.status) ?? call.status;
    if (entry.talkSeconds !== undefined) call.talk = entry.talkSeconds;
    if (entry.reason !== undefined) call.reason = entry.reason;
  }
}

const byPerson = ({ status }: CallSeen) => status === 'answered' || status === 'abandoned';

function calleesIn(calls: readonly CallSeen[], timeZone: string): BehaviourFile['callees'] {
  const having = (...statuses: readonly CallStatus[]) =>
    calls.filter(({ status }) => status !== undefined && statuses.includes(status));
  const invalid = having('error').filter(({ reason }) => reason?.includes('INVALID'));
  const numbers = (some: readonly CallSeen[]) => new Set(some.map(({ record }) => record)).size;
  const valid = calls.length - invalid.length;
  const share = (part: number, of = calls.length) => (of === 0 ? 0 : part / of);
  // A person picks up when the line is free and the number right.
  const reachable = calls.length - having('error', 'busy').length;
  const people = calls.filter(byPerson);
  const unanswered = having('voicemail', 'not-answered').length;
  return {
    answer: share(people.length, reachable),
    answerAt: answersByHour(calls, timeZone),
    // One campaign does not show how people differ from each other: the chance is the same for all.
    differ: 0,
    voicemail: share(having('voicemail').length, unanswered),
    wrongNumber: share(numbers(invalid), numbers(calls)),
    busy: share(having('busy').length, valid),
    failure: share(having('error').length - invalid.length, valid),
    ...timeOf('ring', people.flatMap(ringing)),
    ...timeOf(
      'talk',
      calls.flatMap(({ talk }) => talk ?? []),
    ),
    // Patience cannot be learned: nobody knows how long those would have waited who got an agent.
  };
}

function answersByHour(calls: readonly CallSeen[], timeZone: string): Record<string, number> {
  const placed = calls.filter(
    ({ placedAt, status }) => placedAt !== undefined && status !== 'error' && status !== 'busy',
  );
  const hours = Map.groupBy(placed, ({ placedAt = 0 }) =>
    Math.floor(localMinutes(instant(placedAt), timeZone) / 60),
  );
  const two = (hour: number) => String(hour).padStart(2, '0');
  return Object.fromEntries(
    [...hours]
      .filter(([, there]) => there.length >= FEWEST_IN_HOUR)
      .toSorted(([a], [b]) => a - b)
      .map(([hour, there]) => [
        `${two(hour)}-${two(hour + 1)}`,
        there.filter(byPerson).length / there.length,
      ]),
  );
}

function agentsIn(
  calls: readonly CallSeen[],
  wrapUps: readonly number[],
  forgotten: number,
): BehaviourFile['agents'] {
  const talks = calls.filter(({ talk }) => talk !== undefined).length;
  return {
    forgets: talks > 0 ? Math.min(1, forgotten / talks) : undefined,
    ...timeOf('wrapUp', wrapUps),
  };
}

/** Seconds it rang: from placing the call, less what setting it up takes. */
function ringing({ placedAt, answeredAt }: CallSeen): readonly number[] {
  if (placedAt === undefined || answeredAt === undefined) return [];
  return [Math.max(0.5, (answeredAt - placedAt) / 1000 - SET_UP)];
}

function timeOf<K extends string>(name: K, times: readonly number[]): { [P in K]?: Time } {
  if (times.length < FEWEST_TIMES) return {};
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length;
  const variation = Math.min(3, Math.max(0.05, Math.sqrt(variance) / mean));
  return { [name]: { mean, variation } } as { [P in K]?: Time };
}
