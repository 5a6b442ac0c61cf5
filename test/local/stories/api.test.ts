// The API of a centre on the local cloud, over real HTTP: the gateway, its authorizer, the
// functions with their roles, the tables.
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localToken } from '../../../lib/cli/local-token.ts';
import { type Running, runningApi } from '../../../lib/cli/running.ts';
import { type Story, story } from './story.ts';

const MARIA = '600700801';
const MINUTE = 60_000;
const HEADINGS = 'Imię i nazwisko;Telefon;Telefon 2;E-mail;PESEL;Miasto;Pakiet;Waga';

let clinic: Story;
let running: Running;
beforeAll(async () => {
  clinic = await story({
    people: { [MARIA]: ['answers'] },
    agents: [{ id: 'anna.nowak', group: 'recall-team' }],
  });
  const found = runningApi(clinic.centre.cloud);
  if (!found) throw new Error('the assembly has no API');
  running = found;
}, 20 * MINUTE);
afterAll(() => clinic?.end());

async function bearer(as: Parameters<typeof localToken>[1], user?: string) {
  const got = await localToken(running, as, user);
  if ('wrong' in got) throw new Error(got.wrong);
  return `Bearer ${got.token}`;
}

async function ask(authorization: string | undefined, path: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  if (authorization !== undefined) headers.set('authorization', authorization);
  if (init.body) headers.set('content-type', 'application/json');
  const answer = await fetch(`${running.url}${path}`, { ...init, headers });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: JSON.parse(text), text };
}

/** No call goes on between two questions. */
async function standingStill<T>(ask: () => Promise<T>): Promise<T> {
  const { time } = clinic.centre.cloud;
  time.pause();
  try {
    while (time.inFlight().length > 0) await setImmediate();
    return await ask();
  } finally {
    time.resume();
  }
}

describe('the API of a running centre', () => {
  it('lets nobody in without a token, or with one that was not given out here', async () => {
    const forged = `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`;

    const answers = [
      await ask(undefined, '/v1/campaigns'),
      await ask(forged, '/v1/campaigns'),
      await ask(`${await bearer('administrator')}x`, '/v1/campaigns'),
    ];

    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [401, { message: 'Unauthorized' }]),
    );
  });

  it('is described by what it serves to anyone', async () => {
    const { status, body } = await ask(undefined, '/v1/openapi.json');

    expect(status).toBe(200);
    expect(Object.keys(body.paths)).toContain('/v1/campaigns/{campaign}');
  });

  it('says what there is no such thing as, in its own words or those of the gateway', async () => {
    const admin = await bearer('administrator');

    const campaign = await ask(admin, '/v1/campaigns/autumn');
    const path = await ask(admin, '/v1/nowhere');

    expect([campaign.status, campaign.body.code]).toEqual([404, 'not-found']);
    expect(campaign.headers.get('content-type')).toBe('application/problem+json');
    expect([path.status, path.body]).toEqual([404, { message: 'Not Found' }]);
  });

  it('is refused to roles that may not, and to programs without the scope', async () => {
    const state = { method: 'PUT', body: '{"state":"running"}' };

    const agent = await ask(await bearer('agent'), '/v1/campaigns/spring-recall/state', state);

    expect([agent.status, agent.body.code]).toEqual([403, 'not-allowed']);
  });

  it('switches a campaign on, and the call is made', async () => {
    await clinic.import();
    const supervisor = await bearer('supervisor', 'ewa');
    const before = await ask(supervisor, '/v1/campaigns/spring-recall');

    const switched = await ask(supervisor, '/v1/campaigns/spring-recall/state', {
      method: 'PUT',
      body: '{"state":"running"}',
      headers: { 'if-match': before.headers.get('etag') ?? '' },
    });
    await clinic.until(() => clinic.events.some(({ type }) => type === 'record.classified'));

    expect([before.body.totals.records, switched.body.state]).toEqual([1, 'running']);
    const after = await ask(await bearer('integrator'), '/v1/campaigns/spring-recall');
    expect(after.body).toMatchObject({ changedBy: 'ewa', totals: { calls: { answered: 1 } } });
  });

  // who is added to a running campaign is called at once
  describe('while it is paused', () => {
    beforeAll(() => clinic.switchTo('paused'));
    afterAll(() => clinic.switchTo('running'));

    it('adds, finds, changes and closes a record with the roles the template gives', async () => {
      const admin = await bearer('administrator');
      const records = '/v1/campaigns/spring-recall/records';
      const post = { method: 'POST', body: '{"records":[{"phones":["600700802"]}]}' };

      const added = await ask(admin, records, { ...post, headers: { 'idempotency-key': 'one' } });
      const again = await ask(admin, records, { ...post, headers: { 'idempotency-key': 'one' } });
      const [{ record }] = added.body.items;
      const found = await ask(admin, `${records}?phone=600700802`);
      const read = await ask(admin, `${records}/${record}`);
      const headers = { 'if-match': read.headers.get('etag') ?? '' };
      const closed = await ask(admin, `${records}/${record}/close`, { method: 'POST', headers });
      const late = await ask(admin, `${records}/${record}/owner`, { method: 'DELETE', headers });
      const audit = await ask(admin, '/v1/audit');

      expect(added.body.items).toMatchObject([{ outcome: 'added' }]);
      expect(again.text).toBe(added.text);
      expect(found.body.items).toMatchObject([{ record, state: 'new' }]);
      expect([closed.status, closed.body.changed, late.status]).toEqual([200, true, 412]);
      const operations = audit.body.items.map((one: { operation: string }) => one.operation);
      expect(operations.toSorted()).toEqual(['addRecords', 'closeRecord', 'switchCampaign']);
    });

    it('imports a file that is handed over', async () => {
      const admin = await bearer('administrator');
      const imports = '/v1/campaigns/spring-recall/imports';
      const rows = ['Ewa;600700803;;;;Kraków;Senior;', 'Jan;12;;;;Kraków;Senior;'];
      const file = { file: 'more.csv', csv: [HEADINGS, ...rows].join('\r\n') };
      clinic.tally.imported = undefined;

      const started = await ask(admin, imports, { method: 'POST', body: JSON.stringify(file) });
      await clinic.until(() => clinic.tally.imported !== undefined);
      const listed = await ask(admin, imports);
      const rejected = await fetch(`${running.url}${imports}/more.csv/rejected`, {
        headers: { authorization: admin },
      });

      expect(started.status).toBe(202);
      expect(listed.body.items[0]).toMatchObject({ file: 'more.csv', imported: 1, rejected: 1 });
      expect(rejected.headers.get('content-type')).toBe('text/csv');
      expect(await rejected.text()).toContain('12');
    });

    it('undoes the import of a file', async () => {
      const admin = await bearer('administrator');
      const imports = '/v1/campaigns/spring-recall/imports';
      const csv = [HEADINGS, 'Ida;600700805;;;;Kraków;Senior;'].join('\r\n');
      const isUndone = () => clinic.events.some(({ type }) => type === 'import.undone');
      const found = async () =>
        (await ask(admin, '/v1/contacts?phone=600700805')).body.items.length as number;
      clinic.tally.imported = undefined;
      await ask(admin, imports, {
        method: 'POST',
        body: JSON.stringify({ file: 'mistake.csv', csv }),
      });
      await clinic.until(() => clinic.tally.imported !== undefined);
      const before = await found();

      const asked = await ask(admin, `${imports}/mistake.csv/undo`, { method: 'POST' });
      await clinic.until(isUndone);
      const undone = await ask(admin, `${imports}/mistake.csv/undo`);

      expect(before).toBe(1);
      expect(asked.status).toBe(202);
      expect(undone.body).toMatchObject({ file: 'mistake.csv', removed: 1, kept: 0 });
      expect(await found()).toBe(0);
    });
  });

  it('reads everything it has with the role the template gives', async () => {
    const admin = await bearer('administrator');
    const campaign = '/v1/campaigns/spring-recall';
    const list = await ask(admin, `${campaign}/records?limit=1`);
    const record = `${campaign}/records/${list.body.items[0].record}`;
    const filter = `${campaign}/filters/called`;
    const called = '{"title":"Called","conditions":{"attemptsAtLeast":1}}';
    await ask(admin, filter, { method: 'PUT', body: called });
    const days = 'from=2026-03-02&to=2026-03-08';

    const answers = await Promise.all(
      [
        ...[`${campaign}/records?limit=1&cursor=${list.body.next}`, `${campaign}/next-records`],
        ...[record, `${record}/timeline`, `${record}/why`, `${record}/contacts`],
        ...['/v1/contacts?phone=600700801', '/v1/contacts/timeline?phone=600700801'],
        ...[filter, `${campaign}/filters`, `${campaign}/records?filter=called`],
        ...[`${campaign}/imports/more.csv`, `${campaign}/copies`],
        ...[`${campaign}/reports/contacts?${days}`, `${campaign}/reports/recordings?${days}`],
        ...[`${campaign}/reports/recalls`, `/v1/reports/figures?${days}`],
        ...['/v1/groups', '/v1/settings', '/v1/audit', '/v1/campaigns'],
      ].map(async (path) => [path, (await ask(admin, path)).status]),
    );

    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it('reports what the totals of the campaign say', async () => {
    const admin = await bearer('administrator');
    const days = 'from=2026-03-01&to=2026-03-31';

    const paths = [
      '/v1/campaigns/spring-recall',
      `/v1/reports/figures?${days}&by=campaign`,
      `/v1/campaigns/spring-recall/reports/contacts?${days}`,
    ];
    const answers = await standingStill(() => Promise.all(paths.map((path) => ask(admin, path))));
    const [campaign, figures, contacts] = answers.map(({ body }) => body);

    expect(figures.items[0]).toMatchObject({
      endings: { call: campaign.totals.calls },
      successes: campaign.totals.successes,
    });
    expect(contacts.items).toHaveLength(figures.items[0].contacts);
  });

  it('lets an agent classify their own call and no other agent', async () => {
    const call = clinic.events.find(({ type }) => type === 'record.classified')?.detail;
    const { record, attempt, classifier, by } = call as unknown as Record<string, string>;
    const path = `/v1/campaigns/spring-recall/records/${record}/classification`;
    const body = JSON.stringify({ attempt, classifier });
    const other = running.people.find(
      ({ username, groups }) => groups.includes('agent') && username !== by,
    )?.username;

    const own = await ask(await bearer('agent', by), path, { method: 'POST', body });
    const strange = await ask(await bearer('agent', other), path, { method: 'POST', body });
    const offers = await ask(await bearer('agent', by), '/v1/offers');

    expect([own.status, own.body]).toEqual([200, { record, classifier }]);
    expect(strange.status).toBe(403);
    expect([offers.status, offers.body]).toEqual([200, { items: [] }]);
  });

  it('gives no page of another origin an answer', async () => {
    const admin = await bearer('administrator');

    const { status } = await ask(admin, '/v1/campaigns', {
      headers: { origin: 'https://elsewhere.example' },
    });

    expect(status).toBe(403);
  });
});
