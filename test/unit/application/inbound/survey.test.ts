import { describe, expect, it } from 'vitest';
import { keepSurveyAnswer } from '../../../../lib/application/inbound/keep-survey-answer.ts';
import { placeSurveyCall } from '../../../../lib/application/inbound/place-survey-call.ts';
import { routeCall } from '../../../../lib/application/inbound/route-call.ts';
import type { Ports } from '../../../../lib/application/ports/ports.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import { at } from '../../../support/records.ts';
import { aReception, Caller, entryOf, phoneOf, toldOf, typesOf } from './a-caller.ts';

const questions = [
  { id: 'polite', say: 'Was it polite?' },
  { id: 'again', say: 'Again?', keys: ['1', '2'] },
] as const;
const stay = { survey: { questions: [...questions] } } as never;
const callBack = {
  survey: { how: 'call-back', after: '2 min', questions: [...questions] },
} as never;

async function called(inbound: never, from?: string | null) {
  const floor = await aReception({ inbound, records: ['ann'] });
  const number = from === undefined ? await phoneOf(floor, 'ann') : (from ?? undefined);
  const caller = new Caller(floor, number);
  await caller.call();
  return { floor, caller };
}
const order = { campaign: 'spring', record: 'ann', attempt: 'in-c-1' };

describe('an answer of the survey (INB-9)', () => {
  it('goes onto the timeline of the call, also from the contact that follows it', async () => {
    const { floor, caller } = await called(stay);
    await caller.talksWith('eva');
    const asked = { ...caller.asking(), contact: 'c-after', question: 'polite', key: '4' };

    const kept = await keepSurveyAnswer(asked, floor.ports);

    expect(kept).toEqual({ outcome: 'kept' });
    expect(await entryOf(floor, 'ann', 'survey.answered')).toEqual({
      type: 'survey.answered',
      at: at(60),
      attempt: 'in-c-1',
      question: 'polite',
      key: '4',
    });
  });

  it('is the first one; what comes later counts for nothing', async () => {
    const { floor, caller } = await called(stay);
    const answer = (key: string) =>
      keepSurveyAnswer({ ...caller.asking(), question: 'polite', key }, floor.ports);

    const kept = [await answer('4'), await answer('1')];

    expect(kept.map(({ outcome }) => outcome)).toEqual(['kept', 'ignored']);
  });

  it.each([
    ['a question that is not asked', 'other', '1'],
    ['a key that is no answer', 'again', '5'],
  ])('to %s is ignored', async (_, question, key) => {
    const { floor, caller } = await called(stay);

    const kept = await keepSurveyAnswer({ ...caller.asking(), question, key }, floor.ports);

    expect(kept).toEqual({ outcome: 'ignored' });
  });
});

describe('a survey by calling back (INB-9)', () => {
  it('is ordered when the conversation is over, after the campaign’s time', async () => {
    const { floor, caller } = await called(callBack);

    await caller.talksWith('eva');

    expect(floor.ports.surveyQueue.sent).toMatchObject([
      { body: { ref: { campaign: 'spring', record: 'ann' }, attempt: 'in-c-1' }, delay: 120 },
    ]);
  });

  it('calls the caller from the number they had dialed, once', async () => {
    const { floor, caller } = await called(callBack);
    await caller.talksWith('eva');

    const outcomes = [
      await placeSurveyCall(order, floor.ports),
      await placeSurveyCall(order, floor.ports),
    ];

    expect(outcomes).toEqual([{ outcome: 'accepted' }, { outcome: 'asked for before' }]);
    expect(floor.ports.telephony.surveys).toMatchObject([
      { attempt: 'in-c-1', phone: caller.from, callerId: 'main', ringFor: 30 },
    ]);
    expect(await entryOf(floor, 'ann', 'survey.called')).toMatchObject({ contact: 'survey-1' });
  });

  it('is not ordered when nobody spoke with the caller', async () => {
    const { floor, caller } = await called(callBack);

    await caller.hangsUp();

    expect(floor.ports.surveyQueue.sent).toEqual([]);
    expect((await placeSurveyCall(order, floor.ports)).outcome).toContain('no agent spoke');
  });

  it('is not ordered when a block of the IVR asked for none (IVR-15)', async () => {
    const { floor, caller } = await called(callBack);
    caller.set('survey', 'no');
    await routeCall({ ...caller.at('first'), queue: 'sales' }, floor.ports);

    await caller.talksWith('eva');

    expect(floor.ports.surveyQueue.sent).toEqual([]);
  });

  it('is not ordered for a withheld number, or where the caller stays on the line', async () => {
    const withheld = await called(callBack, null);
    await withheld.caller.talksWith('eva');
    const stays = await called(stay);
    await stays.caller.talksWith('eva');

    expect([
      ...withheld.floor.ports.surveyQueue.sent,
      ...stays.floor.ports.surveyQueue.sent,
    ]).toEqual([]);
  });

  it('waits while the call is not known to be over', async () => {
    const { floor } = await called(callBack);

    await expect(placeSurveyCall(order, floor.ports)).rejects.toMatchObject({
      name: 'RecordContended',
    });
  });

  const failing = (ports: Ports, fault: Fault): Ports => ({
    ...ports,
    telephony: { ...ports.telephony, dialSurvey: () => Promise.reject(fault) },
  });

  it('is asked for again when Connect has placed nothing for certain', async () => {
    const { floor, caller } = await called(callBack);
    await caller.talksWith('eva');
    const busy = failing(floor.ports, new Fault('TelephonyUnavailable', 'busy'));
    await expect(placeSurveyCall(order, busy)).rejects.toThrow('busy');

    expect(await placeSurveyCall(order, floor.ports)).toEqual({ outcome: 'accepted' });
  });

  it('is never asked for again when Connect gave no clear answer (DIA-7)', async () => {
    const { floor, caller } = await called(callBack);
    await caller.talksWith('eva');
    const unclear = failing(floor.ports, new Fault('CallUnclear', 'lost'));
    await expect(placeSurveyCall(order, unclear)).rejects.toThrow('lost');

    expect(await placeSurveyCall(order, floor.ports)).toEqual({ outcome: 'asked for before' });
    expect(floor.ports.telephony.surveys).toEqual([]);
  });

  it('that Connect refuses is told on the timeline', async () => {
    const { floor, caller } = await called(callBack);
    await caller.talksWith('eva');
    floor.ports.telephony.refuse(caller.from ?? '', 'destination not allowed');

    await placeSurveyCall(order, floor.ports);

    expect((await toldOf(floor, 'ann')).at(-1)).toMatchObject({
      type: 'survey.not-called',
      because: 'destination not allowed',
    });
  });

  it('waits for the rate of Connect', async () => {
    const floor = await aReception({ inbound: callBack, records: ['ann'], callsPerSecond: 1 });
    const caller = new Caller(floor, await phoneOf(floor, 'ann'));
    await caller.call();
    await caller.talksWith('eva');
    const now = floor.ports.clock.now();
    while ((await floor.ports.throttle.take(now)).granted);

    await expect(placeSurveyCall(order, floor.ports)).rejects.toMatchObject({
      name: 'TelephonyUnavailable',
    });
    expect(await typesOf(floor, 'ann')).not.toContain('survey.called');
  });
});
