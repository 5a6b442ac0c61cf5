// Rows of the catalogue that depend on the action's own parameters: the same type takes other
// branches, and sometimes other parameters, in another form. Source: developer guide, and refusals
// of the live service collected in 2026 by flow-as-code and pulumi-amazon-connect.

import { own } from '../../language/dictionary.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { isObject } from '../json.ts';
import type { ActionRule } from './action-rules.ts';
import type { FlowType } from './flow.ts';
import type { FieldRule, GroupRule, RecordRule } from './value-rules.ts';
import { doubtful, required } from './value-rules.ts';

type Refine = (rule: ActionRule, parameters: JsonObject, flowType: FlowType) => ActionRule;

const NM = 'NoMatchingError';
const errors = (...types: string[]) => ({ required: types, optional: [] });

const VARIANTS: Readonly<Record<string, Refine>> = {
  GetParticipantInput: participantInput,

  MessageParticipantIteratively: (rule, { InterruptFrequencySeconds }) =>
    InterruptFrequencySeconds === undefined
      ? rule
      : { ...rule, conditions: { kind: 'every', all: ['MessagesInterrupted'] } },

  CheckMetricData: (rule, { MetricType }) =>
    typeof MetricType !== 'string' || !MetricType.startsWith('NumberOfAgents')
      ? rule
      : {
          ...rule,
          conditions: {
            kind: 'choice',
            operators: ['NumberGreaterThan'],
            operands: { pattern: /^0$/, words: '0' },
            least: 1,
          },
        },

  TransferParticipantToThirdParty: (rule, { ContinueFlowExecution }, flowType) =>
    isTrue(ContinueFlowExecution) && flowType !== 'AGENT_TRANSFER'
      ? { ...rule, errors: errors('CallFailed', 'ConnectionTimeLimitExceeded', NM) }
      : rule,

  Wait: (rule, { Events, ContinueExecution }) => {
    const events = texts(Events);
    return {
      ...rule,
      errors: {
        required: [NM],
        optional: events.includes('BotParticipantDisconnected') ? ['ParticipantNotFound'] : [],
      },
      conditions: {
        kind: 'every',
        all: ['WaitCompleted', ...events, ...(isTrue(ContinueExecution) ? ['Continue'] : [])],
      },
    };
  },

  UpdateContactRecordingAndAnalyticsBehavior: (rule, { ChatBehavior }) =>
    ChatBehavior === undefined
      ? rule
      : {
          ...rule,
          errors: errors(NM, 'ChannelMismatch', 'InFlightRedactionConfigurationFailed'),
        },

  CreateCase: unlinkedCase,
  GetCase: unlinkedCase,
  UpdateCase: unlinkedCase,
};

/** The row that holds for one action: the catalogue's, refined by its parameters. */
export function ruleFor(
  rule: ActionRule,
  type: string,
  parameters: JsonObject,
  flowType: FlowType,
): ActionRule {
  return own(VARIANTS, type)?.(rule, parameters, flowType) ?? rule;
}

const ONE_PROMPT: GroupRule = {
  of: ['Text', 'SSML', 'PromptId', 'Media'],
  take: 'exactly one',
};
const SINGLE_KEY = { pattern: /^[0-9*#]$/, words: 'one key of 0-9 * #' };

/** Menu, stored digits, stored phone number, or the buffer for keys typed ahead. */
function participantInput(rule: ActionRule, parameters: JsonObject): ActionRule {
  if (rule.parameters === 'not catalogued') return rule;
  const form = rule.parameters;
  if (parameters.EnableDTMFBuffer !== undefined) {
    const fields = { ...form.fields, ...laxly(form, 'InputTimeLimitSeconds', 'StoreInput') };
    return { ...rule, parameters: { ...form, fields }, errors: errors(NM) };
  }
  const asking: RecordRule = { ...form, groups: [ONE_PROMPT] };
  if (!isTrue(parameters.StoreInput)) {
    return {
      ...rule,
      parameters: menuParameters(asking),
      errors: errors('InputTimeLimitExceeded', 'NoMatchingCondition', NM),
      conditions: { kind: 'choice', operators: ['Equals'], operands: SINGLE_KEY, most: 12 },
    };
  }
  const validated = mandatory(asking, 'InputValidation');
  if (!isObject(parameters.InputValidation)) return { ...rule, parameters: validated };
  const { PhoneNumberValidation } = parameters.InputValidation;
  if (!isObject(PhoneNumberValidation)) return { ...rule, parameters: validated };
  return {
    ...rule,
    parameters: countryNamed(without(validated, 'InputEncryption'), PhoneNumberValidation),
    errors: errors(NM, 'InvalidPhoneNumber'),
  };
}

/** One project saw DTMFConfiguration refused in a menu, another publishes it. */
function menuParameters(asking: RecordRule): RecordRule {
  const menu = without(asking, 'InputValidation', 'InputEncryption');
  const DTMFConfiguration = doubtful({ kind: 'never' } as const);
  return { ...menu, fields: { ...menu.fields, DTMFConfiguration } };
}

/** A local number means nothing without its country. */
function countryNamed(form: RecordRule, { NumberFormat }: JsonObject): RecordRule {
  const validation = form.fields.InputValidation;
  if (NumberFormat !== 'Local' || validation?.kind !== 'record') return form;
  const phone = validation.fields.PhoneNumberValidation;
  if (phone?.kind !== 'record') return form;
  const PhoneNumberValidation = mandatory(phone, 'CountryCode');
  const InputValidation = {
    ...validation,
    fields: { ...validation.fields, PhoneNumberValidation },
  };
  return { ...form, fields: { ...form.fields, InputValidation } };
}

/** ContactNotLinked is required when the contact is to be linked and refused otherwise. */
function unlinkedCase(rule: ActionRule, { LinkContactToCase }: JsonObject): ActionRule {
  if (!isTrue(LinkContactToCase)) return rule;
  return { ...rule, errors: errors(...rule.errors.required, 'ContactNotLinked') };
}

/** In whatever case it is written. */
function isTrue(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.toLowerCase() === 'true';
}

function without(rule: RecordRule, ...names: string[]): RecordRule {
  const kept = Object.entries(rule.fields).filter(([name]) => !names.includes(name));
  return { ...rule, fields: Object.fromEntries(kept) };
}

function mandatory(rule: RecordRule, name: string): RecordRule {
  const field = rule.fields[name];
  return field ? { ...rule, fields: { ...rule.fields, [name]: required(field) } } : rule;
}

function laxly(rule: RecordRule, ...names: string[]): Readonly<Record<string, FieldRule>> {
  const pairs = names.flatMap((name) => {
    const field = rule.fields[name];
    if (!field) return [];
    const { required: _, ...optional } = field;
    return [[name, optional as FieldRule] as const];
  });
  return Object.fromEntries(pairs);
}

function texts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
