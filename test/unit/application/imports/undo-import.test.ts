// NEW-9: an import is undone; what has been contacted since stays and is told.
import { describe, expect, it } from 'vitest';
import { addRecords } from '../../../../lib/application/imports/add-records.ts';
import { importContacts } from '../../../../lib/application/imports/import-contacts.ts';
import { readReport } from '../../../../lib/contacts/report.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import type { CampaignEntry } from '../../../../lib/domain/model/journal.ts';
import { aFloor, type Floor, SPRING } from '../a-floor.ts';

const KEY = 'imports/spring/people.csv';
const CSV = 'Name;Phone\nAnn;600100201\nBen;600100202\nCid;600100203\nBen;+48 600 100 202\n';

async function imported(csv = CSV): Promise<Floor> {
  const floor = await aFloor({ also: { autumn: {} } });
  await bring(floor, KEY, csv);
  return floor;
}

function bring(floor: Floor, key: string, csv: string, campaign = 'spring') {
  floor.ports.files.put(key, csv);
  return importContacts({ campaign, key }, floor.ports);
}

const undo = (floor: Floor, key = KEY, campaign = 'spring') =>
  importContacts({ campaign, key, undo: { by: 'olga' } }, floor.ports);

const states = async (floor: Floor, campaign = SPRING) => {
  const counts = await floor.ports.records.counts(campaign);
  return Object.fromEntries(
    Object.entries(counts).filter(([name, n]) => !name.includes(':') && n > 0),
  );
};

const told = async (floor: Floor) =>
  (await floor.ports.journal.ofCampaign(SPRING)).filter(
    (entry): entry is Extract<CampaignEntry, { type: 'import.undone' }> =>
      entry.type === 'import.undone',
  );

describe('an import that is undone (NEW-9)', () => {
  it('deletes the people the file brought, and says so', async () => {
    const floor = await imported();

    const undone = await undo(floor);

    expect(undone).toMatchObject({ removed: 3, kept: 0, goesOn: false });
    expect(await states(floor)).toEqual({ deleted: 3 });
    expect(await told(floor)).toMatchObject([{ file: KEY, by: 'olga', removed: 3, kept: 0 }]);
    expect(JSON.stringify([...floor.ports.records.all(SPRING)])).not.toContain('600100201');
  });

  it('keeps whom somebody has contacted since, with the row', async () => {
    const floor = await imported();
    await floor.tick();
    await floor.placeAll();

    const undone = await undo(floor);

    expect(undone).toMatchObject({ removed: 2, kept: 1 });
    const kept = readReport(floor.ports.files.text(undone.report) ?? '');
    expect(kept).toHaveLength(1);
    expect(kept[0]?.reasons).toEqual(['contacted since the import: the record stays']);
    expect(await states(floor)).toEqual({ deleted: 2, 'being-contacted': 1 });
  });

  it('tells whoever stays once, also when two rows of the file have them', async () => {
    const floor = await aFloor();
    await bring(floor, KEY, 'Name;Phone\nAnn;600100201\nAnn;+48 600 100 201\nBen;600100202\n');
    await floor.tick();
    await floor.placeAll();

    expect(await undo(floor)).toMatchObject({ removed: 1, kept: 1 });
  });

  it('leaves people of another file, of another campaign and those added one by one alone', async () => {
    const floor = await aFloor({ also: { autumn: {} } });
    await bring(floor, 'imports/spring/first.csv', 'Name;Phone\nAnn;600100201\n');
    await addRecords(
      'spring',
      [{ phones: ['600100202'], emails: [], fields: {}, weight: 0 }],
      'crm',
      floor.ports,
    );
    await bring(floor, 'imports/autumn/people.csv', CSV, 'autumn');
    await bring(floor, KEY, CSV);

    const undone = await undo(floor);

    expect(undone).toMatchObject({ removed: 1, kept: 0 });
    expect(await states(floor)).toEqual({ new: 2, deleted: 1 });
    expect(await states(floor, campaignId('autumn'))).toEqual({ new: 3 });
  });

  it('lets the file, corrected, be imported again, and one person be added again', async () => {
    const floor = await imported();
    await undo(floor);

    const again = await bring(floor, KEY, CSV.replace('Cid;600100203', 'Cid;600100204'));
    const [added] = await addRecords(
      'spring',
      [{ phones: ['600100203'], emails: [], fields: { name: 'Cid' }, weight: 0 }],
      'crm',
      floor.ports,
    );

    expect(again).toMatchObject({ imported: 3, present: 0, duplicates: 1 });
    expect(added?.kind).toBe('added');
    expect(await states(floor)).toEqual({ new: 4 });
  });

  it('changes nothing when it is undone a second time', async () => {
    const floor = await imported();
    await undo(floor);

    const again = await undo(floor);

    expect(again).toMatchObject({ removed: 0, kept: 0 });
    expect(await states(floor)).toEqual({ deleted: 3 });
  });

  it('says so when the file is no longer there', async () => {
    const floor = await aFloor();

    await undo(floor);

    expect(await told(floor)).toMatchObject([
      { removed: 0, kept: 0, problem: 'the file is no longer there' },
    ]);
  });

  it('gives the number of a call that was ordered and taken back to be erased', async () => {
    const floor = await imported('Name;Phone\nAnn;600100201\n');
    await floor.order();
    await floor.switchTo('paused');
    await floor.placeAll();

    const undone = await undo(floor);

    expect(undone).toMatchObject({ removed: 1 });
    expect(await floor.ports.records.toErase(SPRING, floor.ports.clock.now())).toHaveLength(1);
  });

  it('takes several runs when there are many rows, and counts them all', async () => {
    const rows = Array.from({ length: 100 }, (_, n) => `P;${600_100_200 + n}\n`).join('');
    const floor = await imported(`Name;Phone\n${rows}`);
    await floor.tick();
    await floor.placeAll();
    // each look at the clock is a minute later
    let seconds = 0;
    const clock = { now: () => floor.ports.clock.now() };
    const slow = {
      ...floor.ports,
      clock: {
        now: () => {
          seconds += 60;
          floor.waitUntil(seconds);
          return clock.now();
        },
      },
    };

    let done = await importContacts({ campaign: 'spring', key: KEY, undo: { by: 'olga' } }, slow);
    let runs = 1;
    for (; done.goesOn; runs++) {
      const order = floor.ports.importQueue.sent.at(-1)?.body;
      if (order === undefined) throw new Error('nothing goes on');
      done = await importContacts(order, slow);
    }

    expect(runs).toBeGreaterThan(2);
    expect(done).toMatchObject({ removed: 99, kept: 1 });
    expect(readReport(floor.ports.files.text(done.report) ?? '')).toHaveLength(1);
    expect(await told(floor)).toHaveLength(1);
  });
});
