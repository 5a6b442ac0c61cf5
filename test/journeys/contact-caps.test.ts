// Caps on how often people are contacted, across campaigns and channels (NEW-7).
import { describe, expect, it } from 'vitest';
import { campaignId } from '../../lib/domain/model/ids.ts';
import { addRecord } from '../../lib/simulation/simulate-campaign.ts';
import type { RuleInput } from '../support/definitions.ts';
import { callee, type Given, type Journey, journey } from '../support/journey.ts';
import { ref } from '../support/records.ts';

const HOUR = 3_600_000;
const PEOPLE = Array.from({ length: 12 }, (_, n) => callee(`p${n}`));

/** A text after each call that reached nobody, and another call two hours later. */
const textAndAgain: RuleInput = {
  name: 'Text and call again',
  start: 'text',
  tiles: {
    text: { kind: 'send-sms', from: 'Ringback', text: 'We tried to call', next: 'again' },
    again: { kind: 'recontact', after: '2 h' },
  },
};

/** A second campaign calls the same people, and a third writes to them. */
async function threeCampaigns(given: Given = {}): Promise<Journey> {
  const sms = { queue: 'sales', from: '+48501230000', text: 'Hello' };
  const story = await journey({
    people: PEOPLE,
    agents: ['eva', 'tom'],
    rule: textAndAgain,
    texts: { reply: 0, stop: 0 },
    campaign: { goal: 'none' },
    also: {
      autumn: { name: 'Autumn', goal: 'none' },
      texts: { name: 'Texts', goal: 'none', channels: { sms } },
    },
    ...given,
  });
  for (const { name } of PEOPLE) {
    const person = { id: name, phone: story.phoneOf(name), email: `${name}@example.org` };
    for (const campaign of ['autumn', 'texts']) await addRecord(story.centre, person, campaign);
  }
  for (const campaign of ['autumn', 'texts']) {
    // a run that is killed after the commit has switched it
    const on = () => story.switchTo('running', campaign);
    await on().catch(on);
  }
  return story;
}

/** Every contact with the person, whatever the campaign, in order (epoch ms). */
function contactsWith(story: Journey, name: string): readonly number[] {
  const { records } = story.centre.ports;
  const refs = ['spring', 'autumn', 'texts'].map((campaign) => ref(campaign, name));
  const messages = refs.flatMap((one) => records.messagesOf(one));
  const sent = messages
    .filter(({ state }) => ['sending', 'sent', 'delivered', 'unknown'].includes(state))
    // when it left: delivery comes later, but never by more than what is allowed for here
    .map(({ orderedAt }) => orderedAt);
  const calls = story.centre.network.callsTo(story.phoneOf(name)).map(({ start }) => start);
  return [...sent, ...calls].toSorted((a, b) => a - b);
}

/** The most contacts with one person in any stretch of so many hours. */
function mostWithin(story: Journey, hours: number): number {
  return Math.max(
    ...PEOPLE.map(({ name }) => {
      const all = contactsWith(story, name);
      const from = (at: number) => all.filter((one) => one >= at && one < at + hours * HOUR).length;
      return Math.max(0, ...all.map(from));
    }),
  );
}

describe('caps on contacts, with three campaigns over the same people', () => {
  const callees = { answer: 0.3 };

  it('without one people are contacted often', async () => {
    const story = await threeCampaigns({ callees });

    await story.pass(8 * 3600);

    expect(mostWithin(story, 6)).toBeGreaterThan(4);
  });

  it.each([1, 2, 3])(
    'are never passed, whatever is killed or comes twice, and the work goes on (seed %i)',
    async (seed) => {
      const story = await threeCampaigns({
        seed,
        callees,
        contactCaps: [{ most: 2, within: '6 h' }],
        centre: { faults: { late: 0, doubled: 0, outOfOrder: 0, killed: 0.03, redelivered: 0.2 } },
      });

      await story.pass(3 * 86_400);

      expect(mostWithin(story, 5.9)).toBeLessThanOrEqual(2);
      for (const { name } of PEOPLE) expect(contactsWith(story, name).length).toBeGreaterThan(3);
      expect(await story.discrepancies()).toEqual([]);
    },
  );

  it('put a record off until there is room, and the timeline says why', async () => {
    const story = await threeCampaigns({ contactCaps: [{ most: 1, within: '1 d' }] });

    await story.pass(3600);

    const { journal, records } = story.centre.ports;
    const refs = ['spring', 'autumn', 'texts'].map((campaign) => ref(campaign, 'p0'));
    const entries = (await Promise.all(refs.map((one) => journal.ofRecord(one)))).flat();
    const gates = entries.flatMap((entry) =>
      entry.type === 'record.postponed' ? entry.gates.filter(({ passed }) => !passed) : [],
    );
    expect(new Set(gates.map(({ gate }) => gate))).toEqual(new Set(['contact-cap']));
    expect(contactsWith(story, 'p0')).toHaveLength(1);
    const counts = await records.counts(campaignId('autumn'));
    expect(counts.new ?? 0).toBeGreaterThan(0);
  });

  it('of one campaign hold for what it does itself', async () => {
    const outbound = { queue: 'sales', callerIds: ['main'], rule: 'rule' };
    const story = await threeCampaigns({
      campaign: { goal: 'none', contactCaps: [{ most: 1, within: '7 d', channels: ['voice'] }] },
      also: {
        autumn: { name: 'Autumn', goal: 'none', contactCaps: [] },
        texts: { name: 'Texts', goal: 'none', channels: { outbound } },
      },
      callees: { answer: 0 },
    });

    await story.pass(8 * 3600);

    const tried = (campaign: string) =>
      PEOPLE.map(({ name }) => story.centre.ports.records.attemptsOf(ref(campaign, name))).map(
        (all) => all.filter(({ contact }) => contact !== undefined).length,
      );
    expect(Math.max(...tried('spring'))).toBe(1);
    expect(Math.max(...tried('autumn'))).toBeGreaterThan(1);
  });
});
