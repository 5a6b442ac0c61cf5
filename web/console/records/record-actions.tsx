// What a supervisor does with one record: puts it back into the list, or closes it for good.
import { useState } from 'react';
import type { Answered } from '../../kit/api/client.ts';
import type { Answer, ReadId } from '../../kit/api/operation-types.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Dialog } from '../../kit/ui/dialog.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';

const CHANGED: readonly ReadId[] = [
  ...(['readRecord', 'readTimeline', 'explainRecord'] as const),
  ...(['listRecords', 'readCampaign'] as const),
];

export function RecordActions({ body, etag }: Answered<Answer<'readRecord'>>) {
  const { t } = useConsole();
  const { campaign, record, state, nextContact, current } = body;
  const putBack = useChange('putBackRecord', CHANGED);
  const close = useChange('closeRecord', CHANGED);
  const [closing, setClosing] = useState(false);
  const params = { campaign, record };
  const error = putBack.error ?? close.error;
  const reset = () => {
    putBack.reset();
    close.reset();
  };
  const isOver = state === 'closed' || state === 'deleted';
  // one that is in the list, or being called, has nowhere to be put back to
  const isOut = nextContact === undefined && current === undefined && !isOver;
  return (
    <>
      {isOut && (
        <Button
          isDisabled={putBack.isPending}
          onPress={() => putBack.mutate({ params, body: {}, ifMatch: etag })}
        >
          {t('record.putBack')}
        </Button>
      )}
      {!isOver && (
        <Button kind="danger" isDisabled={close.isPending} onPress={() => setClosing(true)}>
          {t('record.close')}
        </Button>
      )}
      <Dialog title={t('record.close')} isOpen={closing} close={() => setClosing(false)}>
        <p>{t('record.closeText')}</p>
        <div className="dialog-actions">
          <Button onPress={() => setClosing(false)}>{t('kit.cancel')}</Button>
          <Button
            kind="danger"
            onPress={() => {
              setClosing(false);
              close.mutate({ params, ifMatch: etag });
            }}
          >
            {t('record.close')}
          </Button>
        </div>
      </Dialog>
      <Dialog title={t('record.notChanged')} isOpen={error !== null} close={reset}>
        {error && <ProblemNote error={error} />}
        <div className="dialog-actions">
          <Button kind="primary" onPress={reset}>
            {t('kit.close')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
