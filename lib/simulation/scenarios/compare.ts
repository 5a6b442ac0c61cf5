// What a scenario expected of a call against what came of it.
import type { Instant } from '../../domain/model/instant.ts';
import type { Message } from '../../domain/model/message.ts';
import { plusPeriod } from '../../domain/model/period.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { RuleStart } from '../../domain/rules/rule-schema.ts';
import { period } from '../../language/schema/basics.ts';
import type { ScenarioExpectation } from '../../language/schema/scenario.ts';
import { fromLocal, toLocal } from './local-time.ts';

/** What one call and the rule behind it came to. */
export interface ScenarioCallResult {
  readonly path: readonly string[];
  readonly record: CampaignRecord;
  readonly messages: readonly Message[];
  /** What the conditions saw, by tile. */
  readonly values: RuleStart['values'];
}

export interface Mismatch {
  readonly of: 'path' | 'state' | 'next' | 'sms' | 'email';
  readonly expected: string;
  readonly actual: string;
}

interface Moment {
  /** When the call ended. */
  readonly at: Instant;
  readonly zone: string;
}

export function mismatches(
  expected: ScenarioExpectation,
  { path, record, messages }: Omit<ScenarioCallResult, 'values'>,
  moment: Moment,
): readonly Mismatch[] {
  const count = (kind: Message['content']['kind']) =>
    String(messages.filter(({ content }) => content.kind === kind).length);
  const next = (at: Instant | undefined) => (at === undefined ? 'none' : toLocal(at, moment.zone));
  const compared: readonly (readonly [Mismatch['of'], string | undefined, string])[] = [
    ['path', pathText(expected.path), pathText(path)],
    ['state', expected.state, record.state],
    ['next', expected.next && next(nextAt(expected.next, moment)), next(record.nextContact)],
    ['sms', expected.sms?.toString(), count('sms')],
    ['email', expected.email?.toString(), count('email')],
  ];
  return compared.flatMap(([of, wanted, actual]) =>
    wanted === undefined || wanted === actual ? [] : [{ of, expected: wanted, actual }],
  );
}

export const pathText = (path: readonly string[]): string => path.join(' > ');

function nextAt(text: string, { at, zone }: Moment): Instant | undefined {
  if (text === 'none') return undefined;
  if (text === 'at once') return at;
  if (text.startsWith('+')) return plusPeriod(at, period(text.slice(1).trim()), zone);
  return fromLocal(text, zone);
}
