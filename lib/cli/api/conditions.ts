// Conditions on records as options of a command, for lists, saved filters and copies.
import type { RecordFilter } from '../../domain/records/record-filter.ts';
import type { Wrong } from '../option-values.ts';

export const CONDITION_OPTIONS = {
  where: { type: 'string', multiple: true },
  state: { type: 'string', multiple: true },
  classifier: { type: 'string', multiple: true },
  success: { type: 'string' },
  'contacted-since': { type: 'string' },
  'not-contacted-since': { type: 'string' },
} as const;

export const CONDITION_HELP = `  --where <test>     of a field: city=Brno, city!=Brno, city~rno (contains), city^Br (begins with), debt>=1000,
                     debt<=5000, city (filled), !city (empty); can be repeated, and all must hold
  --state <state>    new, recall-scheduled, closed …; can be repeated
  --classifier <id>  the one set last; can be repeated
  --success <yes|no>
  --contacted-since <moment>, --not-contacted-since <moment>    with an offset, e.g. 2026-03-02T09:00+01:00`;

export interface ConditionValues {
  readonly where?: readonly string[] | undefined;
  readonly state?: readonly string[] | undefined;
  readonly classifier?: readonly string[] | undefined;
  readonly success?: string | undefined;
  readonly 'contacted-since'?: string | undefined;
  readonly 'not-contacted-since'?: string | undefined;
}

type FieldTest = NonNullable<RecordFilter['fields']>[number];

/** As the API takes them; what they name is checked there. */
export type Conditions = Partial<Record<keyof RecordFilter, unknown>>;

/** undefined: none was given. */
export function conditionsOf(values: ConditionValues): Conditions | Wrong | undefined {
  const tests = (values.where ?? []).map(testOf);
  const unread = tests.indexOf(undefined);
  if (unread >= 0)
    return {
      wrong: `--where takes a field and what it shall be, such as city=Brno, not '${values.where?.[unread]}'`,
    };
  const success = yesOrNo(values.success);
  if (values.success !== undefined && success === undefined)
    return { wrong: `--success takes yes or no, not '${values.success}'` };
  const since = [values['contacted-since'], values['not-contacted-since']] as const;
  const moments = since.map((text) => (text === undefined ? undefined : momentOf(text)));
  const wrong = since.find((text, n) => text !== undefined && moments[n] === undefined);
  if (wrong !== undefined)
    return {
      wrong: `a moment has its offset, such as 2026-03-02T09:00+01:00; '${wrong}' is none`,
    };
  const conditions: Conditions = {
    states: values.state,
    classifiers: values.classifier,
    success,
    contactedSince: moments[0],
    notContactedSince: moments[1],
    fields: tests.length === 0 ? undefined : tests,
  };
  const given = Object.entries(conditions).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

const SIGNS = {
  '!=': 'not-equal-to',
  '>=': 'at-least',
  '<=': 'at-most',
  '=': 'equal-to',
  '~': 'containing',
  '^': 'beginning-with',
} as const;

function testOf(text: string): FieldTest | undefined {
  const {
    not,
    field = '',
    sign,
    value = '',
  } = /^(?<not>!)?(?<field>[A-Za-z0-9_-]+)(?:(?<sign>!=|>=|<=|=|~|\^)(?<value>.+))?$/s.exec(text)
    ?.groups ?? {};
  if (field === '' || (not !== undefined && sign !== undefined)) return undefined;
  if (sign === undefined) return { field, is: not === undefined ? 'filled' : 'empty' };
  return { field, is: SIGNS[sign as keyof typeof SIGNS], value };
}

const yesOrNo = (text: string | undefined): boolean | undefined =>
  text === 'yes' || text === 'no' ? text === 'yes' : undefined;

/** With an offset: the command knows neither the centre's zone nor that of the reader. */
function momentOf(text: string): string | undefined {
  const at = /(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
