// A scenario runs the compiled machine itself, with the decisions the Lambdas use: what passes here
// is what Step Functions will do (NEW-3).

import { TASKS } from '../../application/tasks/tasks.ts';
import type { CompiledRule } from '../../compiler/compile-rule.ts';
import { UNKNOWN_CAMPAIGN_TIMES } from '../../domain/campaigns/campaign-setting.ts';
import { classify } from '../../domain/classification/classification.ts';
import { type PassingOn, sendsTo } from '../../domain/classification/passing-on.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { Change } from '../../domain/model/change.ts';
import { campaignId, recordId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Message } from '../../domain/model/message.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { applyActions, ruleSetting } from '../../domain/rules/apply-actions.ts';
import type { RuleSetting } from '../../domain/rules/draft.ts';
import type { HlrAnswer } from '../../domain/rules/hlr.ts';
import { type RuleQuestions, type RuleStart, RunEnd } from '../../domain/rules/rule-schema.ts';
import { type RuleFacts, ruleValues } from '../../domain/rules/rule-values.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Classifier } from '../../language/schema/campaign.ts';
import type { CallStatus } from '../../language/schema/rule.ts';
import type {
  Scenario,
  ScenarioCall,
  ScenarioExpectation,
} from '../../language/schema/scenario.ts';
import { runMachine } from '../state-machine.ts';
import { type Mismatch, mismatches, type ScenarioCallResult } from './compare.ts';
import { fromLocal, resolveClockTime } from './local-time.ts';
import { called, SCENARIO_AGENT, scenarioRecord } from './scenario-record.ts';

export interface ScenarioCallOutcome extends ScenarioCallResult {
  /** From 1. */
  readonly number: number;
  readonly status: CallStatus;
  readonly at: Instant;
  readonly expected: ScenarioExpectation;
  readonly mismatches: readonly Mismatch[];
}

export interface ScenarioOutcome {
  readonly rule: string;
  readonly name: string;
  readonly passed: boolean;
  readonly calls: readonly ScenarioCallOutcome[];
  /** Why a call of the scenario could not be made at all. */
  readonly stopped?: string;
}

const MONDAY_MORNING = '2026-03-02T10:00';

export async function runScenario(
  scenario: Scenario,
  rule: CompiledRule,
  definitions: Definitions,
): Promise<ScenarioOutcome> {
  const zone = definitions.centre.timeZone;
  const campaign = scenario.given.campaign ?? firstUser(definitions, rule.id);
  const setting = ruleSetting(definitions, campaign);
  const begins = fromLocal(scenario.given.at ?? MONDAY_MORNING, zone);
  const expectations = repeated(scenario.expect);
  let record = scenarioRecord(scenario.given, campaign, begins);
  const calls: ScenarioCallOutcome[] = [];
  for (const [index, call] of repeated(scenario.calls).entries()) {
    const expected = expectations[index];
    const due = record.nextContact;
    if (expected === undefined) break;
    if (due === undefined) {
      const stopped = `call ${index + 1} cannot be made: the record is ${record.state}`;
      return { rule: rule.id, name: scenario.name, passed: false, calls, stopped };
    }
    const at = call.at === undefined ? due : resolveClockTime(call.at, due, zone);
    const result = await oneCall(record, index + 1, call, { rule, setting, at, definitions });
    if ('refused' in result) {
      const stopped = `call ${index + 1} cannot be classified: ${result.refused}`;
      return { rule: rule.id, name: scenario.name, passed: false, calls, stopped };
    }
    record = result.record;
    const wrong = mismatches(expected, result, { at, zone });
    calls.push({
      ...result,
      number: index + 1,
      status: call.status,
      at,
      expected,
      mismatches: wrong,
    });
  }
  const passed = calls.every((call) => call.mismatches.length === 0);
  return { rule: rule.id, name: scenario.name, passed, calls };
}

function firstUser({ campaigns }: Definitions, rule: string): string {
  const using = Object.entries(campaigns).find(
    ([, campaign]) => campaign.channels.outbound?.rule === rule,
  );
  return using?.[0] ?? 'no-campaign';
}

const repeated = <T extends { readonly times: number }>(items: readonly T[]): readonly T[] =>
  items.flatMap((item) => Array.from({ length: item.times }, () => item));

interface CallSetting {
  readonly rule: CompiledRule;
  readonly setting: RuleSetting;
  readonly at: Instant;
  readonly definitions: Definitions;
}

async function oneCall(
  before: CampaignRecord,
  number: number,
  call: ScenarioCall,
  setting: CallSetting,
): Promise<ScenarioCallResult | { readonly refused: string }> {
  const ended = called(before, number, call.status, setting.at);
  const settled: SettledCall | { readonly refused: string } =
    'classifier' in call && call.classifier !== undefined
      ? classified(ended, { ...call, classifier: call.classifier }, setting)
      : ended;
  if ('refused' in settled) return settled;
  const { record, attempt, messages = [] } = settled;
  const hlr = 'hlr' in call ? (call.hlr ?? 'unknown') : 'unknown';
  const { change, values } = await runRule({ record, attempt, now: setting.at, hlr }, setting);
  const applied = change?.entries.find((entry) => entry.type === 'rule.applied');
  return {
    path: applied?.path ?? [],
    record: change?.after ?? record,
    messages: [...messages, ...(change?.messages ?? []).map(({ after }) => after)],
    values,
  };
}

interface SettledCall {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  /** Those of the classifier. */
  readonly messages?: readonly Message[];
}

/** The agent said how the call ended: the rule follows with that result (CBR-15). */
function classified(
  { record, attempt }: SettledCall,
  call: { readonly classifier: string; readonly recall?: string | undefined },
  { at, definitions, setting, rule }: CallSetting,
): SettledCall | { readonly refused: string } {
  const campaign = definitions.campaigns[record.campaign];
  if (!campaign) return { refused: 'no campaign uses the rule' };
  const { zone, recallHours, contact } = setting;
  const result = classify({
    campaign,
    record,
    attempt,
    classifier: call.classifier,
    agent: SCENARIO_AGENT,
    owner: campaign.classifiers[call.classifier]?.makesPrivate ? SCENARIO_AGENT : undefined,
    fields: {},
    zone,
    rule: rule.id,
    times: UNKNOWN_CAMPAIGN_TIMES,
    now: at,
    recallHours,
    contact,
    smsNumbers: setting.smsNumbers,
    passingOn: passingOn(campaign.classifiers[call.classifier], definitions),
    recontactAt: call.recall === undefined ? undefined : resolveClockTime(call.recall, at, zone),
  });
  if (result.kind === 'refused') return { refused: result.reasons.join('; ') };
  if (result.kind === 'known') return { record, attempt };
  const { after, attempt: changed, messages = [] } = result.change;
  return {
    record: after,
    attempt: changed?.after ?? attempt,
    messages: messages.map((each) => each.after),
  };
}

/** In a scenario nobody is on record in the other campaign. */
function passingOn(
  classifier: Classifier | undefined,
  { campaigns }: Definitions,
): PassingOn | undefined {
  const to = classifier && sendsTo(classifier)?.to;
  const settings = to === undefined ? undefined : own(campaigns, to);
  if (to === undefined || settings === undefined) return undefined;
  const record = recordId('scenario');
  return { campaign: campaignId(to), settings, agents: [SCENARIO_AGENT], record, isThere: false };
}

/** What the conditions see, and the change that the end of the rule would store. */
async function runRule(
  facts: RuleFacts & { readonly hlr: HlrAnswer },
  { rule, setting }: CallSetting,
): Promise<{ readonly change: Change | undefined; readonly values: RuleStart['values'] }> {
  let change: Change | undefined;
  let values: RuleStart['values'] = {};
  const { record, attempt } = facts;
  const tell = (questions: RuleQuestions): RuleStart => {
    const start = ruleValues(facts, questions);
    // a tile that asks when it is reached adds to what the rule began with
    values = { ...values, ...start.values };
    return start;
  };
  await runMachine(
    rule.definition,
    { campaign: record.campaign, record: record.record, attempt: attempt.id },
    {
      'begin-rule': async (input) => tell(TASKS['begin-rule'].input.parse(input)),
      'contact-events': async (input) => {
        const end = RunEnd.parse(input);
        if (!('path' in end)) return tell(end);
        change = applyActions(facts, end, setting);
        return { outcome: 'committed' };
      },
    },
  );
  return { change, values };
}
