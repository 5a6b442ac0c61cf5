// How the contact ended: the classifiers that fit it, with what each of them asks for. Sent
// together with the fields, once, however often it is pressed.
import { useState } from 'react';
import { useChange } from '../../kit/api/use-api.ts';
import { Badge } from '../../kit/ui/badge.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useDesk } from '../language.ts';
import type { ContactRef, WindowOf } from './contact-ref.ts';
import type { Draft } from './draft.ts';
import { changedFields, Fields, missingFields } from './fields.tsx';
import { usePlaces } from './places.ts';
import { Recontact } from './recontact.tsx';

interface Props {
  readonly of: ContactRef;
  readonly shown: WindowOf;
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
  /** Id of the call in Connect, where there is one. */
  readonly contact: string | undefined;
  /** There has been no call yet: nothing is offered. */
  readonly isBefore: boolean;
  /** It was taken in. */
  readonly done: () => void;
}

export function Classify({ of, shown, draft, change, contact, isBefore, done }: Props) {
  const { t } = useDesk();
  const [isChecked, setChecked] = useState(false);
  const classified = useChange('classifyRecord', ['readDesk', 'readWindow', 'listMyRecords']);
  const { fields } = shown;
  const placeOf = usePlaces(fields);
  const classifiers = isBefore ? [] : shown.classifiers;
  const chosen = classifiers.find(({ classifier }) => classifier === draft.classifier);
  const missing = missingFields(fields, draft.fields);
  const lacks = [
    ...missing.map((label) => t('classify.fill', { field: label })),
    ...(chosen === undefined ? [t('classify.choose')] : []),
    ...(chosen?.recontact === 'you-choose' && draft.recontactAt === undefined
      ? [t('classify.when')]
      : []),
    ...(chosen?.asksForOwner && draft.owner === undefined ? [t('classify.who')] : []),
  ];
  const send = () => {
    setChecked(true);
    if (chosen === undefined || lacks.length > 0) return;
    const { campaign, record, attempt } = of;
    const { recontactAt, owner } = draft;
    // what is refused is shown; this form may be gone when it is not
    classified
      .mutateAsync({
        params: { campaign, record },
        body: {
          attempt,
          contact,
          classifier: chosen.classifier,
          fields: changedFields(fields, draft.fields),
          ...(chosen.recontact === 'you-choose' && recontactAt !== undefined && { recontactAt }),
          ...(chosen.asksForOwner && owner !== undefined && { owner }),
        },
      })
      .then(done, () => {});
  };
  return (
    <form
      className="stack"
      aria-label={t('classify.form')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        // as the button does it: a field that is half written is pointed at
        if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.requestSubmit();
      }}
    >
      <Fields
        fields={fields}
        values={draft.fields}
        change={(field, value) => change({ fields: { ...draft.fields, [field]: value } })}
        isChecked={isChecked}
      />
      <fieldset className="classifiers">
        <legend>{t('classify.title')}</legend>
        {classifiers.length === 0 && <p className="soft">{t('classify.notYet')}</p>}
        {classifiers.map(({ classifier, name, success, closes, blacklists, recontact }) => (
          <label key={classifier} className="classifier">
            <input
              type="radio"
              name={`classifier-${of.attempt}`}
              checked={classifier === draft.classifier}
              onChange={() => change({ classifier })}
            />
            <span className="classifier-name">{name}</span>
            <span className="classifier-does">
              {success && <Badge tone="good">{t('classify.success')}</Badge>}
              {recontact !== undefined && <Badge tone="calm">{t('classify.again')}</Badge>}
              {blacklists && <Badge tone="bad">{t('classify.blacklists')}</Badge>}
              {closes && <Badge tone="off">{t('classify.closes')}</Badge>}
            </span>
          </label>
        ))}
      </fieldset>
      {chosen?.recontact === 'you-choose' && (
        <Recontact
          key={chosen.classifier}
          of={of}
          classifier={chosen.classifier}
          chosen={draft.recontactAt}
          choose={(recontactAt) => change({ recontactAt })}
        />
      )}
      {chosen?.asksForOwner && (
        <label>
          <span>{t('classify.owner')}</span>
          <select
            value={draft.owner ?? ''}
            onChange={(event) => change({ owner: event.target.value || undefined })}
          >
            <option value="" />
            {shown.owners.map((owner) => (
              <option key={owner}>{owner}</option>
            ))}
          </select>
        </label>
      )}
      {isChecked && lacks.length > 0 && (
        <ul className="note warning" role="alert">
          {lacks.map((lack) => (
            <li key={lack}>{lack}</li>
          ))}
        </ul>
      )}
      {classified.error && <ProblemNote error={classified.error} retry={send} placeOf={placeOf} />}
      <div className="actions">
        <Button
          kind="primary"
          type="submit"
          isDisabled={classified.isPending || classifiers.length === 0}
          data-keys="Control+Enter"
        >
          {t('classify.send')} <kbd>Ctrl ↵</kbd>
        </Button>
      </div>
    </form>
  );
}
