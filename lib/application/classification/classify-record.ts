// An agent's word on how a contact ended, taken in once with all that follows from it (CLS-14).
// Connect's events may come after it: before a classification is refused for what the events have
// reported so far, Connect itself is asked.

import { callSettings } from '../../domain/calls/call-settings.ts';
import { applyContactFacts } from '../../domain/calls/settlement.ts';
import { agentsOfCampaign } from '../../domain/campaigns/campaign-agents.ts';
import { hoursNamed } from '../../domain/campaigns/campaign-setting.ts';
import { classify } from '../../domain/classification/classification.ts';
import type { Classification } from '../../domain/classification/classification-facts.ts';
import { type PassingOn, sendsTo } from '../../domain/classification/passing-on.ts';
import { wroteDuring } from '../../domain/classification/refusals.ts';
import { contactSettings } from '../../domain/contact-hours/callee-hours.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { Change } from '../../domain/model/change.ts';
import {
  agentId,
  attemptId,
  type ContactId,
  campaignId,
  contactId,
  recordId,
} from '../../domain/model/ids.ts';
import { instant } from '../../domain/model/instant.ts';
import { writtenId } from '../../domain/model/message.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { personOf } from '../../domain/records/new-record.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Classifier } from '../../language/schema/campaign.ts';
import { releaseIfDone } from '../agents/agent-hold.ts';
import { followEndOfCall } from '../calls/ended-call.ts';
import { knownBefore, recordIds } from '../imports/record-ids.ts';
import { changeAddress } from '../ledger/change-ledger.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, TaskOutput, UseCase } from '../tasks/tasks.ts';
import { tickForChange } from '../tick-soon.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = PortsOf<'classify-record'>;
type Answer = TaskOutput<'classify-record'>;

const refused = (...reasons: string[]): Answer => ({ kind: 'refused', reasons });

export const classifyRecord: UseCase<'classify-record', Needs> = async (input, ports) => {
  const all = definitions(ports);
  const campaign = all.campaigns[input.campaign];
  if (campaign === undefined) return refused(`there is no campaign '${input.campaign}'`);
  if (input.owner !== undefined && !isAgent(all, input.owner)) {
    return refused(`there is no agent '${input.owner}'`);
  }
  const zone = all.centre.timeZone;
  const recallHours = hoursNamed(all, campaign.channels.outbound?.recallHours);
  const contact = contactSettings(all, input.campaign);
  const { numbers: smsNumbers } = all.centre.sms;
  const settings = { campaign, zone, recallHours, contact, smsNumbers };
  const answer = await untilCommitted(`record ${input.record}`, () => once(input, settings, ports));
  if (answer.kind === 'classified') await releaseIfDone(agentId(input.agent), ports);
  return answer;
};

const definitions = (ports: Needs) => ports.definitions.definitions();

const isAgent = ({ groups }: Definitions, agent: string): boolean =>
  Object.values(groups).some(({ agents }) => agents.includes(agent));

async function once(
  input: TaskInput<'classify-record'>,
  settings: Pick<Classification, 'campaign' | 'recallHours' | 'contact' | 'zone' | 'smsNumbers'>,
  ports: Needs,
): Promise<Answer | 'conflict'> {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const id = input.attempt === undefined ? undefined : attemptId(input.attempt);
  const named = input.email === undefined ? undefined : writtenId(input.email);
  const [record, attempt, email] = await Promise.all([
    ports.records.load(ref),
    id === undefined ? undefined : ports.records.loadAttempt(ref, id),
    named === undefined ? undefined : ports.records.loadMessage(ref, named),
  ]);
  if (record === undefined) return refused(`there is no record '${input.record}'`);
  if (id !== undefined && attempt === undefined) return refused(`there is no call '${id}'`);
  if (named !== undefined && email?.content.kind !== 'email')
    return refused(`there is no e-mail '${input.email}'`);
  const now = ports.clock.now();
  const { times, rule } = callSettings(definitions(ports), record.campaign, now, attempt);
  const result = classify({
    ...settings,
    times,
    rule,
    record,
    passingOn: await passingOn(record, settings.campaign.classifiers[input.classifier], ports),
    classifier: input.classifier,
    agent: agentId(input.agent),
    owner: input.owner === undefined ? undefined : agentId(input.owner),
    fields: input.fields,
    now,
    attempt,
    email,
    wroteEmail: await wroteEmail(attempt, settings.campaign.classifiers[input.classifier], ports),
    recontactAt: input.recontactAt === undefined ? undefined : instant(input.recontactAt),
  });
  if (result.kind === 'known') return { kind: 'classified' };
  if (result.kind === 'refused') {
    const late = attempt && (await lateNews(record, attempt, input.contact, ports));
    if (late === undefined) return refused(...result.reasons);
    await followEndOfCall(late, ports);
    await ports.records.commit(late);
    return 'conflict'; // taken in by us or by others, the record is another one now
  }
  await blacklist(input, settings, attempt?.endpoint ?? email?.content.to, ports);
  const committed = await ports.records.commit(result.change);
  if (committed !== 'committed') return 'conflict';
  await tickForChange(result.change, ports);
  return { kind: 'classified' };
}

/**
 * The one action outside of the record's change (CLS-9), so it comes before: a record that is said
 * to be on the blacklist is there. What fails here fails the classification, and whoever asks again
 * changes nothing twice.
 */
async function blacklist(
  { agent, classifier: id, campaign: of }: TaskInput<'classify-record'>,
  { campaign }: Pick<Classification, 'campaign'>,
  address: string | undefined,
  { ledger, clock }: Needs,
): Promise<void> {
  const { blacklists: where, name } = campaign.classifiers[id] ?? {};
  if (where === undefined || address === undefined || address === '') return;
  const entry = {
    kind: 'blacklist',
    campaign: where === 'campaign' ? campaignId(of) : undefined,
    reason: name ?? id,
    by: agent,
  } as const;
  await changeAddress(address, [entry], ledger, clock.now());
}

/** Looked up only for a classifier that may need it (CLS-5). */
async function wroteEmail(
  attempt: Attempt | undefined,
  classifier: Classifier | undefined,
  { records }: Needs,
): Promise<boolean> {
  if (attempt === undefined || !classifier?.for.includes('email')) return false;
  return wroteDuring(attempt, (await records.kept(attempt)).messages);
}

/** The campaign a classifier sends the record to, and whether the person is on record there. */
async function passingOn(
  record: CampaignRecord,
  classifier: Classifier | undefined,
  ports: Needs,
): Promise<PassingOn | undefined> {
  const to = classifier && sendsTo(classifier)?.to;
  const all = definitions(ports);
  const settings = to === undefined ? undefined : own(all.campaigns, to);
  if (to === undefined || settings === undefined) return undefined;
  const campaign = campaignId(to);
  const [id, ...former] = await recordIds(campaign, personOf(record), ports.pseudonyms);
  const there = await knownBefore(campaign, [id, ...former], ports.records);
  const agents = agentsOfCampaign(all, to);
  return { campaign, settings, agents, record: there?.record ?? id, isThere: there !== undefined };
}

/**
 * What Connect knows of the call and its events have not reported yet; undefined when there is
 * nothing of the kind.
 */
async function lateNews(
  record: CampaignRecord,
  attempt: Attempt,
  named: string | undefined,
  ports: Needs,
): Promise<Change | undefined> {
  if (attempt.timestamps.connectedToAgent !== undefined || attempt.classifier !== undefined) return;
  const contact = attempt.contact ?? (await contactOf(attempt, named, ports));
  if (contact === undefined) return undefined;
  const facts = await ports.contacts.describe(contact);
  const { campaign } = record;
  const settings = callSettings(definitions(ports), campaign, ports.clock.now(), attempt);
  return facts && applyContactFacts(record, attempt, facts, settings);
}

/** The contact the agent's program names, when Connect says that it was made for this call. */
async function contactOf(
  { id, record }: Attempt,
  named: string | undefined,
  { contacts }: Needs,
): Promise<ContactId | undefined> {
  if (named === undefined) return undefined;
  const owner = await contacts.attemptOf(contactId(named));
  return owner?.attempt === id && owner.ref.record === record ? contactId(named) : undefined;
}
