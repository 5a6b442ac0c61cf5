// schemas/events/examples: of every kind the first event that the stories tell. UPDATE_GOLDEN=1
// writes the files for review as a diff.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishJournal } from '../../../../lib/application/timeline/publish-journal.ts';
import { EVENT_TYPES } from '../../../../lib/domain/events/catalogue.ts';
import { EVENT_CATALOGUE } from '../../../../lib/domain/events/event-schemas.ts';
import type { BusEvent, RingbackEvents, WebhookBody } from '../../../../schemas/events/index.d.ts';
import { everyEvent } from './stories.ts';

const FOLDER = new URL('../../../../schemas/events/examples/', import.meta.url);
const fileOf = (type: string) => new URL(`${type}.json`, FOLDER);

const told = await everyEvent();

describe('an event of every kind (WHK-1, WHK-2)', () => {
  it.each(EVENT_TYPES)(
    '%s: happens, validates and is the example that is published',
    async (type) => {
      const written = told.get(type);
      const { detailType, detail } = await publishJournal({ entry: written }, {});
      const schema = EVENT_CATALOGUE.find((entry) => entry.type === type)?.detail;

      const text = `${JSON.stringify({ source: 'ringback', 'detail-type': detailType, detail }, null, 2)}\n`;
      if (process.env.UPDATE_GOLDEN === '1') {
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(fileOf(type), text);
      }
      expect(detailType).toBe(type);
      expect(schema?.strict().safeParse(detail).error?.issues).toBeUndefined();
      expect(readFileSync(fileOf(type), 'utf8')).toBe(text);
    },
  );

  it('has an example, and no other is there', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace('.json', ''));

    expect(files.toSorted()).toEqual([...EVENT_TYPES].toSorted());
  });
});

describe('the types for integrators', () => {
  it('tell events apart by their type', () => {
    const talked = (event: BusEvent): number | undefined =>
      event['detail-type'] === 'call.ended' ? event.detail.talkSeconds : undefined;
    const classifier = (body: WebhookBody): string | undefined =>
      body.type === 'record.classified' ? body.data.classifier : undefined;
    const ended: RingbackEvents['call.ended'] = {
      ...{ version: 1, id: 'spring/ann.000000004.01', sequence: 401 },
      ...{ campaign: 'spring', record: 'ann', at: '2026-03-02T09:00:00.000Z' },
      ...{ attempt: 'a1', status: 'answered', talkSeconds: 49 },
    };

    const event: BusEvent = {
      ...{ id: '1', source: 'ringback', 'detail-type': 'call.ended', time: ended.at },
      detail: ended,
    };
    const body: WebhookBody = { type: 'call.ended', timestamp: ended.at, data: ended };

    expect([talked(event), classifier(body)]).toEqual([49, undefined]);
  });
});
