// Entries of the journal with the names that the files have.
import { describe, expect, it } from 'vitest';
import { namedEntry } from '../../../lib/api/named-entry.ts';
import { instant } from '../../../lib/domain/model/instant.ts';
import type { RecordEntry } from '../../../lib/domain/model/journal.ts';
import type { Definitions } from '../../../lib/language/definitions.ts';
import { Rule } from '../../../lib/language/schema/rule.ts';
import { definitions } from '../../support/definitions.ts';

const rule = Rule.parse({
  name: 'Call again politely',
  start: 'status',
  tiles: {
    status: {
      kind: 'call-status',
      label: 'How the call ended',
      paths: { 'not-answered': 'later' },
    },
    later: { kind: 'recontact', after: '3 h' },
  },
});
const known: Definitions = { ...definitions(), rules: { polite: rule } };
const at = instant(0);
const named = (entry: RecordEntry) => namedEntry(entry, known, 'spring');

describe('what was done, and by whom', () => {
  it('by a rule is told with the labels of its tiles, and the ids of those that have none', () => {
    const entry: RecordEntry = {
      ...{ type: 'rule.applied', at, attempt: 'a-1', rule: 'polite', version: 'v' },
      ...{ path: ['status', 'later', 'gone'], values: {}, skipped: ['status'] },
    };

    expect(named(entry)).toMatchObject({
      rule: 'Call again politely',
      path: ['How the call ended', 'later', 'gone'],
      skipped: ['How the call ended'],
    });
  });

  it('names the tile that acted', () => {
    const by = (tile: string) =>
      named({ type: 'record.released', at, by: `rule polite, tile ${tile}` });

    expect([by('status'), by('later')]).toMatchObject([
      { by: 'rule Call again politely, tile How the call ended' },
      { by: 'rule Call again politely, tile later' },
    ]);
  });

  it('is told with the campaign that somebody was copied from', () => {
    const by = 'olga, from spring';

    expect(named({ type: 'record.added', at, by, copy: 'c-1' })).toMatchObject({
      by: `olga, from ${known.campaigns.spring?.name}`,
    });
  });

  it('of a rule that is no longer there keeps its ids', () => {
    const by = 'rule gone, tile status';

    expect(named({ type: 'record.released', at, by })).toMatchObject({ by });
  });
});
