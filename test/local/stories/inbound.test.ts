// Whole stories of calls that come in, on the local cloud: the flows of the templates, functions asked as Connect asks them,
// agents, recordings and e-mails.
import { afterEach, describe, expect, it } from 'vitest';
import { type Story, type StoryOptions, story } from './story.ts';

const ANN = '601100200';
const CALLER = '+48601100200';
/** Monday, 10:00 in Warsaw. */
const OPEN = Date.parse('2026-03-02T09:00:00Z');
const RECEPTION = [
  { id: 'ewa.lis', group: 'reception' },
  { id: 'jan.wilk', group: 'reception' },
];

let open: Story | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

async function begin(campaign: string, options: Partial<StoryOptions> = {}): Promise<Story> {
  open = await story({
    of: { folder: 'examples/medika-reception', campaign },
    people: {},
    agents: RECEPTION,
    start: OPEN,
    ...options,
  });
  return open;
}

const types = (entries: readonly { readonly type: string }[]) => entries.map(({ type }) => type);
const seen = (one: Story, type: string) => one.events.some((event) => event.type === type);

describe('somebody who calls (INB-1)', () => {
  it('passes the IVR, waits, talks with an agent and is classified', async () => {
    const one = await begin('appointments');
    await one.minutes(5);

    one.call(CALLER, 'appointments', { keys: ['1'], talk: 90 });
    await one.until(() => seen(one, 'record.classified'));

    expect(types(await one.journal())).toEqual([]);
  });
});
