// Short stories in which, together, every kind of event happens: a campaign of the examples with a
// few people, and what happens seldom told by hand. Time and ids are the same in every run.
import { readFileSync } from 'node:fs';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { callRecord } from '../../../../lib/application/dialing/call-record.ts';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import { placeCall } from '../../../../lib/application/dialing/place-call.ts';
import { authoriseCaller } from '../../../../lib/application/inbound/authorise-caller.ts';
import { deliverVoicemail } from '../../../../lib/application/inbound/deliver-voicemail.ts';
import { extendWrapUpTime } from '../../../../lib/application/inbound/extend-wrap-up.ts';
import { keepSurveyAnswer } from '../../../../lib/application/inbound/keep-survey-answer.ts';
import { markForwarding } from '../../../../lib/application/inbound/mark-forwarding.ts';
import { markVoicemail } from '../../../../lib/application/inbound/mark-voicemail.ts';
import { placeSurveyCall } from '../../../../lib/application/inbound/place-survey-call.ts';
import { raisePriority } from '../../../../lib/application/inbound/raise-priority.ts';
import { routeCall } from '../../../../lib/application/inbound/route-call.ts';
import { scheduleCallback } from '../../../../lib/application/inbound/schedule-callback.ts';
import { messageEvents } from '../../../../lib/application/messaging/message-events.ts';
import { sendEmail } from '../../../../lib/application/messaging/send-email.ts';
import { sendSms } from '../../../../lib/application/messaging/send-sms.ts';
import type { Ports } from '../../../../lib/application/ports/ports.ts';
import { changeDefault } from '../../../../lib/application/records/change-default.ts';
import { updateRecords } from '../../../../lib/application/records/update-records.ts';
import { commitRule } from '../../../../lib/application/rules/commit-rule.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { parseInstant, plus } from '../../../../lib/domain/model/instant.ts';
import type { EntryType } from '../../../../lib/domain/model/journal.ts';
import { editFields } from '../../../../lib/domain/records/edit-fields.ts';
import type { RuleAction } from '../../../../lib/domain/rules/rule-schema.ts';
import { Simulation } from '../../../../lib/simulation/centre/simulation.ts';
import type { WrittenEntry } from '../../../../lib/simulation/memory/journal.ts';
import { aWav } from '../../../support/a-wav.ts';
import { exampleFolder, loadExample } from '../../../support/example.ts';
import { at, ref } from '../../../support/records.ts';
import {
  aFloor,
  EVA,
  type Floor,
  rangOut,
  type Setup,
  talkedTo,
} from '../../application/a-floor.ts';
import { aReception, Caller, calling, phoneOf } from '../../application/inbound/a-caller.ts';
import { aCopy, anImportUndone, aReceiverThatIsGone } from './stories-of-administrators.ts';
import { aScript } from './stories-of-agents.ts';
import {
  aMove,
  aNumberBlacklisted,
  anAbsence,
  announcements,
  aReply,
  objections,
} from './stories-of-texts.ts';

/** The first event of each kind, in the order in which the kinds come up. */
export async function everyEvent(): Promise<ReadonlyMap<EntryType, WrittenEntry>> {
  const first = new Map<EntryType, WrittenEntry>();
  const take = (written: WrittenEntry) => {
    if (!first.has(written.entry.type)) first.set(written.entry.type, written);
  };
  await aMorning(take);
  for (const tell of STORIES) {
    const floor = await tell();
    for (const written of floor.ports.journal.all()) take(written);
  }
  return first;
}

const PEOPLE = 12;
const FOLDER = exampleFolder('clinic-recall');

/** Some people of the clinic's list are called for half a day. */
async function aMorning(take: (written: WrittenEntry) => void): Promise<void> {
  const { definitions } = await loadExample(FOLDER);
  const start = parseInstant('2026-03-02T08:00:00Z');
  const centre = new Simulation({ definitions, start, seed: 'events' });
  centre.ports.journal.listen(take);
  const lines = readFileSync(`${FOLDER}/contacts.csv`, 'latin1')
    .split('\n')
    .slice(0, PEOPLE + 1);
  const key = 'imports/spring-recall/contacts.csv';
  centre.ports.files.put(key, Buffer.from(lines.join('\n'), 'latin1'));
  await centre.perform('import-contacts', { campaign: 'spring-recall', key });
  const on = { campaign: 'spring-recall', to: 'running', by: 'olga' } as const;
  await centre.perform('switch-campaign', on);
  await centre.runUntil(plus(start, 5 * 3600));
}

const contact = contactId('contact-1');

async function called(setup: Setup = {}, facts = rangOut({ contact })): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'], ...setup });
  await floor.tick();
  await floor.placeAll();
  await contactEvents(facts, floor.ports);
  return floor;
}

async function ruleDoes(
  floor: Floor,
  actions: Readonly<Record<string, RuleAction>>,
  restarted = '',
): Promise<void> {
  const { id: attempt } = await floor.attempt('ann');
  const run = { campaign: 'spring', record: 'ann', attempt, rule: 'rule', version: 'v1' };
  const path = `/${Object.keys(actions).join('/')}`;
  await commitRule({ ...run, path, restarted, values: {}, actions }, floor.ports);
}

const again = { kind: 'recontact', after: { days: 0, seconds: 7200 } } as const;
const LOOP = '{% for visit in (1..visits) %}x{% endfor %}';

/** A rule adds a parameter, orders messages and deletes the contact. */
async function aRule(): Promise<Floor> {
  const floor = await called();
  await ruleDoes(floor, {
    note: { kind: 'add-parameter', to: 'call', name: 'tried', value: 'yes' },
    text: { kind: 'send-sms', from: 'Ringback', text: 'We tried to reach you.' },
    again,
  });
  const [message] = floor.ports.records.messagesOf(ref('spring', 'ann'));
  const sent = { campaign: 'spring', record: 'ann', message: message?.id ?? '' };
  await sendSms(sent, floor.ports);
  await messageEvents({ ...sent, outcome: 'delivered', providerId: 'sms-1' }, floor.ports);
  return floor;
}

async function aMessageThatFails(outcome: 'failed' | 'lost'): Promise<Floor> {
  const floor = await called();
  await ruleDoes(floor, { text: { kind: 'send-sms', from: 'Ringback', text: 'Hello' }, again });
  const [message] = floor.ports.records.messagesOf(ref('spring', 'ann'));
  const sent = { campaign: 'spring', record: 'ann', message: message?.id ?? '' };
  if (outcome === 'lost') {
    const dies = { send: () => Promise.reject(new Error('killed')) };
    await sendSms(sent, { ...floor.ports, sms: dies }).catch(() => undefined);
    floor.waitUntil(2000);
    await sweeper({}, floor.ports);
    return floor;
  }
  await sendSms(sent, floor.ports);
  await messageEvents({ ...sent, outcome, reason: 'UNREACHABLE' }, floor.ports);
  return floor;
}

async function aTextThatCannotBe(): Promise<Floor> {
  const floor = await aFloor();
  await floor.add('ann', { fields: { visits: '100000000' } });
  await floor.tick();
  await floor.placeAll();
  await contactEvents(rangOut({ contact }), floor.ports);
  await ruleDoes(floor, { text: { kind: 'send-sms', from: 'Ringback', text: LOOP }, again });
  return floor;
}

async function aDeletion(): Promise<Floor> {
  const floor = await called();
  await ruleDoes(floor, { forget: { kind: 'delete-contact' } });
  return floor;
}

/** The rule decides nothing; a person decides, edits the record and makes it private. */
async function aSupervisorAtWork(): Promise<Floor> {
  const floor = await called();
  await ruleDoes(floor, {});
  const change = (what: TaskInput<'update-records'>['change']) =>
    updateRecords({ campaign: 'spring', records: ['ann'], change: what, by: 'olga' }, floor.ports);
  await change({ kind: 'put-back' });
  await change({ kind: 'reserve', agent: 'eva' });
  await change({ kind: 'release' });
  const record = await floor.record('ann');
  const edit = { values: { name: 'Anna' }, by: 'olga' };
  const fields = floor.ports.definitions.definitions().campaigns.spring?.fields ?? {};
  const edited = editFields(record, fields, edit, floor.ports.clock.now());
  if (edited.kind === 'edited') await floor.ports.records.commit(edited.change);
  await change({ kind: 'close' });
  return floor;
}

async function anotherDefault(): Promise<Floor> {
  const floor = await aFloor();
  const numbers = ['+48600000001', '+48600000002'];
  const phones = numbers.map((value, n) => ({ value, isDefault: n === 0 }));
  await floor.add('ann', { phones });
  const asked = { campaign: 'spring', record: 'ann', of: 'phone', by: 'eva' } as const;
  await changeDefault({ ...asked, value: numbers[1] ?? '' }, floor.ports);
  return floor;
}

async function anOffer(press: 'call' | 'skip'): Promise<Floor> {
  const floor = await aFloor({
    campaign: { handling: 'manual-web' },
    outbound: { mode: 'preview', offerFor: '90 s' },
    records: ['ann'],
  });
  await floor.tick();
  const { id: attempt } = await floor.attempt('ann');
  const pressed = { campaign: 'spring', record: 'ann', attempt, agent: EVA, press };
  await callRecord(pressed, floor.ports);
  return floor;
}

/** Connect refuses the call, or its answer gets lost. */
async function aCallThatIsNot(because: 'refused' | 'lost'): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'] });
  await floor.order();
  const { id: attempt } = await floor.attempt('ann');
  const order = { campaign: 'spring', record: 'ann', attempt };
  if (because === 'refused') {
    floor.ports.telephony.refuse(await phoneOf(floor, 'ann'), 'destination not allowed');
    await placeCall(order, floor.ports);
    return floor;
  }
  const dial = () => Promise.reject(new Fault('CallUnclear', 'no answer'));
  const telephony = { ...floor.ports.telephony, dial };
  await placeCall(order, { ...floor.ports, telephony }).catch(() => undefined);
  floor.waitUntil(605);
  await sweeper({}, floor.ports);
  return floor;
}

/** It is due in the evening, when the queue is closed. */
async function aWait(): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'] });
  floor.waitUntil(12 * 3600);
  await floor.tick();
  return floor;
}

/** Eva transfers the call to the queue of another team; nobody classifies it. */
async function aTransfer(): Promise<Floor> {
  const floor = await called({}, talkedTo({ contact }, EVA));
  const transfer = { of: contact, to: 'queue' } as const;
  await contactEvents({ contact: 'contact-2', queue: 'sales', transfer }, floor.ports);
  floor.waitUntil(400);
  await sweeper({}, floor.ports);
  return floor;
}

const questions = [{ id: 'polite', say: 'Was it polite?' }];

async function aConversation(): Promise<Floor> {
  const { floor, caller } = await calling({
    inbound: {
      wrapUp: '30 s',
      extraWrapUp: '60 s',
      survey: { how: 'call-back', after: '2 min', questions },
    },
    queue: { steps: [{ after: '1 min', coefficient: 2 }] },
  });
  await routeCall({ ...caller.at('first'), queue: 'sales' }, floor.ports);
  await raisePriority({ ...caller.asking(), queue: 'sales', waited: 60 }, floor.ports);
  await caller.talksWith('eva');
  const call = { campaign: 'spring', record: 'ann', attempt: 'in-c-1' };
  await extendWrapUpTime({ ...call, agent: 'eva' }, floor.ports);
  await placeSurveyCall(call, floor.ports);
  const asked = { ...caller.asking(), contact: 'survey-1', question: 'polite', key: '4' };
  await keepSurveyAnswer(asked, floor.ports);
  await classifyRecord(
    { ...call, classifier: 'sold', agent: 'eva', fields: { name: 'Ann' } },
    floor.ports,
  );
  return floor;
}

async function aSurveyRefused(): Promise<Floor> {
  const survey = { how: 'call-back', after: '2 min', questions } as const;
  const { floor, caller } = await calling({ inbound: { survey } });
  await caller.talksWith('eva');
  floor.ports.telephony.refuse(caller.from ?? '', 'destination not allowed');
  await placeSurveyCall({ campaign: 'spring', record: 'ann', attempt: 'in-c-1' }, floor.ports);
  return floor;
}

async function aVoicemail(): Promise<Floor> {
  const floor = await aReception({
    blocks: { first: { kind: 'voicemail', next: 'bye' } },
    inbound: { voicemail: { to: 'desk@example.org', mailbox: 'appointments' } },
    records: ['ann'],
  });
  const caller = new Caller(floor, await phoneOf(floor, 'ann'));
  await caller.call();
  floor.waitUntil(10);
  await markVoicemail({ ...caller.at('first'), phase: 'begin' }, floor.ports);
  floor.waitUntil(16);
  await markVoicemail({ ...caller.at('first'), phase: 'end' }, floor.ports);
  await caller.hangsUp(20);
  const key = 'connect/ivr/2026/03/02/c-1_20260302T09:00_UTC.wav';
  floor.ports.recordings.put(key, aWav({ seconds: 18 }), at(2));
  await deliverVoicemail({ key }, floor.ports);
  return floor;
}

/** @param number that the caller keys */
async function aCallBack(number: string): Promise<Floor> {
  const blocks = { first: { kind: 'callback', number: 'ask', next: 'bye' } } as const;
  const { floor, caller } = await calling({ inbound: { callBack: 'ivr' }, blocks });
  await scheduleCallback({ ...caller.at('first'), number }, floor.ports);
  await caller.hangsUp();
  return floor;
}

async function aForwarding(): Promise<Floor> {
  const dial = { kind: 'dial', number: '+48587770000', ringFor: '30 s' } as const;
  const blocks = { first: { ...dial, next: 'bye', failed: 'bye' } };
  const { floor, caller } = await calling({ blocks, inbound: { callBack: 'always' } });
  floor.waitUntil(10);
  await markForwarding({ ...caller.at('first'), phase: 'begin' }, floor.ports);
  floor.waitUntil(25);
  await markForwarding({ ...caller.at('first'), phase: 'taken' }, floor.ports);
  await caller.hangsUp(26);
  return floor;
}

/** A stranger keys the number of their contract: the call goes on at their record. */
async function aStrangerKnown(): Promise<Floor> {
  const ask = { kind: 'authorise', ask: 'Your number?', field: 'client' } as const;
  const floor = await aReception({
    campaign: { fields: { name: { significant: true }, client: {} } },
    blocks: { first: { ...ask, success: 'bye', failure: 'bye' } },
  });
  await floor.add('ann', { fields: { client: '123456' } });
  const caller = new Caller(floor, '+48600999888');
  await caller.call();
  await authoriseCaller({ ...caller.at('first'), digits: '123456' }, floor.ports);
  return floor;
}

/** The pool runs low: one supervisor can be told, the mail to the other comes back. */
async function anAlert(): Promise<Floor> {
  const floor = await aFloor({
    supervisors: { ewa: { email: 'ewa@example.org' }, jan: { email: 'jan@example.org' } },
    campaign: { supervisors: ['ewa', 'jan'], alerts: { poolBelow: 5 } },
    records: ['ann', 'ben'],
  });
  await floor.tick();
  const alert = { campaign: 'spring', at: '2026-03-02T09:00:00.000Z', left: 1, limit: 5 };
  await sendEmail(alert, floor.ports);
  const refusing: Ports['email'] = {
    send: async (mail) =>
      'supervisor' in mail && mail.supervisor === 'jan'
        ? { kind: 'rejected', reason: 'the address is suppressed' }
        : floor.ports.email.send(mail),
  };
  floor.waitUntil(10);
  for (const { body } of [...floor.ports.emailQueue.notices]) {
    await sendEmail(body, { ...floor.ports, email: refusing });
  }
  return floor;
}

/** Everybody has been worked to the end. */
async function anEnd(): Promise<Floor> {
  const floor = await called({}, talkedTo({ contact }, EVA));
  const { id: attempt } = await floor.attempt('ann');
  const call = { campaign: 'spring', record: 'ann', attempt };
  await classifyRecord({ ...call, classifier: 'sold', agent: 'eva', fields: {} }, floor.ports);
  await ruleDoes(floor, {});
  await dialerTick({ campaign: 'spring', check: true }, floor.ports);
  return floor;
}

const STORIES: readonly (() => Promise<Floor>)[] = [
  aRule,
  () => aMessageThatFails('failed'),
  () => aMessageThatFails('lost'),
  aTextThatCannotBe,
  aDeletion,
  aSupervisorAtWork,
  anotherDefault,
  () => anOffer('call'),
  () => anOffer('skip'),
  () => aCallThatIsNot('refused'),
  () => aCallThatIsNot('lost'),
  aWait,
  aTransfer,
  aConversation,
  aSurveyRefused,
  aVoicemail,
  () => aCallBack('600777666'),
  () => aCallBack('112'),
  aForwarding,
  aScript,
  aStrangerKnown,
  anAlert,
  aNumberBlacklisted,
  anAbsence,
  aReply,
  announcements,
  objections,
  aMove,
  anEnd,
  aReceiverThatIsGone,
  anImportUndone,
  aCopy,
];
