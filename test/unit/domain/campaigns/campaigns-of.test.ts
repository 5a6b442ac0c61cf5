import { describe, expect, it } from 'vitest';
import { campaignsOf } from '../../../../lib/domain/campaigns/campaigns-of.ts';
import { definitions } from '../../../support/definitions.ts';

const idsOf = (input: Parameters<typeof definitions>[0], group: string) =>
  campaignsOf(definitions(input), group).map(({ id }) => id);

describe('the campaigns of a group', () => {
  it('are those whose calls reach its queues, made or received', () => {
    const also = { autumn: { channels: {} } };

    expect(idsOf({ also }, 'team')).toEqual(['spring']);
    expect(idsOf({ noOutbound: true, inbound: {} }, 'team')).toEqual(['spring']);
    expect(idsOf({ noOutbound: true }, 'team')).toEqual([]);
  });

  it('are those whose texts its agents answer', () => {
    const sms = { queue: 'sales', from: '+48501230000', text: 'Hello' };

    expect(idsOf({ noOutbound: true, sms }, 'team')).toEqual(['spring']);
  });

  it('are none for another group', () => {
    expect(idsOf({}, 'others')).toEqual([]);
  });
});
