// Which classifier a simulated agent gives, and what they fill in with it.

import type { TaskInput } from '../../application/tasks/tasks.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { plusPeriod, usualSeconds } from '../../domain/model/period.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { conversationOn } from '../../domain/texting/conversation-id.ts';
import type { WrittenChannel } from '../../domain/texting/conversation-setting.ts';
import type { Campaign, Classifier, Field } from '../../language/schema/campaign.ts';
import type { Classifying } from '../phone-network/classifying.ts';
import { attemptFrom } from './network-telephony.ts';

/** Classifier id to its share among those offered; 1 when missing. */
export type Weights = Readonly<Record<string, number>>;

const A_DAY = { days: 1, seconds: 0 };

/** What an agent goes by when they classify a call. */
export type ClassificationContext = Omit<Classifying, 'contact' | 'token'> &
  Partial<Pick<Classifying, 'contact'>>;

/** undefined: the agent finds no classifier that fits, and the wrap-up runs out. */
export function classification(
  classifying: ClassificationContext,
  record: CampaignRecord,
  campaign: Campaign,
  options: { readonly weights: Weights; readonly now: Instant; readonly zone: string },
): TaskInput<'classify-record'> | undefined {
  const owner = attemptFrom(classifying.attributes);
  const type = classifying.machine ? 'not-answered' : contactIn(owner?.attempt ?? '');
  const classifier = choose(campaign, type, classifying.roll, options.weights);
  const chosen = classifier === undefined ? undefined : campaign.classifiers[classifier];
  if (!owner || classifier === undefined || !chosen) return undefined;
  return {
    campaign: owner.ref.campaign,
    record: owner.ref.record,
    attempt: owner.attempt,
    contact: classifying.contact,
    classifier,
    agent: classifying.agent,
    owner: chosen.makesPrivate ? classifying.agent : undefined,
    ...recontactAt(chosen, options),
    fields: missingFields(record, campaign.fields),
  };
}

/** What an agent comes back to: a conversation in writing, or a call. */
const contactIn = (attempt: string): 'answered' | WrittenChannel =>
  conversationOn(attempt) ?? 'answered';

interface Conversation {
  readonly campaign: string;
  readonly record: string;
  readonly attempt: string;
  readonly agent: string;
}

/** Of a conversation in writing; undefined when the campaign has no classifier for it. */
export function textClassification(
  { campaign: id, record: name, attempt, agent }: Conversation,
  record: CampaignRecord,
  campaign: Campaign,
  options: {
    readonly roll: number;
    readonly weights: Weights;
    readonly now: Instant;
    readonly zone: string;
  },
): TaskInput<'classify-record'> | undefined {
  const type = conversationOn(attempt) ?? 'sms';
  const classifier = choose(campaign, type, options.roll, options.weights);
  const chosen = classifier === undefined ? undefined : campaign.classifiers[classifier];
  if (classifier === undefined || chosen === undefined) return undefined;
  return {
    ...{ campaign: id, record: name, attempt, classifier, agent },
    owner: chosen.makesPrivate ? agent : undefined,
    ...recontactAt(chosen, options),
    fields: missingFields(record, campaign.fields),
  };
}

function choose(
  campaign: Campaign,
  type: Classifier['for'][number],
  roll: number,
  weights: Weights,
) {
  const offered = Object.entries(campaign.classifiers)
    .filter(([, classifier]) => classifier.for.includes(type))
    .map(([id]) => ({ id, weight: weights[id] ?? 1 }));
  let left = roll * offered.reduce((sum, { weight }) => sum + weight, 0);
  return offered.find(({ weight }) => {
    left -= weight;
    return left < 0;
  })?.id;
}

/** CLS-2: without a time of its own, the agent and the callee agree on the same time tomorrow. */
function recontactAt({ recontact }: Classifier, when: { now: Instant; zone: string }) {
  if (!recontact || recontact.after !== undefined) return {};
  const { within = A_DAY } = recontact;
  const after = usualSeconds(within) < usualSeconds(A_DAY) ? within : A_DAY;
  return { recontactAt: plusPeriod(when.now, after, when.zone) };
}

function missingFields(
  { fields: known }: CampaignRecord,
  fields: Readonly<Record<string, Field>>,
): Record<string, string> {
  const missing = Object.entries(fields).filter(([id, field]) => field.required && !known[id]);
  return Object.fromEntries(missing.map(([id, field]) => [id, sampleOf(field)]));
}

function sampleOf(field: Field): string {
  if (field.type === 'choice') return field.options?.[0] ?? '';
  if (field.type === 'date') return '1980-05-17';
  if (field.type === 'number') return '1';
  return 'simulated';
}
