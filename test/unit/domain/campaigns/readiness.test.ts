import { describe, expect, it } from 'vitest';
import { campaignReadiness } from '../../../../lib/domain/campaigns/readiness.ts';
import { centreDefinitions, type Edits } from '../../../support/a-centre.ts';
import { definitions } from '../../../support/definitions.ts';

const CAMPAIGN = 'campaigns/spring.yaml';
const missing = (edits: Edits = {}) =>
  campaignReadiness(centreDefinitions(edits), 'spring').map(({ what }) => what);

describe('switching on (CAM-2)', () => {
  it('needs nothing more when the campaign is complete', () => {
    expect(missing()).toEqual([]);
  });

  it.each([
    ['queue', '    queue: sales\n', ''],
    ['caller-ids', 'callerIds: [main]', 'callerIds: []'],
    ['rule', '    rule: again\n', ''],
    ['significant-field', 'significant: true', 'required: true'],
    ['closing-classifier', '    closes: true\n', ''],
  ])('needs: %s', (what, was, is) => {
    expect(missing({ [CAMPAIGN]: [was, is] })).toEqual([what]);
  });

  it('needs no classifier that closes when the campaign has no goal', () => {
    const endless = { ...centreDefinitions({ [CAMPAIGN]: ['    closes: true\n', ''] }) };
    const spring = endless.campaigns.spring;
    if (!spring) throw new Error('the centre has the campaign spring');
    const campaigns = { spring: { ...spring, goal: 'none' } as const };

    expect(campaignReadiness({ ...endless, campaigns }, 'spring')).toEqual([]);
  });

  it('needs neither queue nor rule nor own number to show when it only takes calls (INB-1)', () => {
    const ready = campaignReadiness(definitions({ noOutbound: true, inbound: {} }), 'spring');

    expect(ready).toEqual([]);
  });

  it('needs a number to dial and the IVR that answers', () => {
    const inbound = { numbers: ['gone'], ivr: 'gone' };
    const found = campaignReadiness(definitions({ noOutbound: true, inbound }), 'spring');

    expect(found).toEqual([
      { what: 'numbers', message: 'it has no own number that customers could dial' },
      { what: 'ivr', message: "its IVR 'gone' does not exist" },
    ]);
  });

  it('lists every reason, as sentences', () => {
    const found = campaignReadiness(
      centreDefinitions({ [CAMPAIGN]: 'name: Bare\nchannels: { outbound: {} }' }),
      'spring',
    );

    expect(found).toEqual([
      { what: 'queue', message: 'no queue takes its calls' },
      { what: 'caller-ids', message: 'it has no own number to show' },
      {
        what: 'rule',
        message: 'no callback rule says what follows a call that nobody classified',
      },
      { what: 'significant-field', message: 'no field is marked as the significant one' },
      { what: 'classifiers', message: 'agents have no classifier to choose' },
    ]);
  });

  it('needs a channel, and a campaign', () => {
    const bare = centreDefinitions({ [CAMPAIGN]: 'name: Bare\nchannels: {}' });

    expect(campaignReadiness(bare, 'spring').map(({ what }) => what)).toEqual(['channel']);
    expect(campaignReadiness(bare, 'autumn')).toEqual([
      { what: 'campaign', message: "there is no campaign 'autumn'" },
    ]);
  });
});
