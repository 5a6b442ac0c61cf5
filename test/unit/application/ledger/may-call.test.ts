// Whether a number that belongs to no record may be called by hand (CAM-16).
import { describe, expect, it } from 'vitest';
import { changeAddress } from '../../../../lib/application/ledger/change-ledger.ts';
import { againstCalling } from '../../../../lib/application/ledger/may-call.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { at } from '../../../support/records.ts';
import { aFloor } from '../a-floor.ts';

const NUMBER = '+48601100200';
const HOUR = 3600;

interface Listed {
  readonly campaign?: string;
  readonly channel?: 'voice' | 'sms';
  /** Seconds from the beginning. */
  readonly until?: number;
}

/** On Monday morning, unless it is later. */
async function reasons(
  phone: string,
  { listed, hours = 0 }: { readonly listed?: Listed; readonly hours?: number } = {},
): Promise<readonly string[]> {
  const floor = await aFloor();
  if (listed !== undefined) {
    const { campaign, channel, until } = listed;
    const entry = {
      kind: 'blacklist',
      campaign: campaign === undefined ? undefined : campaignId(campaign),
      channel,
      reason: 'asked us',
      by: 'olga',
      until: until === undefined ? undefined : at(until),
    } as const;
    await changeAddress(phone, [entry], floor.ports.ledger, at(0));
  }
  floor.waitUntil(hours * HOUR);
  return againstCalling({ phone, campaign: 'spring' }, floor.ports);
}

describe('a number that an agent wants to call', () => {
  it('may be called when nothing is known of it', async () => {
    expect(await reasons(NUMBER)).toEqual([]);
  });

  it.each([
    ['in every campaign', {}],
    ['in the campaign that lets the agent', { campaign: 'spring' }],
    ['for calls', { channel: 'voice' }],
  ] as const)('may not when it is on the blacklist %s', async (_, listed) => {
    expect(await reasons(NUMBER, { listed })).toEqual(['it is on the blacklist: asked us']);
  });

  it.each([
    ['in another campaign', { campaign: 'autumn' }],
    ['for texts', { channel: 'sms' }],
    ['until a moment that has passed', { until: HOUR / 2 }],
  ] as const)('may when it is on the blacklist %s', async (_, listed) => {
    expect(await reasons(NUMBER, { listed, hours: 1 })).toEqual([]);
  });

  it('may not at night where it is', async () => {
    const [reason, ...others] = await reasons(NUMBER, { hours: 13 });

    expect(reason).toMatch(/^nobody is called there before 2026-03-03T\d\d:00/);
    expect(others).toEqual([]);
  });
});
