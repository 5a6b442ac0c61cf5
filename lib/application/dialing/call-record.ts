// An agent's answer to a record offered to them (CAM-3): accept it, call it, or skip it. That it
// was accepted, or call pressed, is written first; from then on it is an order like those of the
// dialer, asked for once (DIA-7), however often the agent presses. An accepted one is called after
// the before-call work (DIA-1), or at once when call is pressed.

import {
  againstTaking,
  agentsStartCalls,
  awaitsAgent,
  isBeingRead,
  returnOffer,
  takeOffer,
  workAfterAccepting,
} from '../../domain/dialing/offers.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import { disconnectWords } from '../../domain/model/disconnect-reason.ts';
import type { Gate } from '../../domain/model/gate.ts';
import { type AgentId, agentId, attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, TaskOutput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { type LoadedAttempt, loadAttempt } from './ask-once.ts';
import { isOrdered, type Placing, place, secondsUntil } from './placing.ts';

type Needs = PortsOf<'call-record'>;
type Input = TaskInput<'call-record'>;
type Answer = TaskOutput<'call-record'>;

/** Seconds until Connect, which did not answer, is asked without the agent. */
const TRIED_AGAIN = 5;

const refused = (...reasons: string[]): Answer => ({ kind: 'refused', reasons });
const called: Answer = { kind: 'called' };

export const callRecord: UseCase<'call-record', Needs> = async (input, ports) => {
  const campaign = ports.definitions.definitions().campaigns[input.campaign];
  if (campaign === undefined) return refused(`there is no campaign '${input.campaign}'`);
  if (!agentsStartCalls(campaign)) return refused('the dialer starts the calls of this campaign');
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const order = { ref, attempt: attemptId(input.attempt) };
  const answer = await untilCommitted(`record ${ref.record}`, () => take(order, input, ports));
  return 'kind' in answer ? answer : start(order, answer, ports);
};

/** The order to start, or the answer when there is nothing to start. */
async function take(
  order: AttemptRef,
  input: Input,
  ports: Needs,
): Promise<Answer | LoadedAttempt | 'conflict'> {
  const loaded = await loadAttempt(order, ports);
  if (loaded === undefined) return refused(`record '${input.record}' was not offered as that`);
  const agent = agentId(input.agent);
  const known = answerKnown(loaded, agent, input.press);
  if (known !== undefined) return known;
  const reasons = againstTaking(loaded.record, loaded.attempt, agent);
  if (reasons.length > 0) return refused(...reasons);
  if (input.press === 'skip') return skip(loaded, ports);
  return press(loaded, { agent, work: workAfter(input, ports) }, ports);
}

/** What was answered before is answered again. */
function answerKnown(
  { attempt }: LoadedAttempt,
  agent: AgentId,
  pressed: Input['press'],
): Answer | undefined {
  if (attempt.agent !== agent) return undefined;
  const { askedAt, contact, status, disconnectReason, settled } = attempt;
  if (askedAt === undefined) return pressed === 'skip' && settled ? { kind: 'skipped' } : undefined;
  if (pressed === 'skip') return refused('the call has been started');
  if (contact !== undefined || status === undefined) return called;
  return refused(
    `the call was not placed: ${disconnectReason === undefined ? status : disconnectWords(disconnectReason)}`,
  );
}

function workAfter({ campaign, press }: Input, ports: Needs): number {
  const { outbound } = ports.definitions.definitions().campaigns[campaign]?.channels ?? {};
  return press === 'accept' && outbound ? workAfterAccepting(outbound) : 0;
}

async function skip(
  { record, attempt }: LoadedAttempt,
  ports: Needs,
): Promise<Answer | 'conflict'> {
  const change = returnOffer(record, attempt, 'skipped', ports.clock.now());
  const committed = await ports.records.commit(change);
  return committed === 'committed' ? { kind: 'skipped' } : 'conflict';
}

async function press(
  loaded: LoadedAttempt,
  { agent, work }: { readonly agent: AgentId; readonly work: number },
  ports: Needs,
): Promise<LoadedAttempt | 'conflict'> {
  const { record, attempt } = loaded;
  const { current } = record;
  const now = ports.clock.now();
  const isCutShort = work === 0 && isBeingRead(record, now);
  if (current === undefined || !(awaitsAgent(record) || isCutShort)) return loaded;
  const change = takeOffer(record, current, attempt, { agent, work, now });
  const committed = await ports.records.commit(change);
  return committed === 'committed' ? { record: change.after, attempt } : 'conflict';
}

async function start(order: AttemptRef, loaded: LoadedAttempt, ports: Needs): Promise<Answer> {
  if (!isOrdered(loaded)) return called;
  const now = ports.clock.now();
  if (isBeingRead(loaded.record, now)) {
    const seconds = secondsUntil(loaded.record.current?.dialAt, now);
    await ports.dialQueue.send([order], [seconds]);
    return { kind: 'accepted', seconds };
  }
  const [campaign, standingOf] = await Promise.all([
    ports.campaigns.load(order.ref.campaign),
    ports.ledger.namesOf(loaded.attempt.endpoint).then((names) => ports.ledger.under(names)),
  ]);
  try {
    return answerTo(await place(order, { ...loaded, campaign, standingOf }, ports));
  } catch (error) {
    if (!(error instanceof Fault) || error.name !== 'TelephonyUnavailable') throw error;
    await ports.dialQueue.send([order], [TRIED_AGAIN]);
    return { kind: 'waits' };
  }
}

function answerTo(placing: Placing): Answer {
  switch (placing.kind) {
    case 'placed':
    case 'asked-before':
      return called;
    case 'waits':
      return { kind: 'waits' };
    case 'refused':
      return refused(`the call was not placed: ${placing.reason}`);
    case 'taken-back':
      return refused(...placing.gates.filter(({ passed }) => !passed).map(sentence));
  }
}

function sentence({ gate, saw, wanted }: Gate): string {
  const instead = wanted === undefined ? '' : ` instead of ${wanted}`;
  return `the record went back to the list: ${gate} is ${saw}${instead}`;
}
