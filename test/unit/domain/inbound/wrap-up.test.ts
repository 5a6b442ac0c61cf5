import { describe, expect, it } from 'vitest';
import { extendWrapUp, type WrapUpWish } from '../../../../lib/domain/inbound/wrap-up.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { definitions } from '../../../support/definitions.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import { EVA } from '../calls/a-call.ts';

const call = { ivr: 'reception', identity: 'one' } as const;
const inbound = (extraWrapUp: string) =>
  definitions({ inbound: { extraWrapUp } }).campaigns.spring?.channels.inbound;
const record = taken(aRecord(), 'in-1', { phase: 'wrap-up', deadline: at(30) });
const attempt = (changes: Partial<Attempt> = {}) =>
  anAttempt(record, 'in-1', { direction: 'inbound', agent: EVA, inbound: call, ...changes });
const wish = (changes: Partial<WrapUpWish> = {}): WrapUpWish => ({
  inbound: inbound('60 s'),
  record,
  attempt: attempt(),
  agent: EVA,
  now: NOW,
  ...changes,
});

describe('further wrap-up time (INB-4)', () => {
  it('is added to what is left, in the record and in the call, and told', () => {
    expect(extendWrapUp(wish())).toEqual({
      kind: 'extended',
      until: at(90),
      change: {
        before: record,
        after: { ...record, version: 3, current: { ...record.current, deadline: at(90) } },
        entries: [
          { type: 'wrap-up.extended', at: NOW, attempt: 'in-1', agent: EVA, until: at(90) },
        ],
        attempt: {
          before: attempt(),
          after: { ...attempt(), version: 2, inbound: { ...call, extraWrapUp: 60 } },
        },
      },
    });
  });

  it('is given once: asked again, it says until when and changes nothing', () => {
    const had = attempt({ inbound: { ...call, extraWrapUp: 60 } });

    expect(extendWrapUp(wish({ attempt: had }))).toEqual({ kind: 'extended', until: at(30) });
  });

  it('is not said to be given to an agent who had another call', () => {
    const had = attempt({ inbound: { ...call, extraWrapUp: 60 } });

    expect(extendWrapUp(wish({ attempt: had, agent: agentId('tom') }))).toMatchObject({
      kind: 'refused',
    });
  });

  const other = taken(aRecord(), 'in-2', { phase: 'wrap-up', deadline: at(30) });
  const talking = taken(aRecord(), 'in-1', { phase: 'with-agent', deadline: at(30) });
  it.each<[string, Partial<WrapUpWish>]>([
    ['the campaign has no further wrap-up time', { inbound: inbound('0 s') }],
    ['the campaign has no further wrap-up time', { inbound: undefined }],
    ['only inbound calls have further wrap-up time', { attempt: attempt({ inbound: undefined }) }],
    ['another agent had the call', { agent: agentId('tom') }],
    ['the call is not in its wrap-up', { record: talking }],
    ['the call is not in its wrap-up', { record: other }],
    ['the wrap-up is over', { now: at(35) }],
  ])('is refused when %s', (reason, changes) => {
    expect(extendWrapUp(wish(changes))).toEqual({ kind: 'refused', reasons: [reason] });
  });

  it('is given up to the last moment, clocks that differ included', () => {
    expect(extendWrapUp(wish({ now: at(33) })).kind).toBe('extended');
  });

  it('is refused for every reason at once', () => {
    const changes = { inbound: undefined, record: aRecord(), agent: agentId('tom') };

    expect(extendWrapUp(wish(changes))).toEqual({
      kind: 'refused',
      reasons: [
        'the campaign has no further wrap-up time',
        'another agent had the call',
        'the call is not in its wrap-up',
      ],
    });
  });
});
