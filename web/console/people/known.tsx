// What is known of a person, and corrected. What somebody else has changed meanwhile is said.
import { useId, useState } from 'react';
import type { Answered } from '../../kit/api/client.ts';
import type { Answer } from '../../kit/api/operation-types.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { DateField } from '../../kit/ui/date-field.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import type { Field } from '../filters/field-tests.tsx';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';

interface Props {
  readonly read: Answered<Answer<'readRecord'>>;
  readonly fields: readonly Field[];
}

export function Known({ read: { body, etag }, fields }: Props) {
  const { t, format } = useConsole();
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  /** Of what one saw when one began to type. */
  const [seen, setSeen] = useState(etag);
  const save = useChange('editRecord', ['readRecord', 'readPersonTimeline', 'searchRecords']);
  const { campaign, record } = body;
  const different = Object.fromEntries(
    Object.entries(changed).filter(([field, value]) => value !== (body.fields[field] ?? '')),
  );
  const isChanged = Object.keys(different).length > 0;
  const type = (field: string, value: string) => {
    if (!isChanged) setSeen(etag);
    setChanged({ ...changed, [field]: value });
  };
  const forget = () => {
    setChanged({});
    save.reset();
  };
  return (
    <Card title={t('people.known')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save
            .mutateAsync({
              params: { campaign, record },
              body: { fields: different },
              ifMatch: seen,
            })
            .then(forget)
            .catch(() => {});
        }}
      >
        {fields.map((field) => (
          <OneField
            key={field.field}
            field={field}
            value={changed[field.field] ?? body.fields[field.field] ?? ''}
            change={(value) => type(field.field, value)}
          />
        ))}
        <p className="soft">
          {t('record.created')}: {format.moment(body.createdAt)}
        </p>
        {save.error && <ProblemNote error={save.error} placeOf={placesOf.known(fields)} />}
        <div className="actions">
          <Button kind="primary" type="submit" isDisabled={!isChanged || save.isPending}>
            {t('people.save')}
          </Button>
          {isChanged && <Button onPress={forget}>{t('kit.cancel')}</Button>}
        </div>
      </form>
    </Card>
  );
}

interface FieldProps {
  readonly field: Field;
  readonly value: string;
  readonly change: (value: string) => void;
}

function OneField({ field, value, change }: FieldProps) {
  const id = useId();
  const { label, type, options } = field;
  return (
    <div>
      <label htmlFor={id}>
        <span>{label}</span>
      </label>
      {type === 'date' ? (
        <DateField id={id} value={value} change={change} />
      ) : options === undefined ? (
        <input
          id={id}
          className="wide"
          autoComplete="off"
          maxLength={4000}
          inputMode={type === 'number' ? 'decimal' : undefined}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <select
          id={id}
          className="wide"
          value={value}
          onChange={(event) => change(event.target.value)}
        >
          {!options.includes('') && <option value="">–</option>}
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
