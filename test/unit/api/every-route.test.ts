// Every operation asked by everybody: who may is what the table of routes says, and nobody else
// gets an answer that is a success.
import { describe, expect, it } from 'vitest';
import { SCOPE_NAMES } from '../../../lib/api/roles.ts';
import type { Route } from '../../../lib/api/route.ts';
import { DESK, type LIVE, READS, WINDOWS, WRITES } from '../../../lib/api/routes/routes.ts';
import { importContacts } from '../../../lib/application/imports/import-contacts.ts';
import type { Ports } from '../../../lib/application/ports/ports.ts';
import { deliverWebhook } from '../../../lib/application/webhooks/deliver-webhook.ts';
import { tokenOf as tokenOfMail } from '../../../lib/domain/messaging/unsubscribing.ts';
import { campaignId, messageId } from '../../../lib/domain/model/ids.ts';
import { deliveryId } from '../../../lib/domain/webhooks/endpoint.ts';
import { memoryPseudonyms } from '../../../lib/simulation/memory/pseudonyms.ts';
import { type Api, apiOver, type Given, tokenOf } from '../../support/api.ts';
import { at, NOW, ref } from '../../support/records.ts';
import { aFloor, EVA, type Setup, SPRING } from '../application/a-floor.ts';

type OperationId =
  | keyof typeof READS
  | keyof typeof WRITES
  | keyof typeof DESK
  | keyof typeof WINDOWS
  | keyof typeof LIVE;

const spring = { campaign: 'spring' };
const bob = { campaign: 'spring', record: 'bob' };
const phone = '+48600000001';
const crm = { campaign: 'spring', webhook: 'crm' };
/** The event of the campaign's being switched on. */
const SWITCHED = 'campaign#spring.000000001.00';
const DAY = { from: '2026-03-02' };
const webhooks = { crm: { url: 'https://crm.example.org/hook', events: ['campaign.switched'] } };

/** Of a message that is there no more. */
const TOKEN = tokenOfMail(
  { ...ref('spring', 'bob'), id: messageId('m-1') },
  (await memoryPseudonyms().of('unsubscribe:spring/bob/m-1'))[0],
);

/** A request of each operation that succeeds for whoever may make it. */
const EXAMPLES: { readonly [K in OperationId]: Given } = {
  listCampaigns: {},
  readCampaign: { params: spring },
  readProgress: { params: spring },
  readLive: { params: spring },
  listAlerts: {},
  readForecast: { params: spring },
  switchCampaign: { params: spring, body: { state: 'paused' } },
  listRecords: { params: spring },
  listNextRecords: { params: spring },
  readRecord: { params: bob },
  readTimeline: { params: bob },
  explainRecord: { params: bob },
  listContacts: { params: bob },
  addRecords: { params: spring, body: { records: [{ phones: [phone] }] } },
  eraseRecord: { params: bob },
  editRecord: { params: bob, body: { fields: { name: 'Bob' } } },
  editEndpoints: { params: bob, body: { phones: ['+48600100200'], emails: [] } },
  readMyCampaign: { params: spring },
  setDefault: { params: bob, body: { of: 'email', value: 'ann@example.org' } },
  setOwner: { params: bob, body: { agent: 'tom' } },
  removeOwner: { params: bob },
  closeRecord: { params: bob },
  putBackRecord: { params: bob, body: {} },
  changeRecords: { params: spring, body: { records: ['bob'], change: { kind: 'close' } } },
  searchRecords: { params: spring, body: { conditions: { states: ['new'] } } },
  listFilters: { params: spring },
  readFilter: { params: { ...spring, filter: 'open' } },
  saveFilter: { params: { ...spring, filter: 'sold' }, body: { title: 'Sold', conditions: {} } },
  removeFilter: { params: { ...spring, filter: 'open' } },
  listCopies: { params: spring },
  readCopy: { params: { ...spring, copy: 'c-1' } },
  stopCopy: { params: { ...spring, copy: 'c-1' } },
  copyRecords: { params: spring, body: { from: 'summer', records: 'all' } },
  classifyRecord: { params: { campaign: 'spring', record: 'ann' }, body: { classifier: 'sold' } },
  setRecall: { params: bob, body: { at: '2026-03-03T09:00:00Z' } },
  extendWrapUp: { params: { campaign: 'spring', record: 'ann' } },
  answerText: {
    params: { campaign: 'spring', record: 'ann' },
    body: { text: 'At nine.', id: 'a-1' },
  },
  permitCall: { body: { number: '601 100 200', campaign: 'spring' } },
  takeText: {
    params: { campaign: 'spring', record: 'ann' },
    body: { press: 'accept' },
  },
  readConsents: { query: { address: phone } },
  changeConsents: {
    body: { address: phone, change: { kind: 'blacklist', reason: 'they asked' } },
  },
  changePrefixes: { body: { prefix: '+4870', change: { kind: 'blacklist', reason: 'premium' } } },
  answerOffer: { params: { campaign: 'spring', record: 'ann' }, body: { press: 'call' } },
  listImports: { params: spring },
  readImport: { params: { ...spring, file: 'people.csv' } },
  readRejectedRows: { params: { ...spring, file: 'people.csv' } },
  startImport: { params: spring, body: { file: 'people.csv', csv: 'phone\n600100200\n' } },
  previewImport: { params: spring, body: { csv: 'phone\n600100200\n' } },
  askUnsubscribe: { params: { token: 'abc' } },
  unsubscribe: { params: { token: TOKEN } },
  writeEmail: {
    params: bob,
    body: { id: 'e-1', mailbox: 'appointments', subject: 'Hello', text: 'Dear Bob' },
  },
  writeText: { params: bob, body: { id: 't-1', text: 'At nine, Bob.', from: 'Ringback' } },
  checkNumber: { body: { number: '600 100 200', campaign: 'spring' } },
  undoImport: { params: { ...spring, file: 'old.csv' } },
  readUndoneImport: { params: { ...spring, file: 'people.csv' } },
  readKeptRows: { params: { ...spring, file: 'people.csv' } },
  saveMapping: {
    params: spring,
    body: { headings: ['phone'], mapping: { phone: 'phone' } },
  },
  readScript: { params: { campaign: 'spring', record: 'ann' } },
  listScriptAnswers: { params: spring },
  answerScript: {
    params: { campaign: 'spring', record: 'ann' },
    body: { answers: { reason: 'price' } },
  },
  readDirectory: {},
  readPerson: { params: bob },
  readPersonTimeline: { params: bob },
  findContact: { query: { phone } },
  readContactTimeline: { query: { phone } },
  listGroups: {},
  listGraphs: {},
  readDefinitions: { params: spring },
  readGraph: { params: { kind: 'rule', id: 'rule' } },
  listScenarios: { params: { kind: 'rule', id: 'rule' } },
  readGraphCounts: { params: { kind: 'rule', id: 'rule' } },
  listWebhooks: { params: spring },
  listDeliveries: { params: crm },
  readDelivery: { params: { ...crm, delivery: deliveryId(crm, { id: SWITCHED, at: NOW }) } },
  resendDeliveries: { params: crm, body: { failed: true } },
  enableWebhook: { params: crm },
  rotateSecret: { params: crm },
  listUnhandled: { params: spring },
  listOffers: {},
  readDesk: {},
  listMyRecords: {},
  listUnclaimed: {},
  readWindow: { params: { campaign: 'spring', record: 'ann' } },
  listRecontactTimes: { params: bob },
  readHistory: { params: bob },
  reportFigures: { query: DAY },
  reportFiguresCsv: { query: DAY },
  reportContacts: { params: spring, query: DAY },
  reportContactsCsv: { params: spring, query: DAY },
  reportRecalls: { params: spring },
  reportRecallsCsv: { params: spring },
  reportRecordings: { params: spring, query: DAY },
  reportRecordingsCsv: { params: spring, query: DAY },
  readSettings: {},
  readDeployment: {},
  listAudit: {},
  readOpenApi: {},
  watchChanges: {},
};

const SUPERVISED: Setup = {
  queue: { script: 'talk' },
  scripts: {
    talk: {
      name: 'Talk',
      start: 'hello',
      pages: { hello: { questions: { reason: { kind: 'text', label: 'Why?' } } } },
    },
  },
  campaign: {
    supervisors: ['ewa'],
    webhooks,
    agentsMay: { addRecords: true, callOthers: true, editContactData: true },
  },
  supervisors: { ewa: { email: 'ewa@example.org' }, jan: { email: 'jan@example.org' } },
  also: { autumn: { supervisors: ['jan'] }, summer: { supervisors: ['ewa'] } },
};

const BY_HAND: Setup = {
  ...SUPERVISED,
  campaign: { supervisors: ['ewa'], handling: 'manual-web' },
  outbound: { mode: 'preview' },
};

/** Ann and Bob are Eva's; Ann is being called, or offered to Eva where agents start the calls. */
async function aCentre(operation: string): Promise<{ readonly api: Api; readonly given: Given }> {
  const byHand = operation === 'answerOffer';
  const floor = await aFloor(byHand ? BY_HAND : SUPERVISED);
  await floor.add('ann', { privateTo: EVA });
  await floor.add('bob', { privateTo: EVA, nextContact: at(3600) });
  await floor.tick();
  if (operation === 'readDelivery')
    await deliverWebhook({ campaign: 'spring', id: SWITCHED }, floor.ports);
  if (!byHand) await floor.placeAll();
  await keepJobs(floor.ports);
  floor.ports.files.put('reports/spring/people.csv.rejected.csv', 'row,outcome\r\n');
  if (operation === 'readUndoneImport' || operation === 'readKeptRows') {
    const undone = { key: 'imports/spring/people.csv', undo: { by: 'ewa' } };
    floor.ports.files.put(undone.key, 'phone\n600100200\n');
    await importContacts({ campaign: 'spring', ...undone }, floor.ports);
  }
  const { id } = await floor.attempt('ann');
  const given = exampleOf(operation);
  const api = apiOver(floor.ports);
  if (ABOUT_ATTEMPT.includes(operation))
    return { api, given: { ...given, params: { ...given.params, attempt: id } } };
  if (operation !== 'classifyRecord') return { api, given };
  return { api, given: { ...given, body: { classifier: 'sold', attempt: id, agent: 'eva' } } };
}

/** A filter, a copy and an import of the campaign. */
async function keepJobs({ filters, jobs }: Ports): Promise<void> {
  const changed = { changedAt: NOW, changedBy: 'ewa' };
  const conditions = { states: ['new'] } as const;
  await filters.change(undefined, {
    ...{ campaign: 'spring', filter: 'open', version: 1, title: 'Open', ...changed },
    conditions: { states: [...conditions.states] },
  });
  const job = { campaign: SPRING, version: 1, startedAt: NOW, changedAt: NOW } as const;
  const tally = { imported: 0, present: 0, duplicates: 0, rejected: 0, rows: 0 };
  await jobs.change(undefined, {
    ...job,
    kind: 'import',
    id: 'people.csv',
    state: 'finished',
    ...tally,
  });
  const copied = { done: 0, looked: 0, added: 0, present: 0, refused: 0, refusals: [] };
  const order = {
    from: campaignId('summer'),
    by: 'ewa',
    of: { kind: 'all' },
    keepsOwners: false,
  } as const;
  await jobs.change(undefined, {
    ...job,
    kind: 'copy',
    id: 'c-1',
    state: 'waiting',
    ...order,
    ...copied,
    continuously: { passAt: NOW, wholeAt: NOW },
  });
}

/** Their path names the contact with Ann. */
const ABOUT_ATTEMPT = [
  ...['answerOffer', 'extendWrapUp', 'answerText', 'takeText'],
  ...['readScript', 'answerScript', 'readWindow'],
];
/**
 * Who may ask gets as far as the decision, which is no here: Ann was called, by the dialer, and the
 * campaign leaves recalls to classifiers.
 */
const DECIDED_AGAINST = ['extendWrapUp', 'answerText', 'setRecall', 'takeText'];

const statusOf = (operation: string, { status = 200 }: Route): number =>
  DECIDED_AGAINST.includes(operation) ? 409 : status;

const isOperation = (id: string): id is OperationId => id in EXAMPLES;
const exampleOf = (id: string): Given => (isOperation(id) ? EXAMPLES[id] : {});

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

/** About the campaign an agent works for, and no record of it. */
const OF_THE_TEAM = ['readProgress', 'readMyCampaign', 'addRecords'];

/** Of these the rows are about no campaign. */
const isAboutCampaign = ({ path }: Route): boolean => path.includes('{campaign}');

/** Of these each agent sees what is theirs. */
const OWN_LISTS = ['listUnhandled'];

const routes: readonly (readonly [string, Route])[] = Object.entries({
  ...READS,
  ...WRITES,
  ...DESK,
  ...WINDOWS,
});

describe.each(routes)('%s', (id, route) => {
  const { who } = route;

  it.each(Object.entries(EVERYBODY))('asked by %s', async (_, { claims, role, reaches }) => {
    const { api, given } = await aCentre(id);
    const named = who === 'anyone' || who.roles.some((one) => one === role);
    const open = role === 'agent' && [...OF_THE_TEAM, ...OWN_LISTS].includes(id);
    const within = who === 'anyone' || reaches || open || !isAboutCampaign(route);

    const { status } = await api.ask(claims, id, given);

    if (named && within) expect(status).toBe(statusOf(id, route));
    else expect(status).toBe(403);
  });

  it('asked by a program with the scope, and with every other scope', async () => {
    const scope = who === 'anyone' ? undefined : who.scope;
    const others = SCOPE_NAMES.filter((name) => name !== scope);

    const { api, given } = await aCentre(id);

    const withOthers = await api.ask(tokenOf.program(...others), id, given);
    const withIt = scope && (await api.ask(tokenOf.program(scope), id, given));

    expect(withOthers.status).toBe(who === 'anyone' ? (route.status ?? 200) : 403);
    expect(withIt?.status).toBe(scope && statusOf(id, route));
  });

  it('asked by nobody, and with a token that is for no API', async () => {
    const { api, given } = await aCentre(id);
    const idToken = { ...tokenOf.administrator, token_use: 'id' };

    const answers = [await api.ask(undefined, id, given), await api.ask(idToken, id, given)];

    const allowed = who === 'anyone' ? (route.status ?? 200) : 403;
    expect(answers.map(({ status }) => status)).toEqual([allowed, allowed]);
  });
});
