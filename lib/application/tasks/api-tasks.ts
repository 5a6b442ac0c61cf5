// The tasks behind the HTTP API, part of the task catalogue: one function for what only reads, one
// for what changes something and one for the work of agents, so that whoever reads holds no right
// to write and whoever writes none to place calls. The operations are rows of lib/api/routes.
import { z } from 'zod';
import type { FaultName } from './faults.ts';
import { KEEPS_FAILING } from './wiring.ts';

/** A request as the gateway passes it on: the route is found and the token is verified. */
const HttpRequest = z.object({
  route: z.string().describe('method and path pattern, e.g. GET /v1/campaigns/{campaign}'),
  params: z.record(z.string(), z.string()),
  query: z.record(z.string(), z.string()),
  headers: z.record(z.string(), z.string()).describe('names in lower case'),
  body: z.string().optional(),
  claims: z
    .record(z.string(), z.string())
    .optional()
    .describe('of the verified token; missing where a route is open to anyone'),
  request: z.string().describe('id of the request'),
});
export type HttpRequest = z.output<typeof HttpRequest>;

const HttpAnswer = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type HttpAnswer = z.output<typeof HttpAnswer>;

const FAULTS: readonly FaultName[] = [
  'StoreUnavailable',
  'RecordContended',
  'TelephonyUnavailable',
];

const OF_THE_API = {
  trigger: 'http',
  // somebody waits for the answer: a large share of a core for a quick start
  memory: 1024,
  timeout: 25,
  alarm: KEEPS_FAILING,
  input: HttpRequest,
  output: HttpAnswer,
  faults: FAULTS,
} as const;

export const API_TASKS = {
  'api-read': {
    ...OF_THE_API,
    ports: [
      ...(['clock', 'definitions', 'records', 'recordList', 'journal'] as const),
      ...(['campaigns', 'agents', 'auditTrail', 'importReports', 'webhooks'] as const),
      ...(['filters', 'jobs', 'reports', 'ledger', 'contactLog'] as const),
    ],
    does: 'Answers requests to the API that only read.',
  },
  'api-write': {
    ...OF_THE_API,
    ports: [
      ...(['clock', 'definitions', 'records', 'campaigns', 'tickQueue', 'pseudonyms'] as const),
      ...(['ledger', 'contactLog', 'uploads', 'audit', 'givenAnswers', 'callerRates'] as const),
      ...(['savedMappings', 'mappingSaving', 'importQueue'] as const),
      ...(['webhooks', 'webhookQueue', 'secretRotation'] as const),
      ...(['ids', 'filters', 'jobs', 'copyQueue'] as const),
    ],
    does: 'Carries out requests to the API that change something.',
  },
  'api-agent': {
    ...OF_THE_API,
    ports: [
      ...(['clock', 'definitions', 'records', 'campaigns', 'agents'] as const),
      ...(['contacts', 'slots', 'surveyQueue', 'tickQueue'] as const),
      ...(['throttle', 'telephony', 'dialQueue'] as const),
      ...(['pseudonyms', 'ledger', 'contactLog', 'audit', 'givenAnswers', 'callerRates'] as const),
      'agentHolds',
    ],
    does: 'Carries out what agents ask of the API during their work: windows and scripts of contacts, classifications, answers to offers.',
  },
  'api-live': {
    ...OF_THE_API,
    memory: 512,
    ports: ['clock', 'definitions', 'admissions'],
    does: 'Lets pages connect that want to be told of changes.',
  },
} as const;
