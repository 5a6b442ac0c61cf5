import { describe, expect, it } from 'vitest';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { routeCall } from '../../../../lib/application/inbound/route-call.ts';
import { scheduleCallback } from '../../../../lib/application/inbound/schedule-callback.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { agentId, contactId } from '../../../../lib/domain/model/ids.ts';
import { at, ref } from '../../../support/records.ts';
import { calling, sold } from './a-caller.ts';

describe('a contact that was deleted (CBR-15)', () => {
  it('leaves nothing of the person in a call of theirs', async () => {
    const blocks = { first: { kind: 'callback', number: 'ask', next: 'bye' } } as const;
    const { floor, caller } = await calling({ inbound: { callBack: 'ivr' }, blocks });
    caller.set('ticket', '4711');
    await routeCall({ ...caller.at('bye'), queue: 'sales' }, floor.ports);
    await scheduleCallback({ ...caller.at('first'), number: '600777666' }, floor.ports);
    await caller.hangsUp();
    const before = await floor.record('ann');
    const { nextContact: _, callBackTo: __, ...rest } = before;
    const after = {
      ...rest,
      version: before.version + 1,
      state: 'deleted',
      phones: [],
      emails: [],
      fields: {},
      toErase: true,
    } as const;
    await floor.ports.records.commit({ before, after, entries: [] });

    await sweeper({}, floor.ports);

    const left = JSON.stringify(floor.ports.records.attemptsOf(ref('spring', 'ann')));
    expect(left).not.toMatch(/600777666|4711/);
    expect(left).not.toContain(caller.from);
    expect(
      await floor.ports.records.lookUp(before.campaign, { by: 'phone', phone: '+48600777666' }),
    ).toEqual([]);
  });
});

describe('a classification that comes before Connect’s events', () => {
  it('takes their news of an inbound call in, with all that follows from its end', async () => {
    const survey = { how: 'call-back', questions: [{ id: 'polite', say: '?' }] } as never;
    const { floor, caller } = await calling({ inbound: { survey } });
    floor.ports.telephony.know({
      contact: contactId(caller.contact),
      connectedToAgent: at(10),
      disconnected: at(60),
      agent: agentId('eva'),
    });

    const answer = await classifyRecord({ ...sold('eva'), fields: { nope: 'x' } }, floor.ports);

    expect(answer).toEqual({ kind: 'refused', reasons: ["there is no field 'nope'"] });
    expect((await floor.record('ann')).state).toBe('in-wrap-up');
    expect(floor.ports.surveyQueue.sent).toHaveLength(1);
  });
});
