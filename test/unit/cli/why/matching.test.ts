import { describe, expect, it } from 'vitest';
import { listLines } from '../../../../lib/cli/why/list.ts';
import { matching } from '../../../../lib/cli/why/matching.ts';
import { recordsNamed } from '../../../../lib/cli/why/sources.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import type { LookUp } from '../../../../lib/domain/records/look-up.ts';
import { centreDefinitions } from '../../../support/a-centre.ts';
import { added, aRecord } from '../../../support/records.ts';

const person = (id: string, row: number, phone: string, name: string) =>
  aRecord(id, {
    phones: [{ value: phone, isDefault: true }],
    fields: { name },
    origin: { kind: 'import', file: 'x.csv', row },
  });
const RECORDS = [
  person('r-1a2b3c', 2, '+48600100200', 'Anna Żółkowska'),
  person('r-4d5e6f', 3, '+48600100201', 'Jan Kowalski'),
  person('r-7a8b9c', 12, '+420736100200', 'Jana Kowalska'),
].map((record) => ({ record, journal: [added] }));

const found = (wanted: string) =>
  matching(RECORDS, wanted, 'PL').map(({ record }) => String(record.record));

describe('a record is meant', () => {
  it.each([
    ['its id', 'r-1a2b3c', ['r-1a2b3c']],
    ['the end of its id', '8b9c', ['r-7a8b9c']],
    ['the end as the live view shows it', '…4d5e6f', ['r-4d5e6f']],
    ['its number', '600 100 200', ['r-1a2b3c']],
    ['its number in international form', '+420 736 100 200', ['r-7a8b9c']],
    ['its row', '12', ['r-7a8b9c']],
    ['its row in words', 'row 3', ['r-4d5e6f']],
    ['its line of the file', '"Jan Kowalski";600100201;x', ['r-4d5e6f']],
    ['a name without accents', 'zolkowska', ['r-1a2b3c']],
    ['a name of several', 'kowalsk', ['r-4d5e6f', 'r-7a8b9c']],
    ['nothing of theirs', 'nobody', []],
  ])('by %s', (_what, wanted, ids) => {
    expect(found(wanted)).toEqual(ids);
  });
});

describe('several records that match', () => {
  it('are listed with their numbers masked and without names', () => {
    const lines = listLines('2 records:', RECORDS.slice(1), 'Europe/Warsaw', 'npx ringback why x');

    expect(lines).toEqual([
      '2 records:',
      '  …4d5e6f · row 3 · number …201 · new · 0 contacts',
      '    Mon 2026-03-02 10:00:00  added by import, row 2',
      '  …7a8b9c · row 12 · number …200 · new · 0 contacts',
      '    Mon 2026-03-02 10:00:00  added by import, row 2',
      '',
      'For one of them: npx ringback why x 4d5e6f',
    ]);
  });
});

describe('in a deployment', () => {
  it('a record is looked up by id, then by number and by what callers are asked for', async () => {
    const [ann] = RECORDS;
    const asked: LookUp[] = [];
    const store = {
      load: () => Promise.resolve(undefined),
      lookUp: (_campaign: string, by: LookUp): Promise<readonly CampaignRecord[]> => {
        asked.push(by);
        return Promise.resolve(by.by === 'phone' && ann ? [ann.record] : []);
      },
    };

    const hits = await recordsNamed(
      store,
      centreDefinitions(),
      campaignId('spring'),
      '600 100 200',
    );

    expect(hits).toEqual([ann?.record]);
    expect(asked).toEqual([{ by: 'phone', phone: '+48600100200' }]);
  });
});
