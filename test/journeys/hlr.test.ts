// A rule that asks whether a number is in service (CBR-10), in a campaign of its own and beside one
// that never asks.
import { describe, expect, it } from 'vitest';
import { addRecord } from '../../lib/simulation/simulate-campaign.ts';
import { Callee, callee, journey } from '../support/journey.ts';

const rule = {
  name: 'Ask',
  start: 'status',
  tiles: {
    status: {
      kind: 'call-status',
      paths: { error: 'exists', 'not-answered': 'done' },
      otherwise: 'done',
    },
    exists: { kind: 'hlr-check', valid: 'again', invalid: 'close', unknown: 'done' },
    again: { kind: 'recontact', after: '1 d' },
    close: { kind: 'close-record' },
    done: { kind: 'end' },
  },
} as const;

const hlr = {
  request: { url: 'https://hlr.example.org/{{ digits }}' },
  answer: 'status',
  valid: ['live'],
  invalid: ['dead'],
};

describe('a rule with an HLR check', () => {
  it('closes who has no telephone any more, and calls the others again', async () => {
    const gone = new Callee('ann', ['is-invalid']);
    const story = await journey({ rule, hlr, people: [gone, callee('ben').fails()] });

    await story.pass(600);

    const states = [await story.recordOf('ann'), await story.recordOf('ben')];
    expect(states.map(({ state }) => state)).toEqual(['closed', 'recall-scheduled']);
    const journal = await story.centre.ports.journal.ofRecord(story.refOf('ann'));
    expect(journal.find(({ type }) => type === 'rule.applied')).toMatchObject({
      path: ['status', 'exists', 'close'],
      values: { exists: 'invalid' },
    });
    expect(await story.discrepancies()).toEqual([]);
  });

  it('asks only where the rule comes to the tile', async () => {
    const story = await journey({ rule, hlr, people: [callee('ann').ringsOut()] });

    await story.pass(600);

    expect(story.centre.ports.services.asked).toEqual([]);
  });

  it('asks about one number once, whichever campaign calls it', async () => {
    const people = [callee('ann').fails(3)];
    const story = await journey({ rule, hlr, people, also: { autumn: {} } });
    const phone = story.phoneOf('ann');
    await addRecord(story.centre, { id: 'ann', phone }, 'autumn');
    await story.switchTo('running', 'autumn');

    await story.pass(2 * 86_400);

    expect(story.centre.ports.services.asked).toHaveLength(1);
  });
});
