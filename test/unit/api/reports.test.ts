// Reports of a morning of the clinic: figures that are the totals of the campaign, and lists.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseInstant } from '../../../lib/domain/model/instant.ts';
import { Simulation } from '../../../lib/simulation/centre/simulation.ts';
import type { TelephoneNetwork } from '../../../lib/simulation/memory/telephony.ts';
import { type Api, anApi, apiOver, type Given, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { exampleFolder, loadExample } from '../../support/example.ts';
import { addition, anAttempt, aRecord, at, changed } from '../../support/records.ts';

const admin = tokenOf.administrator;
const FOLDER = exampleFolder('clinic-recall');
const recall = { campaign: 'spring-recall' };
const days = { from: '2026-03-02', to: '2026-03-03' };
const PEOPLE = 60;

interface FigureRow {
  readonly campaign?: string;
  readonly day?: string;
  readonly agent?: string;
  readonly contacts: number;
  readonly endings: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly classifiers: Readonly<Record<string, number>>;
  readonly successes: number;
  readonly recalls: number;
}

type Row = Readonly<Record<string, unknown>>;

let api: Api<TelephoneNetwork>;

const rowsOf = async <T>(operation: string, given: Given): Promise<readonly T[]> => {
  const { body, status } = await api.ask(admin, operation, given);
  expect(status).toBe(200);
  return (body as { items: T[] }).items;
};

const allPages = async (operation: string, query: Readonly<Record<string, string>>) => {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const paging: Record<string, string> = cursor === undefined ? {} : { cursor };
    const { body } = await api.ask(admin, operation, {
      params: recall,
      query: { ...query, ...paging, limit: '7' },
    });
    const page = body as { items: Row[]; next?: string };
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
};

const sumOf = (rows: readonly FigureRow[], what: (row: FigureRow) => number): number =>
  rows.reduce((sum, row) => sum + what(row), 0);

beforeAll(async () => {
  const { definitions: clinic } = await loadExample(FOLDER);
  const centre = new Simulation({
    definitions: clinic,
    start: parseInstant('2026-03-02T08:00:00Z'),
    seed: 'reports',
    weights: { 'appointment-made': 10 },
  });
  const key = 'imports/spring-recall/contacts.csv';
  const lines = readFileSync(`${FOLDER}/contacts.csv`, 'latin1')
    .split('\n')
    .slice(0, PEOPLE + 1);
  centre.ports.files.put(key, Buffer.from(lines.join('\n'), 'latin1'));
  await centre.perform('import-contacts', { ...recall, key });
  const on = await centre.perform('switch-campaign', { ...recall, to: 'running', by: 'olga' });
  expect(on).toMatchObject({ kind: 'switched' });
  await centre.runUntil(parseInstant('2026-03-03T12:00:00Z'));
  api = apiOver(centre.ports);
});

describe('figures (RPT-2)', () => {
  it('by campaign, agent and day add up to the totals of the campaign', async () => {
    const rows = await rowsOf<FigureRow>('reportFigures', { query: days });
    const { body } = await api.ask(admin, 'readCampaign', { params: recall });
    const { totals } = body as {
      totals: { calls: Readonly<Record<string, number>>; successes: number };
    };

    expect(sumOf(rows, ({ contacts }) => contacts)).toBeGreaterThan(PEOPLE);
    expect(totals.successes).toBeGreaterThan(0);
    for (const [status, count] of Object.entries(totals.calls))
      expect([status, sumOf(rows, ({ endings }) => endings.call?.[status] ?? 0)]).toEqual([
        status,
        count,
      ]);
    expect(sumOf(rows, ({ successes }) => successes)).toBe(totals.successes);
    expect(new Set(rows.map(({ day }) => day)).size).toBe(2);
  });

  it('count what the journal tells: recalls set, and the classifiers of contacts', async () => {
    const rows = await rowsOf<FigureRow>('reportFigures', { query: { ...days, by: 'campaign' } });
    const entries = api.ports.journal.all().map(({ entry }) => entry);
    const contacts = await allPages('reportContacts', days);

    const [row] = rows;
    expect(row?.recalls).toBe(
      entries.filter(({ type }) => type === 'record.recall-scheduled').length,
    );
    const classified = contacts.filter(({ classifier }) => classifier !== undefined).length;
    expect(Object.values(row?.classifiers ?? {}).reduce((a, b) => a + b, 0)).toBe(classified);
    expect(row?.contacts).toBe(contacts.length);
  });

  it('name the classifiers that were counted', async () => {
    const { body } = await api.ask(admin, 'reportFigures', { query: days });

    const { items, classifierNames } = body as {
      readonly items: readonly FigureRow[];
      readonly classifierNames: Readonly<Record<string, string>>;
    };
    const counted = new Set(items.flatMap(({ classifiers }) => Object.keys(classifiers)));
    expect(Object.keys(classifierNames).toSorted()).toEqual([...counted].toSorted());
    expect(classifierNames['appointment-made']).toBe('Umówiono wizytę');
  });

  it.each([
    ['agent', 'agent'],
    ['day', 'day'],
    ['campaign', 'campaign'],
  ] as const)('by %s have one row for each, with the same sums', async (by, part) => {
    const all = await rowsOf<FigureRow>('reportFigures', { query: days });
    const rows = await rowsOf<FigureRow>('reportFigures', { query: { ...days, by } });

    expect(new Set(rows.map((row) => row[part])).size).toBe(rows.length);
    expect(sumOf(rows, ({ contacts }) => contacts)).toBe(sumOf(all, ({ contacts }) => contacts));
  });

  it('are CSV with a column for each ending and classifier', async () => {
    const rows = await rowsOf<FigureRow>('reportFigures', { query: days });
    const { text, headers } = await api.ask(admin, 'reportFiguresCsv', { query: days });

    const [head = '', ...lines] = text.trimEnd().split('\r\n');
    expect(headers['content-type']).toBe('text/csv');
    expect(head.slice(1)).toMatch(/^campaign[;,]day[;,]agent[;,]contacts[;,]successes[;,]recalls/);
    expect(head).toContain('call: answered');
    expect(lines).toHaveLength(rows.length);
  });

  it('are of the campaigns a supervisor may see, and of no others', async () => {
    const ofTwo = anApi(
      definitions({
        campaign: { supervisors: ['ewa'] },
        supervisors: { ewa: { email: 'e@example.org' }, jan: { email: 'j@example.org' } },
        also: { autumn: { supervisors: ['jan'] } },
      }),
    );
    for (const campaign of ['spring', 'autumn']) {
      const record = { ...aRecord('ann'), campaign: aRecord('ann', {}).campaign };
      const own = { ...record, campaign: campaign as typeof record.campaign };
      await ofTwo.ports.records.commit(addition(own));
      const ended = anAttempt(own, 'a1', { status: 'busy' });
      const attempt = { before: undefined, after: ended };
      await ofTwo.ports.records.commit({ before: own, after: changed(own), entries: [], attempt });
    }
    const asEwa = (query: Readonly<Record<string, string>>) =>
      ofTwo.ask(tokenOf.supervisor('ewa'), 'reportFigures', {
        query: { from: '2026-03-02', ...query },
      });

    const { body } = await asEwa({});
    const others = await asEwa({ campaign: 'autumn' });

    expect(body).toMatchObject({ items: [{ campaign: 'spring', contacts: 1 }] });
    expect((body as { items: unknown[] }).items).toHaveLength(1);
    expect(others.status).toBe(403);
  });

  it.each([
    [{ from: '2026-03-02', to: '2026-03-01' }, 'is before the first day'],
    [{ from: '2026-01-01', to: '2026-12-31' }, '365 days instead of 92 at most'],
    [{ from: '2026-02-30' }, ''],
    [{}, ''],
  ])('refuse the days %j', async (query, says) => {
    const { status, text } = await api.ask(admin, 'reportFigures', { query });

    expect(status).toBe(400);
    expect(text).toContain(says);
  });
});

describe('lists (RPT-1)', () => {
  it('have every contact once, the latest first, headed by the significant field', async () => {
    const rows = await allPages('reportContacts', days);

    expect(new Set(rows.map(({ attempt }) => attempt)).size).toBe(rows.length);
    const begun = rows.map(({ begunAt }) => String(begunAt));
    expect(begun).toEqual(begun.toSorted().toReversed());
    expect(Object.keys(rows[0] ?? {})[0]).toBe('significant');
    expect(rows[0]?.significant).toMatch(/\w/);
  });

  it('have the contacts of one agent', async () => {
    const all = await allPages('reportContacts', days);
    const agent = String(all.find((row) => row.agent !== undefined)?.agent);

    const theirs = await allPages('reportContacts', { ...days, agent });

    expect(theirs).toEqual(all.filter((row) => row.agent === agent));
    expect(theirs.length).toBeGreaterThan(0);
  });

  it('have the records to be called again, as they will be', async () => {
    const rows = await allPages('reportRecalls', {});
    const { body } = await api.ask(admin, 'readCampaign', { params: recall });
    const { totals } = body as { totals: { states: Readonly<Record<string, number>> } };

    expect(rows.length).toBe(totals.states['recall-scheduled']);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows[0]).toMatchObject({ at: expect.any(String), number: expect.any(String) });
  });

  it('are CSV page by page, as the header link leads', async () => {
    const rows = await allPages('reportContacts', days);
    const lines: string[] = [];
    let query: Record<string, string> = { ...days, limit: '20' };
    for (let link: string | undefined = ''; link !== undefined; ) {
      const { text, headers } = await api.ask(admin, 'reportContactsCsv', {
        params: recall,
        query,
      });
      lines.push(...text.trimEnd().split('\r\n').slice(1));
      link = headers.link;
      const [, next = ''] = /^<\?(.*)>; rel="next"$/.exec(link ?? '') ?? [];
      query = Object.fromEntries(new URLSearchParams(next));
    }

    expect(lines).toHaveLength(rows.length);
    // numbers begin with a plus, which a spreadsheet would take for a formula
    expect(lines.every((line) => line.includes(";'+") || line.includes(",'+"))).toBe(true);
  });

  it.each([true, false])(
    'have calls of the dialer where the campaign records them (%s)',
    async (recording) => {
      const centre = anApi(definitions({ outbound: { recording } }));
      const record = aRecord('ann');
      await centre.ports.records.commit(addition(record));
      const talk = anAttempt(record, 'talk', {
        direction: 'outbound',
        status: 'answered',
        timestamps: { connectedToAgent: at(5), disconnected: at(65) },
      });
      const entries = { entries: [], attempt: { before: undefined, after: talk } };
      await centre.ports.records.commit({ before: record, after: changed(record), ...entries });
      const given = { params: { campaign: 'spring' }, query: { from: '2026-03-02' } };

      const { body } = await centre.ask(admin, 'reportRecordings', given);

      const kept = (body as { items: { recorded: string[] }[] }).items;
      expect(kept.map(({ recorded }) => recorded)).toEqual(recording ? [['conversation']] : []);
    },
  );

  it('have conversations where the campaign records them, and messages', async () => {
    const centre = anApi(definitions({ inbound: { recording: true } }));
    const record = aRecord('ann');
    await centre.ports.records.commit(addition(record));
    const talk = anAttempt(record, 'talk', {
      direction: 'inbound',
      status: 'answered',
      timestamps: { connectedToAgent: at(5), disconnected: at(65) },
    });
    const left = anAttempt(record, 'left', {
      direction: 'inbound',
      status: 'abandoned',
      inbound: {
        ivr: 'main',
        identity: 'one',
        voicemails: [{ block: 'box', begin: at(5), end: at(9) }],
      },
    });
    const missed = anAttempt(record, 'missed', { direction: 'inbound', status: 'abandoned' });
    let before = record;
    for (const attempt of [talk, left, missed]) {
      const after = changed(before);
      await centre.ports.records.commit({
        before,
        after,
        entries: [],
        attempt: { before: undefined, after: attempt },
      });
      before = after;
    }
    const given = { params: { campaign: 'spring' }, query: { from: '2026-03-02' } };

    const { body } = await centre.ask(admin, 'reportRecordings', given);
    const csv = await centre.ask(admin, 'reportRecordingsCsv', given);

    expect(body).toMatchObject({
      items: [
        { attempt: 'talk', recorded: ['conversation'], talkSeconds: 60 },
        { attempt: 'left', recorded: ['message'] },
      ],
    });
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(3);
  });

  it.each(['x', 'WzFd', 'WyIyMDI2LTAxLTAxIl0'])('refuse the cursor %s', async (cursor) => {
    const answers = [
      await api.ask(admin, 'reportContacts', { params: recall, query: { ...days, cursor } }),
      await api.ask(admin, 'reportRecalls', { params: recall, query: { cursor: `${cursor}ey` } }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });
});
