// The directory of people, apart from campaigns (REC-10, REC-11): filled by files and programs,
// filtered, and campaigns take people from it, once or as they come.
import { describe, expect, it } from 'vitest';
import { copyRecords } from '../../../lib/application/imports/copy-records.ts';
import { importContacts } from '../../../lib/application/imports/import-contacts.ts';
import { campaignId } from '../../../lib/domain/model/ids.ts';
import { type Api, apiOver, tokenOf } from '../../support/api.ts';
import { type CentreInput, definitions } from '../../support/definitions.ts';
import { Floor } from '../application/a-floor.ts';

const admin = tokenOf.administrator;
const directory = { campaign: 'directory' };
const CITY = 'Imię i nazwisko;Telefon;E-mail;Miasto\n';
const PEOPLE = `${CITY}Ann;600100201;ann@example.org;Kraków\nBen;600100202;;Gdynia\nCid;600100203;;Kraków\n`;

const SETUP: CentreInput = {
  campaign: { fields: { name: {} } },
  directory: {
    supervisors: ['ewa'],
    fields: { name: { label: 'Name' }, city: { label: 'City' } },
  },
  supervisors: { ewa: { email: 'ewa@example.org' }, jan: { email: 'jan@example.org' } },
};

interface World {
  readonly api: Api;
  readonly floor: Floor;
}

/** How many messages of the queue were worked off. */
const worked = new WeakMap<Floor, number>();

async function withPeople(csv = PEOPLE): Promise<World> {
  const floor = new Floor(SETUP);
  const api = apiOver(floor.ports);
  await bring(floor, 'people.csv', csv);
  await api.ask(admin, 'saveFilter', {
    params: { ...directory, filter: 'krakow' },
    body: {
      title: 'Kraków',
      conditions: { fields: [{ field: 'city', is: 'equal-to', value: 'Kraków' }] },
    },
  });
  return { api, floor };
}

async function bring({ ports }: Floor, file: string, csv: string): Promise<void> {
  const key = `imports/directory/${file}`;
  ports.files.put(key, csv);
  await importContacts({ campaign: 'directory', key }, ports);
}

const take = (api: Api, body: object) =>
  api.ask(admin, 'copyRecords', {
    params: { campaign: 'spring' },
    body: { from: 'directory', records: { filter: 'krakow' }, ...body },
  });

/** Works off what waits in the queue now. */
async function workOff(floor: Floor, ports = floor.ports): Promise<readonly number[]> {
  const waiting = ports.copyQueue.sent.slice(worked.get(floor) ?? 0);
  worked.set(floor, ports.copyQueue.sent.length);
  for (const { body } of waiting) await copyRecords(body, ports);
  return waiting.map(({ delay }) => delay);
}

/** What runs after a deployment that has changed the directory. */
function redeploy({ ports }: Floor, changes: Partial<typeof SETUP.directory>): Floor['ports'] {
  const deployed = definitions({ ...SETUP, directory: { ...SETUP.directory, ...changes } });
  return { ...ports, definitions: { ...ports.definitions, definitions: () => deployed } };
}

const namesIn = ({ ports }: Floor, campaign: string) =>
  [...ports.records.all(campaignId(campaign))].map(({ fields }) => fields.name).toSorted();

describe('the directory of people', () => {
  it('is filled by a file in any of five languages, listed and searched like a campaign', async () => {
    const { api, floor } = await withPeople();

    const { body } = await api.ask(admin, 'searchRecords', {
      params: directory,
      body: { conditions: { fields: [{ field: 'city', is: 'equal-to', value: 'gdynia' }] } },
    });

    expect(namesIn(floor, 'directory')).toEqual(['Ann', 'Ben', 'Cid']);
    expect(body).toMatchObject({ items: [{ fields: { name: 'Ben', city: 'Gdynia' } }] });
  });

  it('takes people one by one, has them edited, and another address made the default', async () => {
    const { api } = await withPeople();
    const dan = { phones: ['600100204', '600100205'], fields: { name: 'Dan' } };

    const { body: added } = await api.ask(admin, 'addRecords', {
      params: directory,
      body: { records: [dan] },
    });
    const [{ record = '' } = {}] = (added as { items: { record?: string }[] }).items;
    const params = { ...directory, record };
    await api.ask(admin, 'editRecord', { params, body: { fields: { city: 'Sopot' } } });
    const set = await api.ask(admin, 'setDefault', {
      params,
      body: { of: 'phone', value: '+48600100205' },
    });
    const { body: read } = await api.ask(admin, 'readRecord', { params });

    expect(set.status).toBe(200);
    expect(read).toMatchObject({
      fields: { name: 'Dan', city: 'Sopot' },
      phones: [
        { value: '+48600100204', isDefault: false },
        { value: '+48600100205', isDefault: true },
      ],
    });
  });

  it('gives a campaign the people of a filter, once', async () => {
    const { api, floor } = await withPeople();

    const { status } = await take(api, {});
    await workOff(floor);
    await bring(floor, 'more.csv', `${CITY}Eva;600100206;;Kraków\n`);
    await workOff(floor);

    expect(status).toBe(202);
    expect(namesIn(floor, 'spring')).toEqual(['Ann', 'Cid']);
    expect(namesIn(floor, 'directory')).toEqual(['Ann', 'Ben', 'Cid', 'Eva']);
  });

  it('goes on giving those who are added, until it is stopped', async () => {
    const { api, floor } = await withPeople();
    const { body } = await take(api, { continuously: true });
    const { copy } = body as { copy: string };
    await workOff(floor);
    floor.waitUntil(300);
    await bring(floor, 'more.csv', `${CITY}Eva;600100206;;Kraków\nFil;600100207;;Sopot\n`);
    floor.waitUntil(900);

    const delays = await workOff(floor);
    const params = { campaign: 'spring', copy };
    const { body: read } = await api.ask(admin, 'readCopy', { params });
    const stopped = await api.ask(admin, 'stopCopy', { params });
    await bring(floor, 'last.csv', `${CITY}Gil;600100208;;Kraków\n`);
    floor.waitUntil(1800);
    await workOff(floor);

    expect(delays).toEqual([900]);
    expect(read).toMatchObject({ state: 'waiting', continuously: true, added: 1, addedInAll: 3 });
    expect(stopped.status).toBe(200);
    expect(namesIn(floor, 'spring')).toEqual(['Ann', 'Cid', 'Eva']);
    expect(await workOff(floor)).toEqual([]);
  });

  it('gives within a day those who come to match, and looks only at new people in between', async () => {
    const { api, floor } = await withPeople();
    floor.waitUntil(120);
    await take(api, { continuously: true });
    await workOff(floor);
    floor.waitUntil(300);
    const ben = [...floor.ports.records.all(campaignId('directory'))].find(
      ({ fields }) => fields.name === 'Ben',
    );
    const params = { ...directory, record: ben?.record ?? '' };
    await api.ask(admin, 'editRecord', { params, body: { fields: { city: 'Kraków' } } });

    floor.waitUntil(1100);
    await workOff(floor);
    const soon = namesIn(floor, 'spring');
    floor.waitUntil(86_400 + 1800);
    await workOff(floor);

    expect(soon).toEqual(['Ann', 'Cid']);
    expect(namesIn(floor, 'spring')).toEqual(['Ann', 'Ben', 'Cid']);
  });

  it('follows a filter that is changed, from the next pass on, and looks at everybody again', async () => {
    const { api, floor } = await withPeople();
    floor.waitUntil(120);
    const { copy } = (await take(api, { continuously: true })).body as { copy: string };
    await workOff(floor);
    await api.ask(admin, 'saveFilter', {
      params: { ...directory, filter: 'krakow' },
      body: {
        title: 'The sea',
        conditions: { fields: [{ field: 'city', is: 'equal-to', value: 'Gdynia' }] },
      },
    });

    floor.waitUntil(1100);
    await workOff(floor);
    const params = { campaign: 'spring', copy };
    const { body: read } = await api.ask(admin, 'readCopy', { params });
    await api.ask(admin, 'removeFilter', { params: { ...directory, filter: 'krakow' } });
    await bring(floor, 'more.csv', `${CITY}Eva;600100206;;Kraków\nFil;600100207;;Gdynia\n`);
    floor.waitUntil(2100);
    await workOff(floor);

    expect(read).toMatchObject({ state: 'waiting', filter: 'krakow', looked: 3, added: 1 });
    expect(namesIn(floor, 'spring')).toEqual(['Ann', 'Ben', 'Cid', 'Fil']);
  });

  it('takes nobody while its filter asks for a field that a deployment took away, and says so', async () => {
    const { api, floor } = await withPeople();
    await api.ask(admin, 'saveFilter', {
      params: { ...directory, filter: 'not-there' },
      body: {
        title: 'Not in Gdynia',
        conditions: { fields: [{ field: 'city', is: 'not-equal-to', value: 'Gdynia' }] },
      },
    });
    const asked = await take(api, { records: { filter: 'not-there' }, continuously: true });
    const { copy } = asked.body as { copy: string };
    await workOff(floor);
    const redeployed = redeploy(floor, { fields: { name: { label: 'Name' } } });
    await bring(floor, 'more.csv', `${CITY}Eva;600100206;;Gdynia\n`);
    floor.waitUntil(1000);

    await workOff(floor, redeployed);
    const params = { campaign: 'spring', copy };
    const { body: without } = await api.ask(admin, 'readCopy', { params });
    floor.waitUntil(2000);
    await workOff(floor);
    const { body: again } = await api.ask(admin, 'readCopy', { params });

    expect(without).toMatchObject({ state: 'waiting', added: 0, looked: 0 });
    expect((without as { problem: string }).problem).toBe(
      'the filter does not fit any more: fields/0/field: the campaign has no such field',
    );
    expect(again).not.toHaveProperty('problem');
    expect(again).toMatchObject({ looked: 4 });
    expect(namesIn(floor, 'spring')).toEqual(['Ann', 'Cid']);
  });

  it('goes on once, although its message is delivered twice', async () => {
    const { api, floor } = await withPeople();
    await take(api, { continuously: true });
    await workOff(floor);
    floor.waitUntil(950);
    const [next] = floor.ports.copyQueue.sent.slice(-1);
    await workOff(floor);
    const sent = floor.ports.copyQueue.sent.length;

    const again = next && (await copyRecords(next.body, floor.ports));

    expect(again).toEqual({ outcome: 'overtaken' });
    expect(floor.ports.copyQueue.sent).toHaveLength(sent);
  });

  it('is one person’s timeline, too, and open to its own supervisors only', async () => {
    const { api } = await withPeople();
    const query = { phone: '600100201' };

    const { body } = await api.ask(admin, 'findContact', { query });
    const ewa = await api.ask(tokenOf.supervisor('ewa'), 'listRecords', { params: directory });
    const jan = await api.ask(tokenOf.supervisor('jan'), 'listRecords', { params: directory });

    expect(body).toMatchObject({ items: [{ campaign: 'directory', fields: { name: 'Ann' } }] });
    expect([ewa.status, jan.status]).toEqual([200, 403]);
  });

  it('contacts nobody: what only campaigns do is not there', async () => {
    const { api, floor } = await withPeople();

    const switched = await api.ask(admin, 'switchCampaign', {
      params: directory,
      body: { state: 'running' },
    });
    const without = apiOver(new Floor({}).ports);

    expect(switched.status).toBe(404);
    expect((await without.ask(admin, 'listRecords', { params: directory })).status).toBe(404);
    expect((await take(api, { records: ['x'], continuously: true })).status).toBe(400);
    expect(floor.ports.telephony.placed).toEqual([]);
  });

  it('has an import undone like a campaign', async () => {
    const { floor } = await withPeople();
    const undo = { campaign: 'directory', key: 'imports/directory/people.csv' };

    const done = await importContacts({ ...undo, undo: { by: 'olga' } }, floor.ports);

    expect(done).toMatchObject({ removed: 3, kept: 0 });
  });
});
