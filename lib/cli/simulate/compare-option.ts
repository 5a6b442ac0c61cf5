// `--compare a=agents:10,b=agents:14,mode:progressive`: variants of one dry run. A comma begins the
// next setting, or, where a name with '=' follows, the next variant; so nothing needs quotes in a
// shell.

import { PACING_MODES, type PacingMode } from '../../domain/pacing/settings.ts';
import { didYouMean, nearest } from '../../language/nearest.ts';
import type { Wrong } from '../option-values.ts';

export interface Variant {
  readonly name: string;
  readonly agents?: number;
  readonly mode?: PacingMode;
  /** 0 to 1. */
  readonly pickup?: number;
  readonly cap?: number;
  readonly rule?: string;
}

const MOST_VARIANTS = 6;
const MOST_AGENTS = 2000;

type Setting = Exclude<keyof Variant, 'name'>;

const READERS: { readonly [S in Setting]: (text: string) => Variant[S] | Wrong } = {
  agents: (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : 0;
    if (value >= 1 && value <= MOST_AGENTS) return value;
    return { wrong: `agents takes a whole number from 1 to ${MOST_AGENTS}, not '${text}'` };
  },
  mode: (text) => {
    const mode = PACING_MODES.find((known) => known === text);
    return mode ?? { wrong: `there is no mode '${text}'. ${didYouMean(text, PACING_MODES)}` };
  },
  pickup: (text) => share('pickup', text, 1, 100),
  cap: (text) => share('cap', text, 0, 3),
  rule: (text) => (text === '' ? { wrong: 'rule takes the id of a callback rule' } : text),
};

function share(setting: string, text: string, least: number, most: number): number | Wrong {
  const [, percent] = /^(\d+(?:\.\d+)?)%?$/.exec(text) ?? [];
  const value = Number(percent ?? Number.NaN);
  if (value >= least && value <= most) return value / 100;
  return { wrong: `${setting} takes a share from ${least}% to ${most}%, not '${text}'` };
}

export function readVariants(text: string): readonly Variant[] | Wrong {
  const variants: Variant[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    const [, name, setting = part] = /^([^:=]*)=(.*)$/.exec(part) ?? [];
    if (name !== undefined) {
      const refused = refusal(name, variants);
      if (refused) return { wrong: `--compare: ${refused}` };
      variants.push({ name });
      if (setting === '') continue;
    }
    const variant = variants.at(-1);
    if (!variant)
      return {
        wrong: `--compare must begin with the name of a variant, as in a=agents:10,b=agents:14; '${part}' has none`,
      };
    const read = readSetting(setting, variant);
    if ('wrong' in read) return { wrong: `--compare: variant '${variant.name}': ${read.wrong}` };
    variants[variants.length - 1] = read;
  }
  return asComparison(variants);
}

function refusal(name: string, variants: readonly Variant[]): string | undefined {
  if (!/^[\p{L}\d][\p{L}\d ._-]{0,29}$/u.test(name))
    return `the name of a variant consists of letters, digits and dashes, at most 30; '${name}' is not a valid name`;
  if (variants.some((other) => other.name === name)) return `two variants have the name '${name}'`;
  return variants.length === MOST_VARIANTS
    ? `at most ${MOST_VARIANTS} variants can be compared`
    : undefined;
}

function readSetting(text: string, variant: Variant): Variant | Wrong {
  const [key = '', value] = text.split(/:(.*)/s);
  if (value === undefined)
    return { wrong: `'${text}' is not a setting; write agents:10, mode:progressive or cap:2%` };
  if (!Object.hasOwn(READERS, key)) {
    const near = nearest(key, Object.keys(READERS));
    const remedy = near
      ? `did you mean '${near}'?`
      : `there are ${Object.keys(READERS).join(', ')}`;
    return { wrong: `there is no setting '${key}'; ${remedy}` };
  }
  const setting = key as Setting;
  if (variant[setting] !== undefined) return { wrong: `'${setting}' is set twice` };
  const read = READERS[setting](value);
  return typeof read === 'object' ? read : { ...variant, [setting]: read };
}

function asComparison(variants: readonly Variant[]): readonly Variant[] | Wrong {
  if (variants.length < 2)
    return {
      wrong: `--compare needs at least two variants, as in now=,more=agents:14; there is only '${variants[0]?.name ?? ''}'`,
    };
  const seen = new Map<string, string>();
  for (const { name, ...settings } of variants) {
    const key = JSON.stringify(Object.entries(settings).toSorted());
    const same = seen.get(key);
    if (same !== undefined)
      return {
        wrong: `--compare: '${same}' and '${name}' have the same settings, so there is nothing to compare`,
      };
    seen.set(key, name);
  }
  return variants;
}
