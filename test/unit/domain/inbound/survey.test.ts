import { describe, expect, it } from 'vitest';
import { callPriority } from '../../../../lib/domain/inbound/call-priority.ts';
import { surveyAfter } from '../../../../lib/domain/inbound/survey.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import { recordId } from '../../../../lib/domain/model/ids.ts';
import type { InboundCall } from '../../../../lib/domain/model/inbound-call.ts';
import { definitions } from '../../../support/definitions.ts';
import { anAttempt, aRecord, at } from '../../../support/records.ts';

const questions = [{ id: 'nps', say: 'How likely?' }];
const asking = definitions({
  inbound: { survey: { how: 'call-back', after: '5 min', questions } },
}).campaigns.spring?.channels.inbound;
const inbound: InboundCall = { ivr: 'reception', identity: 'one' };
const call = (changes: Partial<Attempt> = {}) =>
  anAttempt(aRecord(), 'in-1', {
    direction: 'inbound',
    timestamps: { connectedToAgent: at(10) },
    inbound,
    ...changes,
  });
const waiting = (survey: boolean) =>
  ({ queue: 'sales', level: 5, window: 'full', survey }) as const;

describe('a call back for the survey (INB-9)', () => {
  it('is made a while after a conversation', () => {
    expect(surveyAfter(call(), asking)).toEqual({ kind: 'call', after: 300 });
    const waited = call({ inbound: { ...inbound, waiting: waiting(true) } });
    expect(surveyAfter(waited, asking)).toEqual({ kind: 'call', after: 300 });
  });

  it.each<[string, Partial<Attempt>]>([
    ['it is no call of a customer', { inbound: undefined }],
    ['the call went on at another record', { inbound: { ...inbound, movedTo: recordId('ben') } }],
    ['no agent spoke with the caller', { timestamps: {} }],
    ['the IVR asked for no survey', { inbound: { ...inbound, waiting: waiting(false) } }],
    ['the number is withheld', { endpoint: '' }],
  ])('is not made when %s', (because, changes) => {
    expect(surveyAfter(call(changes), asking)).toEqual({ kind: 'none', because });
  });

  it('is not made by a campaign that asks on the line, or not at all, or has left the files', () => {
    const onTheLine = definitions({ inbound: { survey: { how: 'stay', questions } } });
    const settings = [onTheLine, definitions({ inbound: {} })].map(
      ({ campaigns }) => campaigns.spring?.channels.inbound,
    );

    for (const setting of [...settings, undefined]) {
      expect(surveyAfter(call(), setting)).toEqual({
        kind: 'none',
        because: 'the campaign calls nobody back for a survey',
      });
    }
  });
});

describe('the priority of a caller, from the attributes of the call (PRI-3, IVR-17)', () => {
  const files = definitions({ campaign: { priority: 60 }, inbound: { priority: 55 } });
  const saw = (attributes: Record<string, string>, weight?: number, campaign = 'spring') =>
    callPriority(
      { campaign, attributes },
      weight === undefined ? undefined : aRecord('ann', { weight }),
      files,
    ).gates.map(({ saw: value }) => value);

  it('adds up campaign, channel, record and the blocks passed', () => {
    const attributes = { p_vip: '20', p_late: '-5', p_odd: 'x', record: '90' };

    expect(saw(attributes, 7)).toEqual([60, 55, 7, 15, 2 * 10 + 2 * 5 + 7 + 15]);
  });

  it('is in the middle for a stranger to a campaign that has left the files', () => {
    expect(saw({}, undefined, 'gone')).toEqual([50, 50, 0, 0, 0]);
  });
});
