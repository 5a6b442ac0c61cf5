import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../lib/api/routes/routes.ts';
import { api as command } from '../../../lib/cli/api-operation.ts';
import { answeringApi } from '../../support/answering-api.ts';

const api = answeringApi();

describe('ringback api', () => {
  it('lists every operation with what it takes', async () => {
    const out: string[] = [];
    const code = await command([], { out: (line) => void out.push(line), err: () => undefined });

    expect([code, out.length]).toEqual([0, Object.keys(ROUTES).length]);
    expect(out.find((line) => line.startsWith('readRecord '))).toMatch(
      /Read a record: campaign= record=$/,
    );
    expect(out.find((line) => line.startsWith('changeConsents '))).toMatch(/: --body$/);
  });

  it('asks an operation with the values of its path and query', async () => {
    api.answers = [{ body: { items: [] } }, { body: 'a\r\nb\r\n' }];

    const { code, out } = await api.run(
      command,
      ...['listDeliveries', 'campaign=spring', 'webhook=c r m', 'limit=5'],
    );
    const csv = await api.run(command, 'reportRecallsCsv', 'campaign=spring');

    expect([code, out.join('')]).toEqual([0, '{  "items": []}']);
    expect(api.seen[0]).toMatchObject({
      method: 'GET',
      path: '/v1/campaigns/spring/webhooks/c%20r%20m/deliveries?limit=5',
    });
    expect(csv.out).toEqual(['a', 'b']);
  });

  it('sends a body, from the command or a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-'));
    const file = join(folder, 'body.json');
    await writeFile(file, '{"state":"running"}');

    await api.run(
      command,
      ...[
        'switchCampaign',
        'campaign=spring',
        '--body',
        '{"state":"paused"}',
        '--if-match',
        'off-0',
      ],
    );
    await api.run(command, 'switchCampaign', 'campaign=spring', '--body', `@${file}`);

    expect(api.seen).toMatchObject([
      { method: 'PUT', path: '/v1/campaigns/spring/state', body: { state: 'paused' } },
      { body: { state: 'running' } },
    ]);
  });

  it.each([
    [['listDelivery', 'campaign=spring'], "Did you mean 'listDeliveries'"],
    [['readRecord', 'campaign=spring'], 'needs record=…'],
    [['readCampaign', 'campain=spring'], "Did you mean 'campaign'"],
    [['readCampaign', 'spring'], "'spring' has no value"],
    [['listGroups', 'x=1'], 'takes no'],
    [['switchCampaign', 'campaign=spring'], 'needs --body'],
    [['switchCampaign', 'campaign=spring', '--body', '{'], '--body: '],
    [['readCampaign', 'campaign=spring', '--body', '{}'], 'takes no --body'],
    [['readCampaign', 'campaign=spring', '--if-match', 'v1'], '--if-match belongs'],
    [['readCampaign', 'campaign=spring', '--key', 'k'], '--key belongs'],
  ])('says what is wrong with %j', async (args, says) => {
    const { code, err } = await api.run(command, ...args);

    expect([code, err.join()]).toEqual([2, expect.stringContaining(says)]);
    expect(api.seen).toEqual([]);
  });
});
