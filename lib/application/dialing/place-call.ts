// What the dialer ordered is placed when its turn comes. An order that an agent was to start
// (CAM-3) comes up when the time for it is over: then nobody has, and the record goes back to the
// list. One the agent has accepted waits for the end of the before-call work (DIA-1).

import { awaitsAgent, isBeingRead, returnOffer } from '../../domain/dialing/offers.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import { attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import type { DialOrder } from '../ports/dial-queue.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { commitAttempt, type LoadedAttempt, loadAttempt } from './ask-once.ts';
import { isOrdered, type Placing, place, secondsUntil } from './placing.ts';

type Needs = PortsOf<'place-call'>;

export const placeCall: UseCase<'place-call', Needs> = async (input, ports) => {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const { listed } = input;
  const order = { ref, attempt: attemptId(input.attempt), listed };
  // asked for in one turn, so all of it travels in one request
  const [loaded, campaign, standingOf] = await Promise.all([
    loadAttempt(order, ports),
    ports.campaigns.load(ref.campaign),
    ports.ledger.under(listed ?? []),
  ]);
  if (loaded === undefined || !isOrdered(loaded)) return { outcome: 'no longer ordered' };
  if (awaitsAgent(loaded.record)) return { outcome: await takeAway(order, ports) };
  if (isBeingRead(loaded.record, ports.clock.now())) return readOn(order, loaded, ports);
  return { outcome: outcomeOf(await place(order, { ...loaded, campaign, standingOf }, ports)) };
};

/** The message of the offer itself comes up while the agent reads. */
async function readOn(
  order: DialOrder,
  { record: { current } }: LoadedAttempt,
  { clock, dialQueue }: Needs,
): Promise<{ outcome: string }> {
  await dialQueue.send([order], [secondsUntil(current?.dialAt, clock.now())]);
  return { outcome: 'the agent reads the record' };
}

async function takeAway(order: AttemptRef, ports: Needs): Promise<string> {
  const committed = await commitAttempt(order, ports, ({ record, attempt }) =>
    isOrdered({ record, attempt }) && awaitsAgent(record)
      ? returnOffer(record, attempt, 'time-over', ports.clock.now())
      : undefined,
  );
  return committed === 'done' ? 'not started by the agent' : 'started by the agent';
}

const OUTCOME: Readonly<Record<Placing['kind'], string>> = {
  placed: 'placed',
  refused: 'refused',
  'taken-back': 'taken back',
  waits: 'waits for its turn',
  'asked-before': 'asked for before',
};

function outcomeOf(placing: Placing): string {
  const said = OUTCOME[placing.kind];
  return 'known' in placing && placing.known ? `${said}, known already` : said;
}
