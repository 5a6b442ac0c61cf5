// Every operation asked by everybody: who may is what the table of routes says, and nobody else
// gets an answer that is a success.
import { describe, expect, it } from 'vitest';
import { SCOPE_NAMES } from '../../../lib/api/roles.ts';
import type { Route } from '../../../lib/api/route.ts';
import { READS, WRITES } from '../../../lib/api/routes/routes.ts';
import { type Api, anApi, type Given, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { aRecord } from '../../support/records.ts';

type OperationId = keyof typeof READS | keyof typeof WRITES;

const CAMPAIGN = { campaign: 'spring' };

/** A request of each operation that succeeds for whoever may make it. */
const EXAMPLES: { readonly [K in OperationId]: Given } = {
  listCampaigns: {},
  readCampaign: { params: CAMPAIGN },
  switchCampaign: { params: CAMPAIGN, body: { state: 'running' } },
  readOpenApi: {},
};

const centre = definitions({
  campaign: { supervisors: ['ewa'] },
  supervisors: { ewa: { email: 'ewa@example.org' }, jan: { email: 'jan@example.org' } },
  also: { autumn: { supervisors: ['jan'] } },
});

/** Everybody who may ask, and whether they may if the row names their role or scope. */
const EVERYBODY = {
  'an administrator': { claims: tokenOf.administrator, role: 'administrator', reaches: true },
  'the supervisor of the campaign': {
    claims: tokenOf.supervisor('ewa'),
    role: 'supervisor',
    reaches: true,
  },
  'the supervisor of another campaign': {
    claims: tokenOf.supervisor('jan'),
    role: 'supervisor',
    reaches: false,
  },
  'the agent of the record': { claims: tokenOf.agent('eva'), role: 'agent', reaches: true },
  'another agent': { claims: tokenOf.agent('tom'), role: 'agent', reaches: false },
  'a person without a role': { claims: tokenOf.person('ola'), role: 'none', reaches: true },
} as const;

/** Of these the rows are about no campaign. */
const isAboutCampaign = ({ path }: Route): boolean => path.includes('{campaign}');

async function aCentre(): Promise<Api> {
  const api = anApi(centre);
  await api.ports.records.commit({
    before: undefined,
    after: aRecord('ann', { privateTo: undefined }),
    entries: [],
  });
  return api;
}

const routes: readonly (readonly [string, Route])[] = Object.entries({ ...READS, ...WRITES });
const isOperation = (id: string): id is OperationId => id in EXAMPLES;
const exampleOf = (id: string): Given => (isOperation(id) ? EXAMPLES[id] : {});

describe.each(routes)('%s', (id, route) => {
  const { who } = route;

  it.each(Object.entries(EVERYBODY))('asked by %s', async (_, { claims, role, reaches }) => {
    const api = await aCentre();
    const named = who === 'anyone' || who.roles.some((one) => one === role);
    const within = who === 'anyone' || reaches || !isAboutCampaign(route);

    const { status } = await api.ask(claims, id, exampleOf(id));

    if (named && within) expect(status).toBe(route.status ?? 200);
    else expect(status).toBe(403);
  });

  it('asked by a program with the scope, and with every other scope', async () => {
    const scope = who === 'anyone' ? undefined : who.scope;
    const others = SCOPE_NAMES.filter((name) => name !== scope);

    const withOthers = await (await aCentre()).ask(tokenOf.program(...others), id, exampleOf(id));
    const withIt =
      scope && (await (await aCentre()).ask(tokenOf.program(scope), id, exampleOf(id)));

    expect(withOthers.status).toBe(who === 'anyone' ? (route.status ?? 200) : 403);
    expect(withIt?.status).toBe(scope && (route.status ?? 200));
  });

  it('asked by nobody, and with a token that is for no API', async () => {
    const api = await aCentre();
    const idToken = { ...tokenOf.administrator, token_use: 'id' };

    const answers = [
      await api.ask(undefined, id, exampleOf(id)),
      await api.ask(idToken, id, exampleOf(id)),
    ];

    const allowed = who === 'anyone' ? (route.status ?? 200) : 403;
    expect(answers.map(({ status }) => status)).toEqual([allowed, allowed]);
  });
});
