import { describe, expect, it } from 'vitest';
import { alongWay, firstWay, wayIn } from '../../../../lib/domain/inbound/ivr-way.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { IvrWay } from '../../../../lib/domain/model/inbound-call.ts';
import { anAttempt, aRecord, changed } from '../../../support/records.ts';

const VERSION = '0123456789ab';
const ann = aRecord('ann');

const ofCall = (way?: IvrWay): Attempt => ({
  ...anAttempt(ann),
  direction: 'inbound',
  inbound: { ivr: 'reception', identity: 'one', ...(way && { way }) },
});
const along = (attempt: Attempt, way: IvrWay | undefined) =>
  alongWay(
    {
      before: ann,
      after: changed(ann),
      entries: [],
      attempt: { before: undefined, after: attempt },
    },
    way,
  ).attempt?.after.inbound?.way;

describe('the way of a call', () => {
  it('is read from what its flows noted, block by block', () => {
    const way = `${firstWay(VERSION, 'answer')} menu menu queue`;

    expect(wayIn({ way })).toEqual({
      version: VERSION,
      path: ['answer', 'menu', 'menu', 'queue'],
    });
  });

  it('is not known of a flow that notes none, or where Connect filled nothing in', () => {
    for (const way of [undefined, '', 'none', VERSION, '$.Attributes.way menu', `${VERSION} A b!`])
      expect(wayIn(way === undefined ? {} : { way })).toBeUndefined();
  });

  it('of a call that goes round and round has an end', () => {
    const way = `${VERSION}${' menu'.repeat(5000)}`;

    expect(wayIn({ way })?.path.length).toBe(200);
  });

  it('grows with the call, and never shrinks when something comes late', () => {
    const short = { version: VERSION, path: ['answer'] };
    const long = { version: VERSION, path: ['answer', 'menu'] };

    expect(along(ofCall(), short)).toEqual(short);
    expect(along(ofCall(short), long)).toEqual(long);
    expect(along(ofCall(long), short)).toEqual(long);
    expect(along(ofCall(long), undefined)).toEqual(long);
    expect(along(anAttempt(ann), long)).toBeUndefined();
  });
});
