// Calls only in the hours allowed where the callee is (NEW-7). Moments are told as the clock in
// Warsaw shows them.
import { describe, expect, it } from 'vitest';
import { campaignSetting } from '../../lib/domain/campaigns/campaign-setting.ts';
import { explain } from '../../lib/domain/timeline/explain.ts';
import type { RuleInput } from '../support/definitions.ts';
import { callee, type Given, type Journey, journey } from '../support/journey.ts';

const again: RuleInput = {
  name: 'Call again',
  start: 'again',
  tiles: { again: { kind: 'recontact', after: '2 h' } },
};
/** The queue is staffed day and night: only where people are counts. */
const always = { 'mon-sun': '00:00-24:00' };
const hours: Given['hours'] = { office: { week: always }, recalls: { week: always } };
const agents = ['eva', 'tom', 'ida', 'jan'];
const people = [
  callee('ania').answers().with({ phone: '+48601000001' }),
  callee('bara').answers().with({ phone: '+420601000001' }),
  callee('ciril').answers().with({ phone: '+421905000001' }),
  callee('doris').answers().with({ phone: '+491701234567' }),
];

const firstCalls = (story: Journey) =>
  Object.fromEntries(people.map(({ name }) => [name, story.callsTo(name)[0]]));

describe('a campaign across borders (NEW-7)', () => {
  it.each([
    ['2026-05-14', { doris: '2026-05-15 08:00 answered' }],
    ['2026-07-06', { bara: '2026-07-07 08:00 answered' }],
    ['2026-11-11', { ania: '2026-11-12 08:00 answered' }],
    ['2026-05-08', { bara: '2026-05-09 09:00 answered' }],
  ])('leaves those alone who have a holiday, on %s', async (day, later) => {
    const story = await journey({ startingAt: `${day} 10:00`, people, hours, agents });

    await story.untilQuiet(4);

    const today = `${day} 10:00 answered`;
    expect(firstCalls(story)).toEqual({
      ania: today,
      bara: today,
      ciril: today,
      doris: today,
      ...later,
    });
  });

  it('waits for the morning there, over the change of the clocks too', async () => {
    const eve = callee('eve').answers().with({ phone: '+12125550100' });
    const at = async (startingAt: string) => {
      const story = await journey({ startingAt, people: [eve], hours });
      await story.untilQuiet(2);
      return story.callsTo('eve');
    };

    // New York is on summer time from 8 March, Warsaw from 29 March.
    expect([await at('2026-03-06 10:00'), await at('2026-03-16 10:00')]).toEqual([
      ['2026-03-06 14:00 answered'],
      ['2026-03-16 13:00 answered'],
    ]);
  });

  it('puts a recall into the next allowed moment there', async () => {
    const ann = callee('ann').ringsOut().answers().with({ phone: '+420601000001' });
    const story = await journey({
      startingAt: '2026-07-04 17:00',
      rule: again,
      hours,
      people: [ann],
    });

    await story.untilQuiet(5);

    // Saturday evening, Sunday, and the Monday of Jan Hus.
    expect(story.callsTo('ann')).toEqual([
      '2026-07-04 17:00 not-answered',
      '2026-07-07 08:00 answered',
    ]);
  });

  it('looks at a record that has to wait once, not at every beat', async () => {
    const story = await journey({ startingAt: '2026-07-05 10:00', people, hours });

    await story.until('2026-07-06 07:00');

    const entries = await story.centre.ports.journal.ofRecord(story.refOf('bara'));
    expect(entries.map(({ type }) => type)).toEqual(['record.added', 'record.postponed']);
    expect((await story.recordOf('bara')).nextContact).toBe(Date.parse('2026-07-07T06:00Z'));
  });

  it('tells why', async () => {
    const story = await journey({ startingAt: '2026-07-06 10:00', people, hours });
    await story.pass(60);

    const { definitions, campaigns, records, journal } = story.centre.ports;
    const setting = campaignSetting(definitions.definitions(), 'spring');
    if (setting === undefined) throw new Error('the campaign has calls');
    const ref = story.refOf('bara');
    const why = explain({
      setting,
      state: await campaigns.load(ref.campaign),
      record: await story.recordOf('bara'),
      journal: await journal.ofRecord(ref),
      counts: await records.counts(ref.campaign),
      now: story.centre.now(),
    });

    expect(why.presentSays).toBe('it is not called before 2026-07-07T06:00:00.000Z');
    expect(why.present.gates.find(({ gate }) => gate === 'callee-hours')).toEqual({
      gate: 'callee-hours',
      passed: false,
      saw: '10:01 in Europe/Prague (CZ, by its number)',
      wanted: 'no calls on Jan Hus Day; next 2026-07-07 08:00',
    });
    expect(why.history.at(-1)?.gates.some(({ gate }) => gate === 'callee-hours')).toBe(true);
  });
});

describe('a campaign with hours of its own (NEW-7)', () => {
  it('calls by the Land of the address and by its own hours', async () => {
    const phone = '+491701234567';
    const story = await journey({
      startingAt: '2026-06-04 08:00',
      hours,
      campaign: {
        fields: { land: { significant: true } },
        contactHours: {
          regionField: 'land',
          countries: { DE: { week: { 'mon-fri': '11:00-12:00' } } },
        },
      },
      people: [
        callee('anna')
          .answers()
          .with({ phone, fields: { land: 'Bayern' } }),
        callee('bert')
          .answers()
          .with({ phone: '+491701234568', fields: { land: 'Berlin' } }),
      ],
    });

    await story.untilQuiet(3);

    expect([story.callsTo('anna'), story.callsTo('bert')]).toEqual([
      ['2026-06-05 11:00 answered'],
      ['2026-06-04 11:00 answered'],
    ]);
  });

  it('may take everybody to be where it is', async () => {
    const story = await journey({
      startingAt: '2026-07-06 10:00',
      hours,
      campaign: { contactHours: { where: 'campaign' } },
      people,
    });

    await story.pass(120);

    expect(story.callsTo('bara')).toEqual(['2026-07-06 10:00 answered']);
  });
});

describe('a call that was ordered in time', () => {
  it('is taken back when the hours are over before it is placed', async () => {
    const many = Array.from({ length: 60 }, (_, i) => callee(`r${i}`).ringsOut());
    const story = await journey({
      startingAt: '2026-03-02 19:59',
      people: many,
      hours,
      agents: Array.from({ length: 60 }, (_, i) => `agent${i}`),
      callsPerSecond: 0.1,
    });

    await story.until('2026-03-03 07:00');

    const starts = [...story.centre.network.calls()].map(({ start }) => start);
    expect(starts.length).toBeGreaterThan(0);
    expect(Math.max(...starts)).toBeLessThan(Date.parse('2026-03-02T19:00Z'));
  });
});
