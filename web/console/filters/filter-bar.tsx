// What is looked for among records: the usual conditions at once, the others behind a press.
import { Button } from '../../kit/ui/button.tsx';
import { LabelledDate } from '../../kit/ui/date-field.tsx';
import { PROGRESS_PARTS, STATES_OF } from '../campaigns/progress.ts';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import { type Field, FieldTests } from './field-tests.tsx';
import { ANYTHING, DAYS, unseen, type Wanted } from './wanted.ts';

const LAST_CALLS = ['answered', 'not-answered', 'busy', 'voicemail', 'abandoned', 'error'];

interface Props {
  readonly fields: readonly Field[];
  /** What contacts are given; undefined: nobody is contacted by this list. */
  readonly classifiers:
    | readonly { readonly classifier: string; readonly name: string }[]
    | undefined;
  /** Label of the field that is searched. */
  readonly searched: string | undefined;
  readonly wanted: Wanted;
  readonly change: (next: Partial<Wanted>) => void;
}

export function FilterBar({ fields, classifiers, searched, wanted, change }: Props) {
  const { t } = useConsole();
  const names = useNames();
  const states = PROGRESS_PARTS.flatMap((part) => STATES_OF[part]);
  const hidden = unseen(wanted);
  return (
    <search className="stack">
      <div className="row filters">
        <label className="wide">
          <span>
            {searched === undefined
              ? t('records.searchNumber')
              : t('records.search', { field: searched })}
          </span>
          <input
            type="search"
            autoComplete="off"
            value={wanted.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        </label>
        {classifiers && (
          <>
            <Choice
              label={t('records.state')}
              value={wanted.state}
              change={(state) => change({ state })}
              options={states.map((one) => [one, names.recordState(one)])}
            />
            <Choice
              label={t('records.lastCall')}
              value={wanted.lastCall}
              change={(lastCall) => change({ lastCall })}
              options={LAST_CALLS.map((one) => [one, names.ending(one)])}
            />
            <Choice
              label={t('records.classifier')}
              value={wanted.classifier}
              change={(classifier) => change({ classifier })}
              options={classifiers.map(({ classifier, name }) => [classifier, name])}
            />
          </>
        )}
        <Button onPress={() => change(ANYTHING)}>{t('records.clear')}</Button>
      </div>
      <details>
        <summary>{t('filters.more')}</summary>
        <div className="stack">
          {classifiers && <OfContacts wanted={wanted} change={change} />}
          <Days days={classifiers ? DAYS : ADDED} wanted={wanted} change={change} />
          <FieldTests
            fields={fields}
            wanted={wanted.fields}
            change={(next) => change({ fields: next })}
          />
        </div>
      </details>
      {hidden > 0 && (
        <p className="soft">
          {t('filters.unseen', { n: hidden })}{' '}
          <Button kind="plain" onPress={() => change({ rest: {} })}>
            {t('filters.dropUnseen')}
          </Button>
        </p>
      )}
    </search>
  );
}

type Of = Pick<Props, 'wanted' | 'change'>;
const ADDED = ['addedSince', 'addedBefore'] as const;

function OfContacts({ wanted, change }: Of) {
  const { t } = useConsole();
  return (
    <div className="row filters">
      <Choice
        label={t('filters.success')}
        value={wanted.success}
        change={(success) => change({ success: success as Wanted['success'] })}
        options={[
          ['yes', t('filters.yes')],
          ['no', t('filters.no')],
        ]}
      />
      {(['atLeast', 'atMost'] as const).map((one) => (
        <label key={one}>
          <span>{t(`filters.${one}`)}</span>
          <input
            className="short"
            inputMode="numeric"
            pattern="\d*"
            value={wanted[one]}
            onChange={(event) => change({ [one]: event.target.value })}
          />
        </label>
      ))}
      <label>
        <span>{t('filters.agent')}</span>
        <input
          autoComplete="off"
          value={wanted.agent}
          onChange={(event) => change({ agent: event.target.value })}
        />
      </label>
    </div>
  );
}

function Days({ days, wanted, change }: Of & { readonly days: readonly (typeof DAYS)[number][] }) {
  const { t } = useConsole();
  return (
    <div className="row filters">
      {days.map((one) => (
        <LabelledDate
          key={one}
          label={t(`filters.${one}`)}
          value={wanted[one]}
          change={(day) => change({ [one]: day })}
        />
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly options: readonly (readonly [string, string])[];
}

function Choice({ label, value, change, options }: ChoiceProps) {
  const { t } = useConsole();
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => change(event.target.value)}>
        <option value="">{t('records.any')}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
