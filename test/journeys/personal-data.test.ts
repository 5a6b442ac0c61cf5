// What may be read in logs, journals and events, and what is left of a contact that was deleted
// (CBR-15). Numbers and addresses never appear there whole; fields appear as agents enter them,
// because integrators want them (WHK-1).
import { describe, expect, it } from 'vitest';
import { publishJournal } from '../../lib/application/timeline/publish-journal.ts';
import type { JournalEntry } from '../../lib/domain/model/journal.ts';
import { campaignOwner, lineId, placeInChange } from '../../lib/domain/model/journal-line.ts';
import { exampleRule, type RuleInput } from '../support/definitions.ts';
import { callee, type Journey, journey } from '../support/journey.ts';

const NAMES = ['ann', 'ben', 'cyd', 'dan', 'eve'];
const CITY = 'Bielsko-Biała';

const people = [
  callee('ann').ringsOut(9),
  callee('ben').isBusy(2).ringsOut().answers(),
  callee('cyd').fails(3).ringsOut(),
  callee('dan').hasVoicemail(3).answers(),
  callee('eve').hangsUpWaiting(2).answers(),
].map((each) => each.with({ fields: { city: CITY } }));

/** Everything that was told: journal entries, and the events made of them. */
async function told(story: Journey): Promise<readonly string[]> {
  const { journal } = story.centre.ports;
  const campaign = story.refOf('ann').campaign;
  const entries: JournalEntry[] = [...(await journal.ofCampaign(campaign))];
  for (const name of NAMES) entries.push(...(await journal.ofRecord(story.refOf(name))));
  const lines = entries.map(async (entry, n) => {
    const id = lineId(campaignOwner(campaign), placeInChange(n, 0));
    const event = await publishJournal({ entry: { id, campaign, entry } }, {});
    return [JSON.stringify(entry), JSON.stringify(event)];
  });
  return (await Promise.all(lines)).flat();
}

/** Digits of every number without the country, and every address. */
const secrets = (story: Journey) =>
  NAMES.flatMap((name) => [story.phoneOf(name).slice(-9), `${name}@example.org`]);

const TELL_AND_FORGET: RuleInput = {
  name: 'Twice, then forgotten',
  start: 'count',
  tiles: {
    count: { kind: 'attempts', compare: '>= 3', met: 'goodbye', unmet: 'text' },
    text: { kind: 'send-sms', from: 'Ringback', text: 'We call {{ city }} again', next: 'letter' },
    letter: {
      kind: 'send-email',
      mailbox: 'appointments',
      subject: 'From {{ city }}',
      text: 'We will call you again in {{ city }}.',
      next: 'again',
    },
    again: { kind: 'recontact', after: '2 h' },
    goodbye: { kind: 'send-sms', from: 'Ringback', text: 'Good-bye {{ city }}', next: 'forget' },
    forget: { kind: 'delete-contact' },
  },
};

const campaign = { fields: { city: { label: 'City', significant: true } } };

describe('numbers and addresses', () => {
  it.each(['worked-a', 'worked-b', 'worked-c'])(
    'appear whole in no journal entry and no event of a journey of %s',
    async (rule) => {
      const story = await journey({ rule: exampleRule(rule), people, campaign });

      await story.untilQuiet();

      const lines = await told(story);
      expect(lines.length).toBeGreaterThan(100);
      expect(lines.filter((line) => secrets(story).some((one) => line.includes(one)))).toEqual([]);
    },
  );
});

describe('a contact that a rule deletes (CBR-15)', () => {
  it('leaves nothing of the person after many calls and messages, whatever is killed on the way', async () => {
    const news = { late: 0.1, doubled: 0.2, outOfOrder: 0.1 };
    const exempt = ['campaigns.commit'] as const;
    const faults = { ...news, killed: 0.05, redelivered: 0.1, exempt };
    const story = await journey({
      rule: TELL_AND_FORGET,
      campaign,
      people,
      agentBehaviour: { forgets: 1 },
      centre: { faults },
    });

    await story.untilQuiet();
    await story.pass(3600);

    const { records } = story.centre.ports;
    const kept = await Promise.all(NAMES.map((name) => records.kept(story.refOf(name))));
    const all = await Promise.all(NAMES.map((name) => story.recordOf(name)));
    const left = JSON.stringify([kept, all, await told(story)]);
    expect(all.map(({ state }) => state)).toEqual(NAMES.map(() => 'deleted'));
    expect(Math.min(...kept.map(({ attempts }) => attempts.length))).toBeGreaterThanOrEqual(3);
    expect(kept.map(({ messages }) => messages.length)).toEqual(NAMES.map(() => 5));
    expect([...secrets(story), CITY].filter((one) => left.includes(one))).toEqual([]);
    expect(story.centre.ports.sms.sent.map(({ content }) => content.text)).toContain(
      `Good-bye ${CITY}`,
    );
  });
});
