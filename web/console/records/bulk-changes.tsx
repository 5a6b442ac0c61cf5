// Something is done with every record that is marked: put back into the list, closed, made private
// to an agent or free again. Each by itself: what is refused for one is done for the others.
import { useState } from 'react';
import type { Answer, Body } from '../../kit/api/operation-types.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Dialog } from '../../kit/ui/dialog.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';

type Change = Body<'changeRecords'>['change'];
type Kind = Change['kind'];
const KINDS: readonly Kind[] = ['put-back', 'close', 'reserve', 'release'];

/** As many as the API takes at a time. */
const MOST = 500;

interface Props {
  readonly campaign: string;
  readonly records: readonly string[];
  readonly close: () => void;
}

export function BulkChanges({ campaign, records, close }: Props) {
  const { t } = useConsole();
  const change = useChange('changeRecords', ['searchRecords', 'readCampaign', 'readRecord']);
  const [kind, setKind] = useState<Kind>('put-back');
  const [agent, setAgent] = useState('');
  const done = change.data?.body;
  const begin = () =>
    change.mutate({
      params: { campaign },
      body: {
        records: records.slice(0, MOST),
        change: kind === 'reserve' ? { kind, agent: agent.trim() } : { kind },
      },
    });
  return (
    <Dialog title={t('bulk.title', { n: records.length })} isOpen close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        {done === undefined ? (
          <>
            <label>
              <span>{t('bulk.what')}</span>
              <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
                {KINDS.map((one) => (
                  <option key={one} value={one}>
                    {t(`bulk.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            {kind === 'reserve' && (
              <label>
                <span>{t('bulk.agent')}</span>
                <input
                  required
                  maxLength={64}
                  autoComplete="off"
                  value={agent}
                  onChange={(event) => setAgent(event.target.value)}
                />
              </label>
            )}
          </>
        ) : (
          <Done {...done} />
        )}
        {change.error && <ProblemNote error={change.error} placeOf={placesOf.bulk(t)} />}
        <div className="dialog-actions">
          <Button onPress={close}>{t(done === undefined ? 'kit.cancel' : 'kit.close')}</Button>
          {done === undefined && (
            <Button
              kind={kind === 'close' ? 'danger' : 'primary'}
              type="submit"
              isDisabled={change.isPending}
            >
              {t(`bulk.${kind}`)}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function Done({ changed, unchanged, refused }: Answer<'changeRecords'>) {
  const { t, format } = useConsole();
  const reasons = new Map<string, number>();
  for (const { reason } of refused) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const counts = { changed, unchanged, refused: refused.length };
  return (
    <>
      <div role="status">
        <dl className="figures">
          {(['changed', 'unchanged', 'refused'] as const).map((one) => (
            <div key={one}>
              <dt>{t(`bulk.${one}`)}</dt>
              <dd>{format.number(counts[one])}</dd>
            </div>
          ))}
        </dl>
      </div>
      {reasons.size > 0 && (
        <ul className="bullets">
          {[...reasons].map(([reason, n]) => (
            <li key={reason}>
              {format.sentence(reason)} ({format.number(n)})
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
