// What a run costs is reckoned twice: from what the gateway metered, and by the dry run from the
// ports (NEW-13). People do the same in both, so the two must agree.
import { afterEach, describe, expect, it } from 'vitest';
import { TASK_MEMORY } from '../../../lib/application/tasks/tasks.ts';
import { meteredCost } from '../../../lib/cli/start/metered-use.ts';
import { WebhookReceivers } from '../../../lib/cli/start/webhook-receivers.ts';
import { instant } from '../../../lib/domain/model/instant.ts';
import { loadFile } from '../../../lib/language/load.ts';
import type { PriceId } from '../../../lib/language/schema/prices.ts';
import type { RunCost } from '../../../lib/simulation/costs/run-cost.ts';
import { dryRun } from '../../../lib/simulation/dry-run/dry-run.ts';
import type { ScriptedReply } from '../../../lib/simulation/phone-network/behaviour.ts';
import { clinicList, START, type Story, story } from './story.ts';

const CAMPAIGN = 'spring-recall';
const HOURS = 1.5;
const people = Array.from({ length: 40 }, (_, n) => `6011002${String(n).padStart(2, '0')}`);

let open: Story | undefined;
afterEach(() => open?.end());

async function onLocalCloud(does: ScriptedReply): Promise<RunCost> {
  const one = await story({
    people: Object.fromEntries(people.map((phone) => [phone, [does]])),
    agents: 4,
  });
  open = one;
  new WebhookReceivers('1').playFor(one.definitions, one.centre.cloud);
  await one.import();
  await one.switchTo('running');
  await one.minutes(HOURS * 60);
  return meteredCost(one.centre, {
    ...{ events: one.tally.events, recordsImported: people.length, ownNumbers: 0 },
    startedAt: START,
  });
}

async function inTheDryRun(answer: number): Promise<RunCost> {
  const { definitions } = open ?? {};
  if (definitions === undefined) throw new Error('the dry run has the definitions of the story');
  const outcome = await dryRun({
    ...{ definitions, from: instant(START), seed: '1', callers: 0, days: HOURS / 24 },
    agents: [1, 2, 3, 4].map((n) => ({ id: `a${n}`, arn: `agent/a${n}`, group: 'recall-team' })),
    campaigns: [
      {
        id: CAMPAIGN,
        contacts: { name: 'people.csv', bytes: Buffer.from(clinicList(people)) },
        groups: ['recall-team'],
      },
    ],
    behaviour: certain(answer),
    ...{ prices: { prices: {} }, memory: TASK_MEMORY },
  });
  if (outcome.kind === 'refused') throw new Error(outcome.reasons.join('; '));
  return outcome.figures.cost;
}

/** Nothing is left to chance but how long it takes. */
function certain(answer: number) {
  const text = `
callees: { differ: 0%, answer: ${answer}%, answerAt: { "00-24": ${answer}% }, voicemail: 0%, wrongNumber: 0%, busy: 0%, failure: 0%, patience: 10 min }
agents: { forgets: 0% }
`;
  const { value } = loadFile('behaviour', { path: 'behaviour.yaml', text });
  if (value === undefined) throw new Error('the behaviour is in order');
  return value;
}

/** Of what each call causes so much may be told otherwise than it was metered. */
const TOLERANCE = {
  'dynamodb-write-million': 0.08,
  'dynamodb-read-million': 0.12,
  'lambda-million': 0.08,
  'sqs-million': 0.08,
} satisfies Partial<Record<PriceId, number>>;

/** For a call, what was counted. */
function perCall({ lines }: RunCost, price: PriceId): number {
  const of = (wanted: PriceId) =>
    lines.find((line) => line.price === wanted && line.basis === 'counted')?.quantity ?? 0;
  return of(price) / of('telephony-call');
}

describe('the bill of a local run and that of its dry run', () => {
  it.each([
    ['everybody answers', 'answers', 100],
    ['nobody answers', 'rings-out', 0],
  ] as const)('agree within a twentieth when %s, and in each quantity', async (_, does, answer) => {
    const metered = await onLocalCloud(does);
    const reckoned = await inTheDryRun(answer);
    const apart = (one: number, other: number) => Math.abs(one / other - 1);
    const quantities = Object.keys(TOLERANCE) as (keyof typeof TOLERANCE)[];

    const whole = apart(reckoned.awsPerThousandCalls ?? 0, metered.awsPerThousandCalls ?? 0);
    const each = quantities.map(
      (price) => [price, apart(perCall(reckoned, price), perCall(metered, price))] as const,
    );

    expect(metered.awsPerThousandCalls).toBeGreaterThan(0);
    expect(each.filter(([price, share]) => !(share < TOLERANCE[price]))).toEqual([]);
    expect(whole).toBeLessThan(0.05);
  });
});
