// Numbers and addresses of a person: all they have from then on, the first being the default.
import { useState } from 'react';
import type { Answered } from '../../kit/api/client.ts';
import type { Answer } from '../../kit/api/operation-types.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Dialog } from '../../kit/ui/dialog.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';

interface Props {
  readonly read: Answered<Answer<'readRecord'>>;
  readonly close: () => void;
}

type Ends = Answer<'readRecord'>['phones'];

/** In lines, the default first. */
const lines = (ends: Ends): string =>
  ends
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
    .map(({ value }) => value)
    .join('\n');

const listed = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function EditEndpoints({ read, close }: Props) {
  const { t } = useConsole();
  const { campaign, record } = read.body;
  const [phones, setPhones] = useState(lines(read.body.phones));
  const [emails, setEmails] = useState(lines(read.body.emails));
  const save = useChange('editEndpoints', [
    ...(['readRecord', 'readPerson', 'readPersonTimeline', 'searchRecords'] as const),
  ]);
  const fields = [
    ['phones', phones, setPhones],
    ['emails', emails, setEmails],
  ] as const;
  return (
    <Dialog title={t('people.edit')} isOpen close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save
            .mutateAsync({
              params: { campaign, record },
              body: { phones: listed(phones), emails: listed(emails) },
              ifMatch: read.etag,
            })
            .then(close)
            .catch(() => {});
        }}
      >
        <p className="soft">{t('people.editText')}</p>
        {fields.map(([of, value, set]) => (
          <label key={of}>
            <span>{t(`people.${of}`)}</span>
            <textarea
              className="wide"
              rows={3}
              autoComplete="off"
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          </label>
        ))}
        {save.error && <ProblemNote error={save.error} placeOf={placesOf.endpoints(t)} />}
        <div className="dialog-actions">
          <Button onPress={close}>{t('kit.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={save.isPending}>
            {t('people.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
