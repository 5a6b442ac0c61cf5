// Filters over records (REC-11): every condition that is given must hold. They are data, so that
// one is saved, and used for a list, for copying and for a campaign of its own alike.
import { z } from 'zod';
import { own } from '../../language/dictionary.ts';
import type { Campaign, Field } from '../../language/schema/campaign.ts';
import { CALL_STATUSES } from '../../language/schema/rule.ts';
import { type CampaignRecord, RECORD_STATES } from '../model/record.ts';
import { checkField } from './fields.ts';

const Moment = z.iso.datetime({ offset: true });
const IdOfField = z.string().min(1).max(64).describe('id of a field of the campaign');
const Text = z.string().min(1).max(400);
const Most = z.int().min(0).max(10_000);

const FieldTest = z.discriminatedUnion('is', [
  z.strictObject({
    field: IdOfField,
    is: z.enum(['equal-to', 'not-equal-to', 'containing', 'beginning-with']),
    value: Text,
  }),
  z.strictObject({
    field: IdOfField,
    is: z.enum(['at-least', 'at-most']).describe('of fields that hold numbers or dates'),
    value: Text,
  }),
  z.strictObject({ field: IdOfField, is: z.enum(['filled', 'empty']) }),
]);
type FieldTest = z.output<typeof FieldTest>;

const anyOf = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(50).optional();

export const RecordFilter = z
  .strictObject({
    states: anyOf(z.enum(RECORD_STATES)),
    classifiers: anyOf(z.string().min(1).max(64)).describe('the one set last is among these'),
    success: z.boolean().optional(),
    lastCall: anyOf(z.enum(CALL_STATUSES)).describe('how the last call of the dialer ended'),
    agents: anyOf(z.string().min(1).max(64)).describe('the agent of the last contact'),
    attemptsAtLeast: Most.optional(),
    attemptsAtMost: Most.optional(),
    contactedSince: Moment.optional().describe('the last contact was then or later'),
    notContactedSince: Moment.optional().describe('the last contact was before, or never'),
    addedSince: Moment.optional(),
    addedBefore: Moment.optional(),
    fields: z.array(FieldTest).max(20).optional(),
  })
  .describe('every condition that is given holds; without any, all records');
export type RecordFilter = z.output<typeof RecordFilter>;

export interface SavedFilter {
  readonly campaign: string;
  readonly filter: string;
  /** Counts changes, from 1. */
  readonly version: number;
  readonly title: string;
  readonly conditions: RecordFilter;
  /** Epoch ms. */
  readonly changedAt: number;
  readonly changedBy: string;
}

interface FilterMistake {
  readonly at: readonly (string | number)[];
  readonly reason: string;
}

/** What the conditions name that the campaign does not have, or cannot compare. */
export function filterMistakes(
  { classifiers = [], fields = [] }: RecordFilter,
  campaign: Pick<Campaign, 'fields' | 'classifiers'>,
): readonly FilterMistake[] {
  return [
    ...classifiers.flatMap((id, n) =>
      own(campaign.classifiers, id) === undefined
        ? [{ at: ['classifiers', n], reason: 'the campaign has no such classifier' }]
        : [],
    ),
    ...fields.flatMap((test, n) => fieldMistakes(test, own(campaign.fields, test.field), n)),
  ];
}

const COMPARED: readonly Field['type'][] = ['number', 'date'];
const isComparison = ({ is }: FieldTest): boolean => is === 'at-least' || is === 'at-most';

function fieldMistakes(
  test: FieldTest,
  field: Field | undefined,
  n: number,
): readonly FilterMistake[] {
  if (field === undefined)
    return [{ at: ['fields', n, 'field'], reason: 'the campaign has no such field' }];
  if (!isComparison(test)) return [];
  if (!COMPARED.includes(field.type))
    return [{ at: ['fields', n, 'is'], reason: 'the field holds neither numbers nor dates' }];
  const checked = checkField('value' in test ? test.value : '', field);
  return checked.kind === 'bad' ? [{ at: ['fields', n, 'value'], reason: checked.reason }] : [];
}

type Fields = Readonly<Record<string, Field>>;

/** @param fields of the campaign: values are compared by their type */
export function meetsFilter(record: CampaignRecord, filter: RecordFilter, fields: Fields): boolean {
  const { states, classifiers, success, lastCall, agents, attemptsAtLeast, attemptsAtMost } =
    filter;
  return (
    isAmong(record.state, states) &&
    isAmong(record.classifier, classifiers) &&
    isAmong(record.lastCall?.status, lastCall) &&
    isAmong(record.lastAgent, agents) &&
    (success === undefined || record.success === success) &&
    record.attempts >= (attemptsAtLeast ?? 0) &&
    record.attempts <= (attemptsAtMost ?? Number.POSITIVE_INFINITY) &&
    isWithin(record, filter) &&
    (filter.fields ?? []).every((test) => holds(test, record, fields))
  );
}

const isAmong = (value: string | undefined, some: readonly string[] | undefined): boolean =>
  some === undefined || (value !== undefined && some.includes(value));

function isWithin(
  { lastContact, createdAt }: CampaignRecord,
  { contactedSince, notContactedSince, addedSince, addedBefore }: RecordFilter,
): boolean {
  const moment = (text: string) => Date.parse(text);
  return (
    (contactedSince === undefined || (lastContact ?? -1) >= moment(contactedSince)) &&
    (notContactedSince === undefined || (lastContact ?? -1) < moment(notContactedSince)) &&
    (addedSince === undefined || createdAt >= moment(addedSince)) &&
    (addedBefore === undefined || createdAt < moment(addedBefore))
  );
}

function holds(test: FieldTest, record: CampaignRecord, fields: Fields): boolean {
  const value = record.fields[test.field] ?? '';
  switch (test.is) {
    case 'filled':
      return value !== '';
    case 'empty':
      return value === '';
    case 'at-least':
    case 'at-most':
      return value !== '' && isBeyond(test, value, own(fields, test.field));
    case 'equal-to':
      return folded(value) === folded(test.value);
    case 'not-equal-to':
      return folded(value) !== folded(test.value);
    case 'containing':
      return folded(value).includes(folded(test.value));
    case 'beginning-with':
      return folded(value).startsWith(folded(test.value));
  }
}

/** People do not mind capitals when they look for something. */
const folded = (text: string): string => text.normalize('NFC').toLowerCase();

function isBeyond(
  { is, value: wanted }: { readonly is: 'at-least' | 'at-most'; readonly value: string },
  value: string,
  field: Field | undefined,
): boolean {
  if (field === undefined) return false;
  const [has, limit] = [checkField(value, field), checkField(wanted, field)];
  if (has.kind === 'bad' || limit.kind === 'bad') return false;
  const [a, b] = [has.value, limit.value];
  // dates are stored as ISO 8601, which is in order as text
  const order = field.type === 'number' ? Number(a) - Number(b) : a.localeCompare(b, 'en');
  return is === 'at-least' ? order >= 0 : order <= 0;
}
