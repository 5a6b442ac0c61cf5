// Conditions on fields: each in a row of its own, with what its type can be asked.
import { useId } from 'react';
import type { Answer } from '../../kit/api/operation-types.ts';
import { Button } from '../../kit/ui/button.tsx';
import { DateField } from '../../kit/ui/date-field.tsx';
import { useConsole } from '../language.ts';
import type { FieldWanted } from './wanted.ts';

export type Field = Answer<'readCampaign'>['fields'][number];

const TEXTS = ['equal-to', 'not-equal-to', 'containing', 'beginning-with'] as const;
const COMPARED = ['at-least', 'at-most'] as const;
const PRESENT = ['filled', 'empty'] as const;

/** As many as the API takes, less the one that is searched. */
const MOST = 19;

interface Props {
  readonly fields: readonly Field[];
  readonly wanted: readonly FieldWanted[];
  readonly change: (next: readonly FieldWanted[]) => void;
}

export function FieldTests({ fields, wanted, change }: Props) {
  const { t } = useConsole();
  const [first] = fields;
  if (first === undefined) return null;
  const set = (n: number, next: Partial<FieldWanted>) =>
    change(wanted.map((one, i) => (i === n ? { ...one, ...next } : one)));
  return (
    <>
      {wanted.map((one, n) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have neither state nor name
          key={n}
          fields={fields}
          wanted={one}
          change={(next) => set(n, next)}
          remove={() => change(wanted.filter((_, i) => i !== n))}
        />
      ))}
      {wanted.length < MOST && (
        <div>
          <Button
            onPress={() => change([...wanted, { field: first.field, is: 'equal-to', value: '' }])}
          >
            {t('filters.addField')}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly fields: readonly Field[];
  readonly wanted: FieldWanted;
  readonly change: (next: Partial<FieldWanted>) => void;
  readonly remove: () => void;
}

function Row({ fields, wanted: { field, is, value }, change, remove }: RowProps) {
  const { t } = useConsole();
  const of = fields.find((one) => one.field === field);
  const isCompared = of?.type === 'number' || of?.type === 'date';
  const tests = [...TEXTS, ...(isCompared ? COMPARED : []), ...PRESENT];
  const hasValue = is !== 'filled' && is !== 'empty';
  return (
    <fieldset className="row filters plain-set" aria-label={of?.label ?? field}>
      <label>
        <span>{t('filters.field')}</span>
        <select
          value={field}
          onChange={(event) => change({ field: event.target.value, is: 'equal-to', value: '' })}
        >
          {of === undefined && <option value={field}>{field}</option>}
          {fields.map((one) => (
            <option key={one.field} value={one.field}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('filters.test')}</span>
        <select
          value={is}
          onChange={(event) => change({ is: event.target.value as FieldWanted['is'] })}
        >
          {tests.map((one) => (
            <option key={one} value={one}>
              {t(`filters.is.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {hasValue && <Value of={of} value={value} change={(next) => change({ value: next })} />}
      <Button onPress={remove}>{t('filters.removeField')}</Button>
    </fieldset>
  );
}

interface ValueProps {
  readonly of: Field | undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}

function Value({ of, value, change }: ValueProps) {
  const { t } = useConsole();
  const id = useId();
  const { options } = of ?? {};
  return (
    <div>
      <label htmlFor={id}>
        <span>{t('filters.value')}</span>
      </label>
      {of?.type === 'date' ? (
        <DateField id={id} value={value} change={change} />
      ) : options === undefined ? (
        <input
          id={id}
          autoComplete="off"
          maxLength={400}
          inputMode={of?.type === 'number' ? 'decimal' : undefined}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <select id={id} value={value} onChange={(event) => change(event.target.value)}>
          <option value="">{t('records.any')}</option>
          {options.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
