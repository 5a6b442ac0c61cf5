// Supervisors are e-mailed about an alert of their campaign, once each, whatever goes wrong
// (MON-6).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignId } from '../../lib/domain/model/ids.ts';
import { callee, type Given, type Journey, journey } from '../support/journey.ts';

const people = Array.from({ length: 12 }, (_, i) => callee(`r${i}`).answers());

const low = (given: Given = {}): Promise<Journey> =>
  journey({
    people,
    supervisors: { ewa: { email: 'ewa@example.org' }, jan: { email: 'jan@example.org' } },
    campaign: { supervisors: ['ewa', 'jan'], alerts: { poolBelow: 5 } },
    ...given,
  });

const alerts = async (story: Journey, campaign = 'spring') =>
  (await story.centre.ports.journal.ofCampaign(campaignId(campaign))).filter(
    ({ type }) => type === 'campaign.pool-low' || type.startsWith('supervisor.'),
  );

const readers = (story: Journey) =>
  story.centre.ports.email.notices.map(({ campaign, supervisor }) => `${campaign} ${supervisor}`);

describe('a pool that runs low', () => {
  it('is told to every supervisor once, while the calls go on', async () => {
    const story = await low();

    await story.untilQuiet(2);

    expect((await alerts(story)).map(({ type }) => type)).toEqual([
      'campaign.pool-low',
      'supervisor.alerted',
      'supervisor.alerted',
    ]);
    expect(readers(story).toSorted()).toEqual(['spring ewa', 'spring jan']);
    const [first] = story.centre.ports.email.notices;
    expect(first?.content.text).toMatch(/^Campaign: Spring\nRecords left to dial: [1-5] /);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('is told for the campaign that names the supervisor, not for others beside it', async () => {
    const story = await low({ also: { autumn: { name: 'Autumn', alerts: { poolBelow: 5 } } } });

    await story.untilQuiet(2);

    expect(readers(story).toSorted()).toEqual(['spring ewa', 'spring jan']);
  });

  it('is told to nobody twice, with functions killed, events doubled and late', async () => {
    const check = fc.asyncProperty(fc.integer(), async (seed) => {
      const faults = { doubled: 0.2, late: 0.2, outOfOrder: 0.1, redelivered: 0.3, killed: 0.02 };
      const story = await low({ seed, centre: { faults } });

      await story.untilQuiet(4);
      await story.pass(3600);

      const sent = readers(story);
      expect(sent.length).toBe(new Set(sent).size);
      expect(await story.discrepancies()).toEqual([]);
    });
    await fc.assert(check, { numRuns: 12, seed: 20261129, endOnFailure: true });
  });
});
