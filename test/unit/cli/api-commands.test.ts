import { describe, expect, it } from 'vitest';
import { campaign } from '../../../lib/cli/campaign.ts';
import { changeRecords } from '../../../lib/cli/records.ts';
import { answeringApi } from '../../support/answering-api.ts';

const api = answeringApi();

describe('ringback campaign', () => {
  it('lists campaigns with their state', async () => {
    const items = [{ campaign: 'spring', name: 'Spring', state: 'running', mode: 'predictive' }];
    api.answers = [{ body: { items } }];

    const { code, out } = await api.run(campaign);

    expect([code, out]).toEqual([0, ['spring  running  predictive   Spring']]);
    expect(api.seen).toEqual([
      {
        method: 'GET',
        path: '/v1/campaigns?limit=100',
        authorization: 'Bearer t',
        body: undefined,
      },
    ]);
  });

  it.each([
    ['on', 'running'],
    ['resume', 'running'],
    ['pause', 'paused'],
    ['end', 'ended'],
    ['off', 'off'],
  ])('%s makes it %s', async (what, state) => {
    api.answers = [{ body: { campaign: 'spring', state } }];

    const { code, out } = await api.run(campaign, what, 'spring');

    expect([code, out]).toEqual([0, [`campaign spring is ${state}`]]);
    expect(api.seen[0]).toMatchObject({
      method: 'PUT',
      path: '/v1/campaigns/spring/state',
      body: { state },
    });
  });

  it('shows what was refused and what to do, or the problem itself with --json', async () => {
    const body = { code: 'not-possible', detail: 'it has no queue', remedy: 'Settle it.' };
    api.answers = [
      { status: 409, body },
      { status: 409, body },
    ];

    const said = await api.run(campaign, 'on', 'spring');
    const json = await api.run(campaign, 'on', 'spring', '--json');

    expect([said.code, said.err]).toEqual([1, ['it has no queue', 'Settle it.']]);
    expect([json.code, json.out]).toEqual([1, [JSON.stringify(body)]]);
  });

  it('says what was probably meant, and what it needs', async () => {
    const near = await api.run(campaign, 'pase', 'spring');
    const unnamed = await api.run(campaign, 'pause');

    expect(near.err[0]).toContain("Did you mean 'pause'");
    expect(unnamed.err[0]).toContain('name the campaign');
    expect([near.code, unnamed.code]).toEqual([2, 2]);
  });

  it('says so when the token is over, and when nothing answers', async () => {
    api.answers = [{ status: 401, body: { message: 'Unauthorized' } }];
    const expired = await api.run(campaign);
    await api.close();
    const gone = await api.run(campaign);

    expect(expired.err[0]).toContain('the token is not accepted');
    expect(gone.err[0]).toContain('does not answer');
  });
});

describe('ringback records over the API', () => {
  it('adds one, and says what is wrong with one that is refused', async () => {
    const errors = [{ pointer: '/records/0/phones/0', detail: 'is too short' }];
    api.answers = [
      { body: { items: [{ outcome: 'added', record: 'r1' }] } },
      { body: { items: [{ outcome: 'refused', errors }] } },
    ];
    const args = ['spring', 'add', '--phone', '600100200', '--field', 'name=Anna'];

    const added = await api.run(changeRecords, ...args);
    const refused = await api.run(changeRecords, ...args);

    expect([added.code, added.out]).toEqual([0, ['added r1']]);
    expect([refused.code, refused.out]).toEqual([1, ['refused', '  phones/0 is too short']]);
    expect(api.seen[0]).toMatchObject({
      path: '/v1/campaigns/spring/records',
      body: { records: [{ phones: ['600100200'], emails: [], fields: { name: 'Anna' } }] },
    });
  });

  it('puts records back, closes and reserves them as in a deployment', async () => {
    const counts = { changed: 1, unchanged: 0, refused: [], more: false, campaignState: 'running' };
    api.answers = [{ body: counts }];

    const { code, out } = await api.run(
      changeRecords,
      ...['spring', 'put-back', 'r1', '--at', '2026-03-02T09:00+01:00'],
    );

    expect([code, out]).toEqual([0, ['1 record changed, 0 were so already']]);
    expect(api.seen[0]?.body).toEqual({
      records: ['r1'],
      change: { kind: 'put-back', at: '2026-03-02T08:00:00.000Z' },
    });
  });

  it('lists those of a state', async () => {
    const phones = [
      { value: '+48600100200', isDefault: false },
      { value: '+48600100201', isDefault: true },
    ];
    const fields = { name: 'Anna', city: 'Brno', plan: 'a' };
    api.answers = [
      { body: { items: [{ record: 'r1', state: 'set-aside', attempts: 2, phones, fields }] } },
    ];

    const { out } = await api.run(changeRecords, 'spring', 'list', '--state', 'set-aside');

    expect(out).toEqual(['r1  set-aside         2 contacts   +48600100201  Anna  Brno']);
    expect(api.seen[0]).toMatchObject({
      path: '/v1/campaigns/spring/records/search',
      body: { conditions: { states: ['set-aside'] }, limit: 100 },
    });
  });

  it('lists those of a saved filter', async () => {
    api.answers = [{ body: { items: [] } }];

    await api.run(changeRecords, 'spring', 'list', '--filter', 'brno');

    expect(api.seen[0]?.path).toBe('/v1/campaigns/spring/records?limit=100&filter=brno');
  });

  it('saves conditions as a filter, lists filters and removes one', async () => {
    api.answers = [
      { body: { filter: 'brno', title: 'Brno, not sold' } },
      { body: { items: [{ filter: 'brno', title: 'Brno, not sold' }] } },
      { body: { filter: 'brno' } },
    ];
    const tests = ['city=Brno', 'debt>=1 000', '!email', 'name'].flatMap((one) => ['--where', one]);
    const others = ['--success', 'no', '--not-contacted-since', '2026-03-02T09:00+01:00'];
    const title = ['--title', 'Brno, not sold'];

    const saved = await api.run(
      changeRecords,
      ...['spring', 'save-filter', 'brno', ...title, ...tests, ...others],
    );
    const listed = await api.run(changeRecords, 'spring', 'filters');
    const removed = await api.run(changeRecords, 'spring', 'remove-filter', 'brno');

    expect([saved, listed, removed].flatMap(({ out }) => out)).toEqual([
      'filter brno is saved',
      'brno  Brno, not sold',
      'the filter is removed',
    ]);
    expect(api.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /v1/campaigns/spring/filters/brno',
      'GET /v1/campaigns/spring/filters?limit=100',
      'DELETE /v1/campaigns/spring/filters/brno',
    ]);
    expect(api.seen[0]?.body).toEqual({
      title: 'Brno, not sold',
      conditions: {
        success: false,
        notContactedSince: '2026-03-02T08:00:00.000Z',
        fields: [
          { field: 'city', is: 'equal-to', value: 'Brno' },
          { field: 'debt', is: 'at-least', value: '1 000' },
          { field: 'email', is: 'empty' },
          { field: 'name', is: 'filled' },
        ],
      },
    });
  });

  it.each([
    [['--where', '=Brno'], '--where takes a field'],
    [['--success', 'maybe'], '--success takes yes or no'],
    [['--contacted-since', '2026-03-02'], 'a moment has its offset'],
    [['--where', 'city', '--filter', 'brno'], 'not both'],
  ])('says what is wrong with %j', async (options, says) => {
    const { code, err } = await api.run(changeRecords, 'spring', 'list', ...options);

    expect([code, err.join()]).toEqual([2, expect.stringContaining(says)]);
    expect(api.seen).toEqual([]);
  });
});
