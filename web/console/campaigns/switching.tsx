// Switching a campaign: what can be done in its state, and every reason against it when it is
// refused. Ending asks before.
import { useState } from 'react';
import { ApiProblem } from '../../kit/api/problem.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Dialog } from '../../kit/ui/dialog.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { SourceLink } from '../graphs/source-link.tsx';
import { useConsole } from '../language.ts';
import type { CampaignState } from './state-badge.tsx';

const NEXT: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  off: ['running'],
  running: ['paused', 'ended'],
  paused: ['running', 'ended'],
  ended: ['running'],
};

/** For what the campaign lacks; not because somebody else was faster. */
const isRefused = (error: Error | null): boolean =>
  error instanceof ApiProblem && error.facts.code === 'not-possible';

interface Props {
  readonly campaign: string;
  readonly name: string;
  readonly state: CampaignState;
  /** Of what the supervisor sees; another one's switch meanwhile is said. */
  readonly etag: string | undefined;
  /** Without ending it: among others, a wrong press is too near. */
  readonly brief?: boolean;
}

export function Switching({ campaign, name, state, etag, brief = false }: Props) {
  const { t } = useConsole();
  const change = useChange('switchCampaign', ['listCampaigns', 'readCampaign', 'readLive']);
  const [ending, setEnding] = useState(false);
  const switchTo = (next: CampaignState) =>
    change.mutate({ params: { campaign }, body: { state: next }, ifMatch: etag });
  const press = (next: CampaignState) => (next === 'ended' ? setEnding(true) : switchTo(next));
  const label = (next: CampaignState) =>
    next === 'running'
      ? t(state === 'paused' ? 'switch.resume' : 'switch.on')
      : t(`switch.${next}`);
  return (
    <>
      {NEXT[state].slice(0, brief ? 1 : undefined).map((next) => (
        <Button
          key={next}
          kind={next === 'running' ? 'primary' : next === 'ended' ? 'danger' : 'quiet'}
          isDisabled={change.isPending}
          onPress={() => press(next)}
        >
          {label(next)}
        </Button>
      ))}
      <Dialog title={t('switch.end.title')} isOpen={ending} close={() => setEnding(false)}>
        <p>{t('switch.end.text', { name })}</p>
        <div className="dialog-actions">
          <Button onPress={() => setEnding(false)}>{t('kit.cancel')}</Button>
          <Button
            kind="danger"
            onPress={() => {
              setEnding(false);
              switchTo('ended');
            }}
          >
            {t('switch.ended')}
          </Button>
        </div>
      </Dialog>
      <Dialog
        title={t('switch.refused', { name })}
        isOpen={change.error !== null}
        close={() => change.reset()}
      >
        {change.error && <ProblemNote error={change.error} />}
        {isRefused(change.error) && (
          <p>
            {t('switch.fix')} <SourceLink file={`campaigns/${campaign}.yaml`} />
          </p>
        )}
        <div className="dialog-actions">
          <Button kind="primary" onPress={() => change.reset()}>
            {t('kit.close')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
