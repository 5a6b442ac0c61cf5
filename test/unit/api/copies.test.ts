// Records of an old campaign for a new one (CAM-30), asked for over the API and carried out after.
import { describe, expect, it } from 'vitest';
import { copyRecords } from '../../../lib/application/imports/copy-records.ts';
import { changeAddress } from '../../../lib/application/ledger/change-ledger.ts';
import { agentId, campaignId } from '../../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../../lib/domain/model/record.ts';
import { isToldSingly } from '../../../lib/domain/webhooks/endpoint.ts';
import { type Api, anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { addition, aRecord, at, NOW } from '../../support/records.ts';

const admin = tokenOf.administrator;
const spring = campaignId('spring');
const autumn = campaignId('autumn');

const CENTRE = definitions({
  campaign: {
    supervisors: ['ewa'],
    fields: { name: {}, city: {}, mobile: {} },
    classifiers: { sold: { name: 'Sold' } },
  },
  supervisors: { ewa: { email: 'ewa@example.org' }, jan: { email: 'jan@example.org' } },
  also: {
    autumn: { supervisors: ['ewa'], fields: { name: {} } },
    winter: { supervisors: ['jan'] },
  },
});

const phoneOf = (n: number): string => `+4860010${1000 + n}`;

async function aSpring(
  people: number,
  changesOf: (n: number) => Partial<CampaignRecord> = () => ({}),
): Promise<Api> {
  const api = anApi(CENTRE);
  for (let n = 0; n < people; n++) {
    const phones = [{ value: phoneOf(n), isDefault: true }];
    const record = aRecord(`r${n}`, { phones, createdAt: at(n), ...changesOf(n) });
    await api.ports.records.commit(addition(record));
  }
  return api;
}

interface Copied {
  readonly state: string;
  readonly looked: number;
  readonly added: number;
  readonly present: number;
  readonly refused: number;
}

/** Asks for the copy and works the queue until it is empty. */
async function copying(api: Api, body: object): Promise<Copied> {
  const { body: asked, status } = await api.ask(admin, 'copyRecords', {
    params: { campaign: 'autumn' },
    body: { from: 'spring', records: 'all', ...body },
  });
  expect(status).toBe(202);
  await workOff(api);
  const { copy } = asked as { copy: string };
  const read = await api.ask(admin, 'readCopy', { params: { campaign: 'autumn', copy } });
  return read.body as Copied;
}

async function workOff({ ports }: Api): Promise<void> {
  for (let n = 0; n < ports.copyQueue.sent.length; n++) {
    const [step] = ports.copyQueue.sent.slice(n);
    if (step) await copyRecords(step.body, ports);
  }
}

const inAutumn = ({ ports }: Api) => [...ports.records.all(autumn)];

describe('a campaign filled with the records of another (CAM-30)', () => {
  it('takes all of them, more than one run can, and tells so once', async () => {
    const api = await aSpring(1030);

    const copied = await copying(api, {});

    expect(copied).toMatchObject({ state: 'finished', looked: 1030, added: 1030, refused: 0 });
    expect(inAutumn(api)).toHaveLength(1030);
    expect(api.ports.copyQueue.sent.length).toBeGreaterThan(1);
    const events = await api.ports.journal.ofCampaign(autumn);
    expect(events).toMatchObject([
      { type: 'copy.finished', from: 'spring', by: 'admin', added: 1030 },
    ]);
  });

  it('lets them begin anew, with the fields that both campaigns have', async () => {
    const api = await aSpring(1, () => ({
      state: 'closed',
      attempts: 4,
      success: true,
      classifier: 'sold',
      fields: { name: 'Jan', city: 'Brno' },
      weight: 3,
      privateTo: agentId('eva'),
    }));

    await copying(api, {});

    expect(inAutumn(api)).toMatchObject([
      {
        state: 'new',
        attempts: 0,
        success: false,
        fields: { name: 'Jan' },
        weight: 3,
        origin: { kind: 'copy', from: 'spring', record: 'r0' },
      },
    ]);
    const [record] = inAutumn(api);
    expect(record?.privateTo).toBeUndefined();
    expect(record?.classifier).toBeUndefined();
  });

  it('takes those of a filter, saved or not, and those of a selection', async () => {
    const cities = (n: number) => ({ fields: { city: n % 2 === 0 ? 'Brno' : 'Praha' } });
    const conditions = { fields: [{ field: 'city', is: 'equal-to', value: 'Brno' }] };
    const saved = await aSpring(10, cities);
    await saved.ask(admin, 'saveFilter', {
      params: { campaign: 'spring', filter: 'brno' },
      body: { title: 'Brno', conditions },
    });

    const bySaved = await copying(saved, { records: { filter: 'brno' } });
    const byConditions = await copying(await aSpring(10, cities), { records: { conditions } });
    const selected = await aSpring(10);
    const bySelection = await copying(selected, { records: ['r3', 'r4', 'r3', 'nobody'] });

    expect(bySaved).toMatchObject({ looked: 10, added: 5 });
    expect(byConditions).toMatchObject({ looked: 10, added: 5 });
    expect(bySelection).toMatchObject({ looked: 2, added: 2 });
    const phones = inAutumn(selected).flatMap((record) => record.phones.map(({ value }) => value));
    expect(phones.toSorted()).toEqual([phoneOf(3), phoneOf(4)]);
  });

  it('finds who is there already, and refuses who cannot be called', async () => {
    const api = await aSpring(3, (n) => (n === 2 ? { phones: [] } : {}));
    await api.ask(admin, 'addRecords', {
      params: { campaign: 'autumn' },
      body: { records: [{ phones: [phoneOf(0)] }] },
    });

    const copied = await copying(api, {});

    expect(copied).toMatchObject({
      ...{ looked: 3, added: 1, present: 1, refused: 1 },
      refusals: [{ record: 'r2', reason: 'phones a telephone number is needed' }],
    });
  });

  it('leaves deleted people behind and blacklists those who may not be contacted', async () => {
    const api = await aSpring(2, (n) => (n === 0 ? { state: 'deleted' } : {}));
    const entry = { kind: 'blacklist', reason: 'they asked', by: 'ewa' } as const;
    await changeAddress(phoneOf(1), [entry], api.ports.ledger, NOW);

    const copied = await copying(api, {});

    expect(copied).toMatchObject({ looked: 2, added: 1 });
    expect(inAutumn(api)).toMatchObject([{ state: 'blacklisted' }]);
  });

  it('dials the number in a field, and keeps owners where that is asked for', async () => {
    const api = await aSpring(1, () => ({
      fields: { mobile: '600 999 000' },
      privateTo: agentId('eva'),
    }));

    await copying(api, { numberFrom: 'mobile', keepOwners: true });

    expect(inAutumn(api)).toMatchObject([
      {
        phones: [
          { value: '+48600999000', isDefault: true },
          { value: phoneOf(0), isDefault: false },
        ],
        privateTo: 'eva',
      },
    ]);
  });

  it('counts each once although a run dies half-way and the queue delivers twice', async () => {
    const api = await aSpring(250);
    await api.ask(admin, 'copyRecords', {
      params: { campaign: 'autumn' },
      body: { from: 'spring', records: 'all' },
    });
    const [step] = api.ports.copyQueue.sent;
    if (!step) throw new Error('nothing was sent');
    const dying = {
      ...api.ports,
      jobs: { ...api.ports.jobs, change: () => Promise.reject(new Error('killed')) },
    };

    await expect(copyRecords(step.body, dying)).rejects.toThrow('killed');
    await Promise.all([copyRecords(step.body, api.ports), copyRecords(step.body, api.ports)]);

    const [job] = await api.ports.jobs.list(autumn, 'copy', 1);
    expect(job).toMatchObject({ state: 'finished', looked: 250, added: 250, present: 0 });
  });

  it('is refused, with the place, from a campaign or a field that is not there, or from itself', async () => {
    const api = await aSpring(1);
    const asked = (body: object) =>
      api.ask(admin, 'copyRecords', {
        params: { campaign: 'autumn' },
        body: { from: 'spring', records: 'all', ...body },
      });

    const answers = [
      await asked({ from: 'nowhere' }),
      await asked({ from: 'autumn' }),
      await asked({ numberFrom: 'phone' }),
      await asked({ records: { filter: 'none' } }),
      await asked({ records: { conditions: { classifiers: ['lost'] } } }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    expect(
      answers.map(({ body }) => (body as { errors: { pointer: string }[] }).errors[0]?.pointer),
    ).toEqual([
      '/from',
      '/from',
      '/numberFrom',
      '/records/filter',
      '/records/conditions/classifiers/0',
    ]);
  });

  it('takes a supervisor of both campaigns', async () => {
    const api = await aSpring(1);
    const asked = (from: string) =>
      api.ask(tokenOf.supervisor('ewa'), 'copyRecords', {
        params: { campaign: 'autumn' },
        body: { from, records: 'all' },
      });

    expect([(await asked('spring')).status, (await asked('winter')).status]).toEqual([202, 403]);
  });

  it('is told to webhooks as one event, and not record by record', async () => {
    const api = await aSpring(2);
    await copying(api, {});

    const told = api.ports.journal
      .all()
      .filter(({ campaign }) => campaign === 'autumn')
      .filter(({ entry }) => isToldSingly(entry));

    expect(told.map(({ entry }) => entry.type)).toEqual(['copy.finished']);
  });

  it('is in the audit and in the list of copies', async () => {
    const api = await aSpring(2);
    await copying(api, { records: ['r0', 'r1'] });

    const audit = await api.ask(admin, 'listAudit');
    const copies = await api.ask(admin, 'listCopies', { params: { campaign: 'autumn' } });

    expect(audit.body).toMatchObject({
      items: [{ operation: 'copyRecords', to: { from: 'spring', records: '2 records' } }],
    });
    expect(copies.body).toMatchObject({ items: [{ from: 'spring', added: 2 }] });
    expect(await api.ports.records.counts(spring)).toEqual({ new: 2 });
  });
});
