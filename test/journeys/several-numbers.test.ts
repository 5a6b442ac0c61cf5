// People with several numbers (REC-5).
import { describe, expect, it } from 'vitest';
import { campaignSetting } from '../../lib/domain/campaigns/campaign-setting.ts';
import { explain } from '../../lib/domain/timeline/explain.ts';
import type { ScriptedReply } from '../../lib/simulation/phone-network/behaviour.ts';
import { exampleRule } from '../support/definitions.ts';
import { callee, journey } from '../support/journey.ts';

const FIRST = '+48600000001';
const SECOND = '+48600000002';
const THIRD = '+48600000003';

async function ann(
  scripts: Readonly<Record<string, readonly ScriptedReply[]>>,
  outbound: Record<string, unknown> = {},
) {
  return journey({
    rule: exampleRule('worked-b'),
    outbound,
    people: [callee('ann').with({ phone: FIRST, otherPhones: [SECOND, THIRD] })],
    callees: { scripts },
  });
}

type Story = Awaited<ReturnType<typeof ann>>;

/** In the order of the calls. */
const called = (story: Story) =>
  [...story.centre.network.calls()]
    .toSorted((one, other) => one.start - other.start)
    .map(({ phone }) => phone);

describe('a person with several numbers', () => {
  it('is called on the next one when a call fails, each once, in order', async () => {
    const story = await ann({
      [FIRST]: ['rings-out'],
      [SECOND]: ['is-busy'],
      [THIRD]: ['answers'],
    });

    await story.pass(600);

    expect(called(story)).toEqual([FIRST, SECOND, THIRD]);
    expect((await story.recordOf('ann')).endings).toMatchObject({
      'not-answered': 1,
      busy: 1,
      answered: 1,
    });
    expect(await story.discrepancies()).toEqual([]);
  });

  it('has its callback rule run once no number is left; the next round begins with the default', async () => {
    const story = await ann({
      [FIRST]: ['rings-out', 'answers'],
      [SECOND]: ['rings-out'],
      [THIRD]: ['rings-out'],
    });

    await story.untilQuiet(3);

    expect(called(story)).toEqual([FIRST, SECOND, THIRD, FIRST]);
    const types = await story.timelineOf('ann');
    expect(types.filter((type) => type === 'call.ended').length).toBe(4);
    expect(types.filter((type) => type === 'record.recall-scheduled').length).toBe(1);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('is called on the default only where the campaign says so', async () => {
    const story = await ann({ [FIRST]: ['rings-out', 'answers'] }, { nextNumberAfter: [] });

    await story.untilQuiet(3);

    expect(new Set(called(story))).toEqual(new Set([FIRST]));
  });

  it('is called on the next number only after the ways of failing the campaign names', async () => {
    const story = await ann(
      { [FIRST]: ['is-busy', 'answers'], [SECOND]: ['answers'] },
      { nextNumberAfter: ['not-answered'] },
    );

    await story.untilQuiet(3);

    expect(new Set(called(story))).toEqual(new Set([FIRST]));
  });

  it('is not called on another number while the campaign is paused', async () => {
    const story = await ann({ [FIRST]: ['rings-out'], [SECOND]: ['answers'] });
    await story.pass(10);
    await story.switchTo('paused');
    await story.pass(3600);

    expect(called(story)).toEqual([FIRST]);

    await story.switchTo('running');
    await story.pass(600);

    expect(called(story)).toEqual([FIRST, SECOND]);
  });

  it('says why the next number is called', async () => {
    const story = await ann({ [FIRST]: ['rings-out'], [SECOND]: ['answers'] });
    await story.pass(10);
    await story.switchTo('paused');
    await story.pass(600);
    const { ports } = story.centre;
    const definitions = ports.definitions.definitions();
    const setting = campaignSetting(definitions, 'spring');
    if (!setting) throw new Error('the campaign places calls');
    const record = await story.recordOf('ann');

    const why = explain({
      setting,
      state: await ports.campaigns.load(record.campaign),
      record,
      journal: await ports.journal.ofRecord(record),
      counts: await ports.records.counts(record.campaign),
      now: story.centre.now(),
    });

    expect(why.history.map(({ says }) => says)).toContain(
      'the call failed: number 2 is called next',
    );
    expect(why.present.gates.find(({ gate }) => gate === 'telephone-number')?.saw).toBe('…002');
  });
});
