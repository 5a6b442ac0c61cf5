// What a supervisor asks a dry run, as it stands in the form, and what is wrong with it: at which
// field. Pure.
import type { DryRunOrder } from '../../dry-run/messages.ts';

export const MODES = ['preview', 'progressive', 'predictive', 'ratio'] as const;
export type Mode = (typeof MODES)[number];

/** Texts as they were typed; empty: as the campaign has it. */
export interface VariantDraft {
  readonly agents: string;
  readonly mode: Mode | '';
  readonly cap: string;
  readonly pickup: string;
  readonly rule: string;
}

export interface DryRunDraft {
  /** records: those that wait · file: a file of contacts · otherwise the id of a saved filter. */
  readonly list: string;
  /** Records taken from the list at most. */
  readonly most: string;
  readonly from: string;
  readonly days: string;
  readonly answer: string;
  readonly variants: readonly VariantDraft[];
}

export const AS_IT_IS: VariantDraft = { agents: '', mode: '', cap: '', pickup: '', rule: '' };

/** What the campaign has, where a variant says nothing. */
export interface Setting {
  readonly mode: Mode | undefined;
  /** Shares, 0 to 1. */
  readonly pickup: number | undefined;
}

export type Wrong =
  | { readonly kind: 'whole'; readonly from: number; readonly to: number }
  | { readonly kind: 'share' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'same' };

/** Mistakes by the field they are about: a key of the draft, or `1.agents` of a variant. */
export type Mistakes = Readonly<Record<string, Wrong>>;

type RunSettings = Pick<DryRunOrder, 'from' | 'days' | 'agents' | 'answer' | 'change'>;
export type FormRead =
  | { readonly kind: 'right'; readonly most: number; readonly variants: readonly RunSettings[] }
  | { readonly kind: 'wrong'; readonly mistakes: Mistakes };

const LIMITS = { most: [1, 5000], days: [1, 60], agents: [1, 500] } as const;

export function readForm(draft: DryRunDraft, has: Setting, hasFile: boolean): FormRead {
  const mistakes: Record<string, Wrong> = {};
  const whole = (field: string, text: string, [from, to]: readonly [number, number]): number => {
    const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= from && value <= to) return value;
    mistakes[field] = { kind: 'whole', from, to };
    return from;
  };
  const share = (field: string, text: string): number | undefined => {
    if (text.trim() === '') return undefined;
    const read = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/.exec(text.trim())?.[1];
    const percent = Number(read?.replace(',', '.'));
    if (percent > 0 && percent <= 100) return percent / 100;
    mistakes[field] = { kind: 'share' };
    return undefined;
  };
  const most = whole('most', draft.most, LIMITS.most);
  const days = whole('days', draft.days, LIMITS.days);
  const answer = share('answer', draft.answer);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.from)) mistakes.from = { kind: 'missing' };
  if (draft.list === 'file' && !hasFile) mistakes.list = { kind: 'missing' };
  const variants = draft.variants.map((variant, n): RunSettings => {
    const { agents, mode, cap, pickup, rule } = variant;
    const paced = mode === '' ? has.mode : mode;
    const told = {
      cap: paced === 'predictive' ? share(`${n}.cap`, cap) : undefined,
      pickup: paced === 'ratio' ? share(`${n}.pickup`, pickup) : undefined,
    };
    const needsPickup = paced === 'ratio' && told.pickup === undefined && has.pickup === undefined;
    if (needsPickup) mistakes[`${n}.pickup`] ??= { kind: 'share' };
    return {
      from: `${draft.from}T00:00`,
      days,
      agents: agents.trim() === '' ? undefined : whole(`${n}.agents`, agents, LIMITS.agents),
      answer,
      change: {
        ...(mode !== '' && mode !== has.mode && { mode }),
        ...(told.cap !== undefined && { cap: told.cap }),
        ...(told.pickup !== undefined && { pickup: told.pickup }),
        ...(rule !== '' && { rule }),
      },
    };
  });
  const [first, second] = variants.map((one) => JSON.stringify(one));
  if (second !== undefined && first === second) mistakes['1.agents'] ??= { kind: 'same' };
  if (Object.keys(mistakes).length > 0) return { kind: 'wrong', mistakes };
  return { kind: 'right', most, variants };
}
