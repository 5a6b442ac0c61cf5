// One person over the API: whether they may be contacted, which campaigns have them, and one
// timeline of it all; found by a record, so that no number stands in an address (NEW-14).
import { describe, expect, it } from 'vitest';
import { type Api, apiOver, tokenOf } from '../../support/api.ts';
import type { CentreInput } from '../../support/definitions.ts';
import { Floor } from '../application/a-floor.ts';

const admin = tokenOf.administrator;
const directory = { campaign: 'directory' };
const spring = { campaign: 'spring' };
const ANN = '+48600100201';

const SETUP: CentreInput = {
  campaign: { fields: { name: {} }, supervisors: ['jan'] },
  directory: {
    name: 'Clients',
    supervisors: ['ewa'],
    fields: {
      name: { label: 'Name', significant: true },
      kind: { type: 'choice', options: ['old', 'new'] },
    },
  },
  supervisors: { ewa: { email: 'ewa@example.org' }, jan: { email: 'jan@example.org' } },
};

interface Added {
  readonly items: readonly { readonly record: string }[];
}

async function add(
  api: Api,
  params: { campaign: string },
  phone: string,
  email = 'ann@example.org',
): Promise<string> {
  const records = [{ phones: [phone], emails: [email], fields: { name: 'Ann' } }];
  const { body } = await api.ask(admin, 'addRecords', { params, body: { records } });
  return (body as Added).items[0]?.record ?? '';
}

async function ann() {
  const api = apiOver(new Floor(SETUP).ports);
  const record = await add(api, directory, ANN);
  await add(api, spring, ANN);
  await add(api, spring, '+48600100299', 'ben@example.org');
  const tell = (change: object, address = ANN) =>
    api.ask(admin, 'changeConsents', { body: { address, change } });
  return { api, params: { ...directory, record }, tell };
}

describe('one person', () => {
  it('may be contacted or not, by each number and address', async () => {
    const { api, params, tell } = await ann();
    await tell({ kind: 'consent', channel: 'sms', source: 'form' });
    await tell({ kind: 'withdraw', channel: 'sms', wording: 'no more' });
    await tell({ kind: 'blacklist', channel: 'email', reason: 'asked' }, 'ann@example.org');

    const { body } = await api.ask(admin, 'readPerson', { params });

    const now = expect.any(String);
    expect(body).toMatchObject({
      addresses: [
        {
          ...{ address: ANN, of: 'phone', isDefault: true, blacklist: [] },
          consents: [
            {
              ...{ purpose: 'marketing', channel: 'sms', source: 'form', at: now },
              withdrawn: { at: now, by: 'admin', wording: 'no more' },
            },
          ],
        },
        {
          ...{ address: 'ann@example.org', of: 'email', consents: [] },
          blacklist: [{ channel: 'email', reason: 'asked', by: 'admin', at: now }],
        },
      ],
    });
  });

  it('has records in campaigns, and one timeline of them all', async () => {
    const { api, params } = await ann();

    const { body } = await api.ask(admin, 'readPerson', { params });
    const timeline = await api.ask(admin, 'readPersonTimeline', { params });

    expect(body).toMatchObject({ records: [{ campaign: 'directory' }, { campaign: 'spring' }] });
    expect(timeline.body).toMatchObject({
      items: [
        { campaign: 'directory', type: 'record.added' },
        { campaign: 'spring', type: 'record.added' },
      ],
    });
  });

  it('known by an e-mail address only is found in other campaigns by it', async () => {
    const api = apiOver(new Floor(SETUP).ports);
    const named = async (params: { campaign: string }, phones: readonly string[]) => {
      const records = [{ phones, emails: ['Eva@example.org'], fields: { name: 'Eva' } }];
      return api.ask(admin, 'addRecords', { params, body: { records } });
    };
    const added = (await named(directory, [])).body as Added;
    await named(spring, [ANN]);

    const params = { ...directory, record: added.items[0]?.record ?? '' };
    const { body } = await api.ask(admin, 'readPerson', { params });

    expect(body).toMatchObject({ records: [{ campaign: 'directory' }, { campaign: 'spring' }] });
  });

  it('is told of with the names that the files have, not with ids', async () => {
    const { api, params } = await ann();
    const changed = { fields: { name: 'Anna', kind: 'old' }, weight: 3 };
    const edited = await api.ask(admin, 'editRecord', { params, body: changed });
    expect(edited.status).toBe(200);

    const { body } = await api.ask(admin, 'readPersonTimeline', { params });

    const says = (body as { items: { says: string }[] }).items.map((one) => one.says);
    expect(says).toContain('admin edited Name, kind, weight');
  });

  it('is shown to a supervisor with what belongs to their campaigns', async () => {
    const { api, params, tell } = await ann();
    await tell({ kind: 'blacklist', campaign: 'spring', reason: 'rude' });
    const ewa = await api.ask(tokenOf.supervisor('ewa'), 'readPerson', { params });
    const jan = await api.ask(tokenOf.supervisor('jan'), 'readPerson', { params });

    expect(ewa.body).toMatchObject({ records: [{ campaign: 'directory' }] });
    expect(ewa.body).toMatchObject({ addresses: [{ blacklist: [] }, { blacklist: [] }] });
    expect(jan.status).toBe(403);
  });

  it('is there under a number that is asked for in the body, among those that match', async () => {
    const { api } = await ann();
    const ask = (conditions: object, phone = '600 100 201') =>
      api.ask(admin, 'searchRecords', { params: directory, body: { conditions, phone } });
    const none = { fields: [{ field: 'name', is: 'equal-to', value: 'Ben' }] };

    expect((await ask({})).body).toMatchObject({ items: [{ fields: { name: 'Ann' } }] });
    expect((await ask(none)).body).toEqual({ items: [] });
    expect((await ask({}, '12')).body).toMatchObject({ errors: [{ pointer: '/phone' }] });
  });
});

describe('the directory', () => {
  it('tells its fields and how many people it has, to those it names', async () => {
    const { api } = await ann();

    const { body } = await api.ask(tokenOf.supervisor('ewa'), 'readDirectory');
    const jan = await api.ask(tokenOf.supervisor('jan'), 'readDirectory');
    const without = await apiOver(new Floor({}).ports).ask(admin, 'readDirectory');

    expect(body).toEqual({
      directory: {
        ...{ name: 'Clients', people: 1 },
        fields: [
          { field: 'name', label: 'Name', type: 'none', significant: true },
          {
            field: 'kind',
            label: 'kind',
            type: 'choice',
            significant: false,
            options: ['old', 'new'],
          },
        ],
      },
    });
    expect([jan.body, without.body]).toEqual([{}, {}]);
  });
});
