// Calls that a tick places itself. That Connect is asked was written with the order, by this tick
// alone (DIA-7), so each is asked for once, as soon as its order is stored, and what Connect
// answers to all of them is stored together. Of a call whose answer is lost the events tell, or the
// sweeper. One that Connect has not placed for certain goes through the dial queue, as orders do
// that wait for their turn.

import type { DialOrder } from '../ports/dial-queue.ts';
import type { Dialed, DialRequest } from '../ports/telephony.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { commitAttempt, type LoadedAttempt } from './ask-once.ts';
import { answered, askingTakenBack, store } from './placing.ts';

type Needs = Pick<
  PortsOf<'dialer-tick'>,
  'records' | 'definitions' | 'contactLog' | 'clock' | 'telephony' | 'dialQueue'
>;

/** An order whose asking is recorded. */
export interface ToAsk {
  readonly order: DialOrder;
  readonly loaded: LoadedAttempt;
  readonly request: DialRequest;
}

/** Seconds until Connect, which has placed nothing, is asked again. */
const TRIED_AGAIN = 5;

/** Calls that Connect is being asked for. */
export interface Asking {
  readonly calls: readonly ToAsk[];
  readonly asked: Promise<readonly PromiseSettledResult<Dialed>[]>;
}

/** The window between the order and this is two lines: nothing is waited for in it. */
export const askAtOnce = (
  calls: readonly ToAsk[],
  { telephony }: Pick<Needs, 'telephony'>,
): Asking => ({
  calls,
  asked: Promise.allSettled(calls.map(({ request }) => telephony.dial(request))),
});

/** Another failure than one that calls know is thrown once all else is stored. */
export async function storePlaced(askings: readonly Asking[], ports: Needs): Promise<void> {
  const calls = askings.flatMap((asking) => asking.calls);
  const asked = (await Promise.all(askings.map((asking) => asking.asked))).flat();
  const answers: Answer[] = [];
  const notPlaced: ToAsk[] = [];
  const failures: unknown[] = [];
  for (const [n, call] of calls.entries()) {
    const answer = asked[n];
    if (answer?.status === 'fulfilled') answers.push({ ...call, dialed: answer.value });
    else if (isFault(answer?.reason, 'TelephonyUnavailable')) notPlaced.push(call);
    else if (!isFault(answer?.reason, 'CallUnclear')) failures.push(answer?.reason);
  }
  await Promise.all([storeAnswers(answers, ports), askAgain(notPlaced, ports)]);
  if (failures.length > 0) throw failures[0];
}

const isFault = (error: unknown, name: Fault['name']): boolean =>
  error instanceof Fault && error.name === name;

interface Answer extends ToAsk {
  readonly dialed: Dialed;
}

/** A refusal frees its number, and an event may have come first: those are stored one by one. */
async function storeAnswers(answers: readonly Answer[], ports: Needs): Promise<void> {
  const changes = answers.map(({ loaded, dialed }) =>
    dialed.kind === 'accepted' ? answered(loaded, dialed, ports) : undefined,
  );
  const together = answers.filter((_, n) => changes[n] !== undefined);
  const committed = await ports.records.commitEach(
    changes.filter((change) => change !== undefined),
  );
  const stored = new Set(together.filter((_, n) => committed[n] === 'committed'));
  const left = answers.filter((answer) => !stored.has(answer));
  await Promise.all(left.map((answer) => store(answer.order, answer, ports)));
}

async function askAgain(calls: readonly ToAsk[], ports: Needs): Promise<void> {
  if (calls.length === 0) return;
  await Promise.all(
    calls.map(({ order, loaded }) => commitAttempt(order, ports, askingTakenBack, loaded)),
  );
  await ports.dialQueue.send(
    calls.map(({ order }) => order),
    calls.map(() => TRIED_AGAIN),
  );
}
