// A record that is offered: read it, then call, accept or skip. Accepted, the call follows by
// itself when the before-call work is over.
import { useChange } from '../../kit/api/use-api.ts';
import { Badge } from '../../kit/ui/badge.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { Until } from '../clock/clocks.tsx';
import { useDesk } from '../language.ts';
import type { ContactRef, WindowOf } from './contact-ref.ts';

/** An outbound call that the agent does not have yet. */
const UNDER_WAY = ['unclear', 'started', 'connected'];

/** It is offered, waits for its turn or is being dialed: nobody has been spoken to. */
export const isBeforeCall = ({ phase, direction }: WindowOf['contact']): boolean =>
  phase === 'ordered' || (direction === 'outbound' && UNDER_WAY.includes(phase));

interface Props {
  readonly of: ContactRef;
  readonly contact: WindowOf['contact'];
}

export function Offer({ of, contact }: Props) {
  const { t } = useDesk();
  const answer = useChange('answerOffer', ['readDesk', 'readWindow']);
  const press = (press: 'accept' | 'call' | 'skip') =>
    answer.mutate({ params: { ...of }, body: { press } });
  const { awaitsYou, callsAt, until, phase } = contact;
  // ordered, and on its way until the agent has it
  if (!isBeforeCall(contact)) return null;
  const isReading = callsAt !== undefined;
  if (phase !== 'ordered' || (!awaitsYou && !isReading))
    return (
      <div className="offer">
        <Badge tone="calm">{t('offer.dialing')}</Badge>
      </div>
    );
  return (
    <fieldset className="offer" aria-label={t('offer.title')}>
      <Badge tone="calm">{t(isReading ? 'offer.accepted' : 'offer.title')}</Badge>
      {isReading && <Until at={callsAt} says={t('offer.callsIn')} />}
      {!isReading && until !== undefined && <Until at={until} says={t('offer.expiresIn')} />}
      <div className="actions">
        <Button
          kind="primary"
          data-keys="Alt+A"
          isDisabled={answer.isPending}
          onPress={() => press('call')}
        >
          {t('offer.call')} <kbd>Alt A</kbd>
        </Button>
        {!isReading && (
          <Button isDisabled={answer.isPending} onPress={() => press('accept')}>
            {t('offer.accept')}
          </Button>
        )}
        <Button data-keys="Alt+R" isDisabled={answer.isPending} onPress={() => press('skip')}>
          {t('offer.skip')} <kbd>Alt R</kbd>
        </Button>
      </div>
      {answer.error && <ProblemNote error={answer.error} />}
    </fieldset>
  );
}
