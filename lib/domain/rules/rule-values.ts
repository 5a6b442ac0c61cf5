// What the conditions of a callback rule see, and where the rule goes on: computed from the facts
// once, before the state machine takes its choices (CBR-2 … CBR-7, CBR-15).

import { own } from '../../language/dictionary.ts';
import { isOpen } from '../contact-hours/calendar.ts';
import type { Attempt } from '../model/attempt.ts';
import { channelFacts } from '../model/channel.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import type { HlrAnswer } from './hlr.ts';
import type { ConditionNeed, RuleQuestions, RuleStart, TileValue } from './rule-schema.ts';

export interface RuleFacts {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly now: Instant;
  /** Where it was asked for. */
  readonly hlr?: HlrAnswer;
}

/** Where a rule starts when the record waits at none of its tiles. */
const TRIGGER = 'trigger';

/** What the rule begins with. */
export function ruleValues(
  facts: RuleFacts,
  { tiles, entries }: Pick<RuleQuestions, 'tiles' | 'entries'>,
): RuleStart {
  const cursor = facts.record.rule.cursor;
  const isKnown = cursor !== undefined && entries.includes(cursor);
  return {
    applied: isDecided(facts),
    entry: isKnown ? cursor : TRIGGER,
    restarted: cursor !== undefined && !isKnown ? cursor : '',
    result: resultOf(facts.attempt),
    values: Object.fromEntries(
      Object.entries(tiles).map(([tile, need]) => [tile, tileValue(tile, need, facts)]),
    ),
  };
}

/**
 * The rule was applied to this attempt, or somebody decided about the record, so that the attempt
 * is no longer its current one.
 */
export function isDecided({ record, attempt }: Omit<RuleFacts, 'now'>): boolean {
  return attempt.ruleApplied || record.current?.attempt !== attempt.id;
}

/** The classifier the agent gave to this very call (CBR-15). */
export const resultOf = ({ classifier }: Pick<Attempt, 'classifier'>): string =>
  classifier ?? 'none';

type SeenBy = {
  readonly [K in ConditionNeed['kind']]: (
    facts: RuleFacts,
    need: Extract<ConditionNeed, { kind: K }>,
    tile: string,
  ) => TileValue;
};

const SEEN: SeenBy = {
  'call-status': ({ attempt }) => attempt.status ?? 'error',
  passes: ({ record }, _need, tile) => (own(record.rule.passes, tile) ?? 0) + 1,
  'calls-with-status': ({ record }, { statuses }) =>
    statuses.reduce((sum, status) => sum + (record.endings[status] ?? 0), 0),
  attempts: ({ record }) => record.attempts,
  connected: ({ attempt: { channel, status } }) =>
    status !== undefined && channelFacts(channel).reached.includes(status),
  result: ({ attempt }) => resultOf(attempt),
  parameter: ({ record }, { of, name }) =>
    (of === 'number' ? record.parameters : record.callParameters)?.[name] ?? '',
  availability: ({ now }, { hours }) => (isOpen(hours, now) ? 'open' : 'closed'),
  hlr: ({ hlr }) => hlr ?? 'unknown',
  privacy: ({ record }) => (record.privateTo === undefined ? 'other' : 'private'),
};

function tileValue(tile: string, need: ConditionNeed, facts: RuleFacts): TileValue {
  const seen = SEEN[need.kind] as (
    facts: RuleFacts,
    need: ConditionNeed,
    tile: string,
  ) => TileValue;
  return seen(facts, need, tile);
}
