import { expect, it } from 'vitest';
import { dryRun } from '../../../lib/simulation/dry-run/dry-run.ts';
import { anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { aPlan } from '../../support/dry-run.ts';

const admin = tokenOf.administrator;
const webhooks = {
  crm: { url: 'https://crm.example.org/hook?key=abc', events: ['record.closed'] },
};

it('what a dry run needs is told without webhooks and people to be alerted', async () => {
  const api = anApi(definitions({ campaign: { webhooks } }));

  const { body, text } = await api.ask(admin, 'readDefinitions', {
    params: { campaign: 'spring' },
  });

  expect(Object.keys(body as object).toSorted()).toEqual([
    'campaigns',
    'centre',
    'groups',
    'hours',
    'ivrs',
    'prices',
    'queues',
    'rules',
    'scripts',
  ]);
  expect(text).not.toMatch(/crm\.example|ewa/);
});

it('a dry run of what is told gives the figures of the whole definitions', async () => {
  const plan = aPlan({ people: 40, staff: 3 }, { days: 1 });
  const api = anApi(plan.definitions);

  const { body } = await api.ask(admin, 'readDefinitions', { params: { campaign: 'spring' } });

  const told = await dryRun({ ...plan, definitions: body as typeof plan.definitions });
  expect(told).toEqual(await dryRun(plan));
});
