// Copies records of a campaign into another one: the target is chosen, the work is watched, its
// result told.
import { useState } from 'react';
import type { Body } from '../../kit/api/operation-types.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { Dialog } from '../../kit/ui/dialog.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import type { Conditions } from '../filters/wanted.ts';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';
import type { RecordsOf } from '../records/use-finding.ts';
import { useCampaignNames } from '../use-campaign-names.ts';
import { Check } from './check.tsx';
import { CopyProgress } from './copy-progress.tsx';

interface Props {
  /** A campaign, or the directory. */
  readonly from: RecordsOf;
  readonly records: Body<'copyRecords'>['records'];
  readonly close: () => void;
}

export function CopyDialog({ from, records, close }: Props) {
  const { t } = useConsole();
  const names = useCampaignNames();
  const start = useChange('copyRecords', ['listCopies']);
  const [target, setTarget] = useState('');
  const others = [...names].filter(([id]) => id !== from.campaign);
  const [continuously, setContinuously] = useState(false);
  const copy = start.data?.body.copy;
  const isSelection = Array.isArray(records);
  const placeOf = placesOf.copy(t, { fields: from.fields, conditions: conditionsIn(records) });
  return (
    <Dialog title={t('copies.dialog')} isOpen close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({
            params: { campaign: target },
            body: { from: from.campaign, records, continuously: continuously && !isSelection },
          });
        }}
      >
        <p>
          {isSelection
            ? t('copies.whatSelected', { n: records.length, name: from.name })
            : t('copies.whatShown', { name: from.name })}{' '}
          {t('copies.anew')}
        </p>
        {others.length === 0 && <p className="note warning">{t('copies.noOther')}</p>}
        {copy === undefined && others.length > 0 && (
          <label>
            <span>{t('copies.into')}</span>
            <select required value={target} onChange={(event) => setTarget(event.target.value)}>
              <option value="">{t('copies.choose')}</option>
              {others.map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {copy === undefined && others.length > 0 && !isSelection && (
          <Check says={t('copies.continuously')} value={continuously} change={setContinuously} />
        )}
        {start.error && <ProblemNote error={start.error} placeOf={placeOf} />}
        {copy !== undefined && <CopyProgress campaign={target} copy={copy} />}
        <div className="dialog-actions">
          <Button onPress={close}>{t(copy === undefined ? 'kit.cancel' : 'kit.close')}</Button>
          {copy === undefined ? (
            <Button
              kind="primary"
              type="submit"
              isDisabled={start.isPending || others.length === 0}
            >
              {t('copies.start')}
            </Button>
          ) : (
            <a
              className="button primary"
              href={to('/campaigns/{campaign}/imports', { campaign: target })}
            >
              {t('copies.look', { name: names.get(target) ?? target })}
            </a>
          )}
        </div>
      </form>
    </Dialog>
  );
}

const conditionsIn = (records: Props['records']): Conditions =>
  typeof records === 'object' && 'conditions' in records ? records.conditions : {};
