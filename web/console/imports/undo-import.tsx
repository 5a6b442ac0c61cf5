// Takes an import back: records nobody was contacted about go, and the page says how many did.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiProblem } from '../../kit/api/problem.ts';
import { useAsk, useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Dialog } from '../../kit/ui/dialog.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';

interface Props {
  readonly campaign: string;
  readonly file: string;
}

/** ms */
const OFTEN = 1000;

export function UndoImport({ campaign, file }: Props) {
  const { t } = useConsole();
  const params = { campaign, file };
  const undo = useChange('undoImport', []);
  const [asking, setAsking] = useState(false);
  if (undo.isSuccess) return <Undone campaign={campaign} file={file} />;
  return (
    <>
      <Button isDisabled={undo.isPending} onPress={() => setAsking(true)}>
        {t('imports.undo')}
      </Button>
      {undo.error && <ProblemNote error={undo.error} />}
      <Dialog title={t('imports.undoOf', { file })} isOpen={asking} close={() => setAsking(false)}>
        <p>{t('imports.undoText')}</p>
        <div className="dialog-actions">
          <Button onPress={() => setAsking(false)}>{t('kit.cancel')}</Button>
          <Button
            kind="danger"
            onPress={() => {
              setAsking(false);
              undo.mutate({ params });
            }}
          >
            {t('imports.undo')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

/** Asked until it is done; until then nothing of that name was undone. */
function Undone({ campaign, file }: Props) {
  const { t, format } = useConsole();
  const queries = useQueryClient();
  const asked = useAsk('readUndoneImport', { params: { campaign, file } }, { every: OFTEN });
  const done = asked.data?.body;
  const isDone = done !== undefined;
  useEffect(() => {
    if (isDone) void queries.invalidateQueries({ queryKey: ['readCampaign'] });
  }, [isDone, queries]);
  const isWaiting = asked.error instanceof ApiProblem && asked.error.facts.status === 404;
  if (asked.error && !isWaiting) return <ProblemNote error={asked.error} />;
  return (
    <span role="status">
      {done === undefined
        ? t('imports.undoing')
        : done.problem === undefined
          ? t('imports.undone', { n: done.removed, kept: done.kept })
          : format.sentence(done.problem)}
    </span>
  );
}
