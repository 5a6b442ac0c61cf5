// The fields of the form; what is wrong with one is said below it.
import { type ReactNode, useId } from 'react';
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { DateField } from '../../kit/ui/date-field.tsx';
import { FileField } from '../../kit/ui/file-field.tsx';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import type { DryRunDraft, Mistakes, Mode, VariantDraft, Wrong } from './form.ts';
import type { Told } from './told.ts';

interface FieldProps {
  readonly label: string;
  readonly wrong: Wrong | undefined;
  readonly children: (said: {
    readonly id: string;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string | undefined;
  }) => ReactNode;
}

function Field({ label, wrong, children }: FieldProps) {
  const id = useId();
  const says = useWrong();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': wrong !== undefined,
        'aria-describedby': wrong && `${id}-wrong`,
      })}
      {wrong && (
        <p className="field-wrong" id={`${id}-wrong`} role="alert">
          {says(wrong)}
        </p>
      )}
    </div>
  );
}

function useWrong(): (wrong: Wrong) => string {
  const { t } = useConsole();
  return (wrong) => {
    switch (wrong.kind) {
      case 'whole':
        return t('dry.wrong.whole', { from: wrong.from, to: wrong.to });
      case 'share':
        return t('dry.wrong.share');
      case 'missing':
        return t('dry.wrong.missing');
      case 'same':
        return t('dry.wrong.same');
    }
  };
}

interface CommonProps {
  readonly draft: DryRunDraft;
  readonly change: (next: Partial<DryRunDraft>) => void;
  readonly mistakes: Mistakes;
  readonly filters: readonly ItemOf<'listFilters'>[];
  readonly chooseFile: (file: File | undefined) => void;
  readonly waiting: number;
}

/** What is the same for all variants. */
export function Common({ draft, change, mistakes, filters, chooseFile, waiting }: CommonProps) {
  const { t } = useConsole();
  return (
    <div className="row filters">
      <Field label={t('dry.list')} wrong={mistakes.list}>
        {(said) => (
          <select
            {...said}
            value={draft.list}
            onChange={(event) => change({ list: event.target.value })}
          >
            <option value="records">{t('dry.list.records', { n: waiting })}</option>
            {filters.map(({ filter, title }) => (
              <option key={filter} value={filter}>
                {t('dry.list.filter', { title })}
              </option>
            ))}
            <option value="file">{t('dry.list.file')}</option>
          </select>
        )}
      </Field>
      {draft.list === 'file' && (
        <FileField label={t('imports.choose')} accept=".csv,.txt,text/csv" choose={chooseFile} />
      )}
      <Text
        label={t('dry.most')}
        value={draft.most}
        wrong={mistakes.most}
        change={(most) => change({ most })}
      />
      <Field label={t('dry.from')} wrong={mistakes.from}>
        {(said) => <DateField {...said} value={draft.from} change={(from) => change({ from })} />}
      </Field>
      <Text
        label={t('dry.days')}
        value={draft.days}
        wrong={mistakes.days}
        change={(days) => change({ days })}
      />
      <Text
        label={t('dry.answer')}
        hint="30%"
        value={draft.answer}
        wrong={mistakes.answer}
        change={(answer) => change({ answer })}
      />
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly wrong: Wrong | undefined;
  readonly hint?: string;
  readonly change: (value: string) => void;
}

const Text = ({ label, value, wrong, hint, change }: TextProps) => (
  <Field label={label} wrong={wrong}>
    {(said) => (
      <input
        {...said}
        className="short"
        inputMode="decimal"
        autoComplete="off"
        placeholder={hint}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    )}
  </Field>
);

/** A or B, as the keys of plots and the headings of tables have it. */
export const variantName = (place: number): string => String.fromCharCode(65 + place);

interface VariantProps {
  readonly place: number;
  readonly isCompared: boolean;
  readonly variant: VariantDraft;
  readonly told: Told;
  readonly mistakes: Mistakes;
  readonly change: (next: VariantDraft) => void;
}

export function Variant({ place, isCompared, variant, told, mistakes, change }: VariantProps) {
  const { t } = useConsole();
  const names = useNames();
  const paced = variant.mode === '' ? told.mode : variant.mode;
  const with_ = (next: Partial<VariantDraft>) => change({ ...variant, ...next });
  const text = (field: 'agents' | 'cap' | 'pickup', hint: string) => (
    <Text
      label={t(`dry.${field}`)}
      hint={hint}
      value={variant[field]}
      wrong={mistakes[`${place}.${field}`]}
      change={(value) => with_({ [field]: value })}
    />
  );
  return (
    <fieldset className="variant">
      <legend>
        {isCompared ? t('dry.variant', { name: variantName(place) }) : t('dry.settings')}
      </legend>
      <div className="row filters">
        {text('agents', String(told.agents))}
        <Field label={t('campaign.mode')} wrong={undefined}>
          {(said) => (
            <select
              {...said}
              value={variant.mode}
              onChange={(event) => with_({ mode: event.target.value as Mode | '' })}
            >
              <option value="">
                {told.mode === undefined ? t('dry.asItIs') : names.mode(told.mode)}
              </option>
              {told.modes
                .filter((one) => one !== told.mode)
                .map((one) => (
                  <option key={one} value={one}>
                    {names.mode(one)}
                  </option>
                ))}
            </select>
          )}
        </Field>
        {paced === 'predictive' && text('cap', t('dry.asItIs'))}
        {paced === 'ratio' && text('pickup', t('dry.asItIs'))}
        <Field label={t('campaign.rule')} wrong={undefined}>
          {(said) => (
            <select
              {...said}
              value={variant.rule}
              onChange={(event) => with_({ rule: event.target.value })}
            >
              <option value="">{told.rule ?? t('dry.asItIs')}</option>
              {told.rules
                .filter((one) => one !== told.rule)
                .map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
            </select>
          )}
        </Field>
      </div>
    </fieldset>
  );
}
