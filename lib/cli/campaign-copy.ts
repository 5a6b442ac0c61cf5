// `ringback campaign copy`: fills a campaign with records of another one (CAM-30).
import { z } from 'zod';
import type { AskApi } from './api/client.ts';
import { type ConditionValues, conditionsOf } from './api/conditions.ts';
import { followed } from './api/follow.ts';
import { show } from './api/show.ts';
import type { Io } from './command.ts';
import type { Wrong } from './option-values.ts';

export const COPY_OPTIONS = {
  filter: { type: 'string' },
  record: { type: 'string', multiple: true },
  'number-from': { type: 'string' },
  'keep-owners': { type: 'boolean', default: false },
  continuously: { type: 'boolean', default: false },
} as const;

export interface CopyValues extends ConditionValues {
  readonly filter?: string | undefined;
  readonly record?: readonly string[] | undefined;
  readonly 'number-from'?: string | undefined;
  readonly 'keep-owners': boolean;
  readonly continuously: boolean;
}

interface Copying {
  readonly to: string;
  readonly body: { readonly from: string; readonly continuously?: boolean };
}

export function readCopy(from: string, to: string, values: CopyValues): Copying | Wrong {
  if (from === '' || to === '')
    return { wrong: 'name both campaigns: ringback campaign copy <from> <to>' };
  const conditions = conditionsOf(values);
  if (conditions !== undefined && 'wrong' in conditions) return conditions as Wrong;
  const { filter, record } = values;
  const given = [filter, record, conditions].filter((one) => one !== undefined);
  if (given.length > 1)
    return { wrong: 'give a saved filter, records or conditions, one of the three' };
  const records = record ?? (filter === undefined ? undefined : { filter });
  const some = records ?? (conditions === undefined ? 'all' : { conditions });
  const { 'number-from': numberFrom, 'keep-owners': keepOwners, continuously } = values;
  const body = { from, records: some, numberFrom, keepOwners };
  return { to, body: continuously ? { ...body, continuously } : body };
}

export async function copyCampaign(
  { to, body }: Copying,
  ask: AskApi,
  { json, io }: { readonly json: boolean; readonly io: Io },
): Promise<number> {
  const path = `/v1/campaigns/${encodeURIComponent(to)}/copies`;
  const asked = await ask({ method: 'POST', path, body });
  if (asked.kind === 'failed') return show(asked, () => [], json, io);
  const { copy } = Asked.parse(asked.body);
  if (body.continuously) return show(asked, () => goesOn(to, copy), json, io);
  const tell = (progress: unknown) => {
    if (!json) io.err(progressLine(progress));
  };
  return show(await followed(`${path}/${copy}`, ask, tell), copyLines, json, io);
}

const goesOn = (to: string, copy: string): readonly string[] => [
  `copy ${copy} takes them now and from now on, every quarter of an hour`,
  `how far it is:  npx ringback api readCopy campaign=${to} copy=${copy}`,
  `to stop it:     npx ringback api stopCopy campaign=${to} copy=${copy}`,
];

const Asked = z.object({ copy: z.string() });

const Copy = z.object({
  from: z.string(),
  state: z.string(),
  looked: z.number(),
  added: z.number(),
  present: z.number(),
  refused: z.number(),
  refusals: z.array(z.object({ record: z.string(), reason: z.string() })),
});

function progressLine(body: unknown): string {
  const { state, looked, added } = Copy.parse(body);
  return `${state}: ${looked} looked at, ${added} added`;
}

function copyLines(body: unknown): readonly string[] {
  const { looked, added, present, refused, refusals } = Copy.parse(body);
  const others = looked - added - present - refused;
  return [
    `${looked} looked at: ${added} added, ${present} there already, ${refused} refused, ${others} not wanted`,
    ...refusals.map(({ record, reason }) => `  ${record}: ${reason}`),
    ...(refused > refusals.length ? [`  … and ${refused - refusals.length} more`] : []),
  ];
}
