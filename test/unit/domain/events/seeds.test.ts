// Whatever happens in a simulated morning, of whatever seed, every event of it has the shape that
// is published: in a campaign that calls and one that writes.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishJournal } from '../../../../lib/application/timeline/publish-journal.ts';
import { EVENT_CATALOGUE } from '../../../../lib/domain/events/event-schemas.ts';
import { parseInstant, plus } from '../../../../lib/domain/model/instant.ts';
import { Simulation } from '../../../../lib/simulation/centre/simulation.ts';
import { exampleFolder, loadExample } from '../../../support/example.ts';

const START = parseInstant('2026-03-02T09:00:00Z');
const HOURS = 3;
const PEOPLE = 25;

const SCHEMAS = new Map(
  EVENT_CATALOGUE.map(({ type, detail }) => [type as string, detail.strict()]),
);

interface Centre {
  readonly example: string;
  readonly campaign: string;
  readonly file: string;
  /** An event that surely happens. */
  readonly happens: string;
}

const CENTRES: readonly Centre[] = [
  {
    ...{ example: 'clinic-recall', campaign: 'spring-recall', file: 'contacts.csv' },
    happens: 'call.ended',
  },
  {
    ...{ example: 'dental-texts', campaign: 'bright-teeth', file: 'contacts/bright-teeth.csv' },
    happens: 'message.sent',
  },
];

/** Every event of a morning: how many, of which types, and what is wrong with them. */
async function morning({ example, campaign, file }: Centre, seed: string) {
  const { definitions } = await loadExample(exampleFolder(example));
  const centre = new Simulation({ definitions, start: START, seed });
  const wrong: string[] = [];
  const types = new Set<string>();
  const published: Promise<void>[] = [];
  centre.ports.journal.listen((written) => {
    published.push(
      publishJournal({ entry: written }, {}).then(({ detailType, detail }) => {
        types.add(detailType);
        // what reaches the bus is JSON
        const parsed = SCHEMAS.get(detailType)?.safeParse(JSON.parse(JSON.stringify(detail)));
        if (!parsed?.success) wrong.push(`${detailType}: ${parsed?.error.message ?? 'no schema'}`);
      }),
    );
  });
  const lines = readFileSync(`${exampleFolder(example)}/${file}`, 'latin1').split('\n');
  const csv = lines.slice(0, PEOPLE + 1).join('\n');
  const key = `imports/${campaign}/people.csv`;
  centre.ports.files.put(key, Buffer.from(csv, 'latin1'));
  await centre.perform('import-contacts', { campaign, key });
  await centre.perform('switch-campaign', { campaign, to: 'running', by: 'olga' });
  await centre.runUntil(plus(START, HOURS * 3600));
  await Promise.all(published);
  return { wrong, types, count: published.length };
}

describe('every event of a simulated morning (WHK-2)', () => {
  it.each(CENTRES)('of $example has the published shape, whatever the seed', async (centre) => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 8 }), async (seed) => {
        const { wrong, types, count } = await morning(centre, seed);

        expect(wrong).toEqual([]);
        expect(count).toBeGreaterThan(PEOPLE);
        expect([...types]).toContain(centre.happens);
      }),
      { numRuns: 4 },
    );
  });
});
