// The fields of a record as a form: each with its type, required ones marked, those that agents may
// not change as text.
import { useId } from 'react';
import { DateField } from '../../kit/ui/date-field.tsx';
import { useDesk } from '../language.ts';
import type { WindowOf } from './contact-ref.ts';

type Field = WindowOf['fields'][number];

interface Props {
  readonly fields: readonly Field[];
  readonly values: Readonly<Record<string, string>>;
  readonly change: (field: string, value: string) => void;
  /** Required fields that are still empty are pointed at. */
  readonly isChecked: boolean;
}

export function Fields({ fields, values, change, isChecked }: Props) {
  const { t } = useDesk();
  return (
    <div className="fields">
      {fields.map((field) =>
        field.editable ? (
          <Editable
            key={field.field}
            field={field}
            value={values[field.field] ?? field.value}
            change={(value) => change(field.field, value)}
            isChecked={isChecked}
          />
        ) : (
          <div key={field.field} className="field">
            <span className="label">{field.label}</span>
            <span className="field-fixed">
              {field.value || <span className="soft">{t('field.empty')}</span>}
            </span>
          </div>
        ),
      )}
    </div>
  );
}

interface EditableProps {
  readonly field: Field;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly isChecked: boolean;
}

function Editable({ field, value, change, isChecked }: EditableProps) {
  const { t } = useDesk();
  const id = useId();
  const { label, type, options, required } = field;
  const isMissing = isChecked && required && value.trim() === '';
  const shared = {
    id,
    'aria-required': required || undefined,
    'aria-invalid': isMissing || undefined,
    'aria-describedby': isMissing ? `${id}-missing` : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        <span>
          {label}
          {required && (
            <abbr title={t('field.required')} className="required">
              *
            </abbr>
          )}
        </span>
      </label>
      {type === 'choice' ? (
        <select {...shared} value={value} onChange={(event) => change(event.target.value)}>
          <option value="" />
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : type === 'date' ? (
        <DateField {...shared} value={value} change={change} />
      ) : (
        <input
          {...shared}
          value={value}
          autoComplete="off"
          inputMode={type === 'number' ? 'decimal' : undefined}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {isMissing && (
        <span id={`${id}-missing`} className="field-missing">
          {t('field.missing')}
        </span>
      )}
    </div>
  );
}

/** What was changed; a value that is as it was is not sent. */
export const changedFields = (
  fields: readonly Field[],
  values: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ field, value, editable }) => {
      const now = values[field];
      return editable && now !== undefined && now !== value ? [[field, now]] : [];
    }),
  );

/** Required fields without a value. */
export const missingFields = (
  fields: readonly Field[],
  values: Readonly<Record<string, string>>,
): readonly string[] =>
  fields
    .filter(({ field, value, required }) => required && (values[field] ?? value).trim() === '')
    .map(({ label }) => label);
