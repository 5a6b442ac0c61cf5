// Connect is asked for a call once, whichever run gets to it and wherever one dies (DIA-7).
import { describe, expect, it } from 'vitest';
import {
  askOnce,
  type LoadedAttempt,
  loadAttempt,
  type OnceAsked,
} from '../../../../lib/application/dialing/ask-once.ts';
import type { Dialed } from '../../../../lib/application/ports/telephony.ts';
import { Fault, type FaultName } from '../../../../lib/application/tasks/faults.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import {
  asked,
  changed,
  nextVersion,
  notAsked,
} from '../../../../lib/domain/records/record-changes.ts';
import { at, NOW } from '../../../support/records.ts';
import { aFloor, contended } from '../a-floor.ts';

const ACCEPTED: Dialed = { kind: 'accepted', contact: contactId('c-1') };

async function ordered() {
  const floor = await aFloor({ records: ['ann'] });
  await floor.order();
  const { campaign, record, id: attempt } = await floor.attempt('ann');
  return { floor, call: { ref: { campaign, record }, attempt } };
}

const changeOf = ({ record, attempt }: LoadedAttempt, after: LoadedAttempt['attempt']) => ({
  before: record,
  after: changed(record, NOW),
  entries: [],
  attempt: { before: attempt, after: nextVersion(after) },
});

/** Asks as calls of the dialer are asked for; `asks` counts how often Connect really was. */
function asking(answer: () => Promise<Dialed> = async () => ACCEPTED) {
  const count = { asks: 0 };
  const once: OnceAsked = {
    record: (loaded) =>
      loaded.attempt.askedAt === undefined
        ? changeOf(loaded, asked(loaded.attempt, at(1)))
        : undefined,
    takeBack: (loaded) => changeOf(loaded, notAsked(loaded.attempt)),
    ask: () => {
      count.asks++;
      return answer();
    },
  };
  return { once, count };
}
const failing = (name: FaultName) => async (): Promise<Dialed> => {
  throw new Fault(name, 'as tests have it');
};

describe('asking Connect once', () => {
  it('records it first, and answers with the state it has recorded', async () => {
    const { floor, call } = await ordered();
    const { once } = asking();

    const answer = await askOnce(call, floor.ports, once);

    expect(answer?.dialed).toEqual(ACCEPTED);
    expect(answer?.loaded).toEqual(await loadAttempt(call, floor.ports));
    expect(answer?.loaded.attempt.askedAt).toBe(at(1));
  });

  it('is left to the run that recorded it', async () => {
    const { floor, call } = await ordered();
    const { once, count } = asking();

    const answers = await Promise.all([1, 2, 3].map(() => askOnce(call, floor.ports, once)));

    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);
    expect(count.asks).toBe(1);
  });

  it('decides again on what it finds when somebody changed the record meanwhile', async () => {
    const { floor, call } = await ordered();
    const known = await loadAttempt(call, floor.ports);
    const first = asking();
    await askOnce(call, floor.ports, first.once, known);
    const late = asking();

    expect(await askOnce(call, floor.ports, late.once, known)).toBeUndefined();
    expect([first.count.asks, late.count.asks]).toEqual([1, 0]);
  });

  it('is not done for a record that is gone', async () => {
    const { floor, call } = await ordered();
    const { once, count } = asking();
    const gone = { ...call, ref: { ...call.ref, record: 'gone' as typeof call.ref.record } };

    expect(await askOnce(gone, floor.ports, once)).toBeUndefined();
    expect(count.asks).toBe(0);
  });

  it('may be done again only when Connect has placed nothing for certain', async () => {
    const { floor, call } = await ordered();

    const first = askOnce(call, floor.ports, asking(failing('TelephonyUnavailable')).once);
    await expect(first).rejects.toThrow('as tests have it');
    const unclear = askOnce(call, floor.ports, asking(failing('CallUnclear')).once);
    await expect(unclear).rejects.toThrow('as tests have it');

    expect((await floor.attempt('ann')).askedAt).toBe(at(1));
    expect(await askOnce(call, floor.ports, asking().once)).toBeUndefined();
  });

  it('is given up when others change the record all the time', async () => {
    const { floor, call } = await ordered();
    const { once, count } = asking();

    await expect(askOnce(call, contended(floor.ports, 6), once)).rejects.toThrow(
      /was changed by others/,
    );
    expect(count.asks).toBe(0);
    expect((await askOnce(call, contended(floor.ports, 5), once))?.dialed).toEqual(ACCEPTED);
  });
});
