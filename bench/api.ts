// npm run bench:api: what a request costs the API itself: finding the route, reading the claims,
// checking the input, the use case over stores in memory, writing the answer. The gateway verifies
// the token; what that would cost here is measured beside it. With --json one object.
import { JwtVerifier } from 'aws-jwt-verify';
import { apiRead } from '../lib/api/api-read.ts';
import { apiWrite } from '../lib/api/api-write.ts';
import type { HttpRequest } from '../lib/application/tasks/api-tasks.ts';
import { readHttpRequest } from '../lib/aws/events/http-event.ts';
import { campaignId, recordId } from '../lib/domain/model/ids.ts';
import { parseInstant, plus } from '../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../lib/domain/model/record.ts';
import { UserPool } from '../lib/local/users/user-pool.ts';
import { memoryPorts } from '../lib/simulation/memory/ports.ts';
import { CAMPAIGN, exampleDefinitions, median, number, say, table } from './support.ts';

const NOW = parseInstant('2026-03-02T11:00:00Z');
const ROUNDS = 400;
const WARM = 200;
/** Records of the campaign: reads must not grow with them. */
const SIZES = [100, 20_000];
/** Milliseconds of CPU on the median, as the product promises. */
const LIMIT = 2;

const definitions = await exampleDefinitions();

function aRecord(n: number): CampaignRecord {
  const created = plus(NOW, -n);
  return {
    campaign: campaignId(CAMPAIGN),
    record: recordId(`record-${n}`),
    version: 1,
    state: 'new',
    phones: [{ value: `+48601${String(n).padStart(6, '0')}`, isDefault: true }],
    emails: [],
    fields: { name: 'Anna Nowak' },
    parameters: {},
    weight: 0,
    nextContact: NOW,
    attempts: 0,
    endings: {},
    success: false,
    rule: { passes: {} },
    origin: { kind: 'import', file: 'people.csv', row: n },
    createdAt: created,
    updatedAt: created,
  };
}

async function centreWith(records: number) {
  // time goes by with every look at it: no caller makes too many changes in ten seconds
  let looks = 0;
  const ports = memoryPorts({
    time: { now: () => plus(NOW, 0.05 * looks++) },
    definitions,
  });
  for (let n = 0; n < records; n++)
    await ports.records.commit({ before: undefined, after: aRecord(n), entries: [] });
  return ports;
}

type Centre = Awaited<ReturnType<typeof centreWith>>;

const CLAIMS = {
  token_use: 'access',
  username: 'admin',
  client_id: 'console',
  'cognito:groups': '[administrator]',
};

/** As API Gateway hands it over. */
const event = (routeKey: string, more: Readonly<Record<string, unknown>> = {}) => ({
  version: '2.0',
  routeKey,
  headers: { authorization: 'Bearer …', 'content-type': 'application/json', host: 'api' },
  requestContext: { requestId: 'r-1', authorizer: { jwt: { claims: CLAIMS } } },
  isBase64Encoded: false,
  ...more,
});

const record = { campaign: CAMPAIGN, record: 'record-7' };
let added = 0;

interface Case {
  readonly event: () => ReturnType<typeof event>;
  readonly serve: (request: HttpRequest, ports: Centre) => Promise<{ readonly status: number }>;
}

const CASES: Readonly<Record<string, Case>> = {
  'list campaigns': { event: () => event('GET /v1/campaigns'), serve: apiRead },
  'read a record': {
    event: () => event('GET /v1/campaigns/{campaign}/records/{record}', { pathParameters: record }),
    serve: apiRead,
  },
  'find a person': {
    event: () => event('GET /v1/contacts', { queryStringParameters: { phone: '+48601000007' } }),
    serve: apiRead,
  },
  'add a record': {
    event: () => {
      added += 1;
      return event('POST /v1/campaigns/{campaign}/records', {
        pathParameters: { campaign: CAMPAIGN },
        body: JSON.stringify({
          records: [{ phones: [`+48602${String(added).padStart(6, '0')}`] }],
        }),
      });
    },
    serve: apiWrite,
  },
  'refuse a body': {
    event: () =>
      event('POST /v1/campaigns/{campaign}/records', {
        pathParameters: { campaign: CAMPAIGN },
        body: JSON.stringify({ records: [{ phone: '600100200' }], colour: 'red' }),
      }),
    serve: apiWrite,
  },
};

/** Milliseconds of CPU of each round. */
async function cpuOf(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const each: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    each.push((user + system) / 1000);
  }
  return median(each.slice(WARM));
}

interface Row {
  readonly request: string;
  readonly records: number;
  readonly milliseconds: number;
}

async function measured(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const records of SIZES) {
    const ports = await centreWith(records);
    for (const [request, { event: made, serve }] of Object.entries(CASES)) {
      const milliseconds = await cpuOf(ROUNDS, async () => {
        const { status } = await serve(readHttpRequest(made()), ports);
        if (status === 429 || status >= 500)
          throw new Error(`${request} was answered with ${status}`);
      });
      rows.push({ request, records, milliseconds });
    }
  }
  return rows;
}

/** What the gateway does before. */
async function verification(): Promise<number> {
  const pool = new UserPool('eu-central-1');
  const client = {
    ...{ id: 'c', name: 'c', secret: undefined, flows: [], scopes: [], callbacks: [] },
    accessFor: 3600,
  };
  const { access_token } = await pool.tokensFor({ username: 'admin', groups: [] }, client);
  const verifier = JwtVerifier.create({ issuer: pool.issuer, audience: null });
  const { keys } = await pool.jwks();
  verifier.cacheJwks({ keys: keys.map((key) => ({ ...key, kty: 'RSA', kid: key.kid ?? '' })) });
  return cpuOf(ROUNDS, async () => verifier.verifySync(access_token));
}

const rows = await measured();
const verify = await verification();
if (process.argv.includes('--json')) say(JSON.stringify({ limit: LIMIT, verify, rows }));
else {
  table(
    ['request', 'records', 'ms of CPU, median'],
    rows.map(({ request, records, milliseconds }) => [
      request,
      number(records),
      number(milliseconds),
    ]),
  );
  say(`\nVerifying the token, as the gateway does: ${number(verify)} ms`);
}
const slow = rows.filter(({ milliseconds }) => milliseconds > LIMIT);
for (const { request, milliseconds } of slow)
  say(`${request} takes ${number(milliseconds)} ms, more than ${LIMIT}`);
process.exitCode = slow.length > 0 ? 1 : 0;
