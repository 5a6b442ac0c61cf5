// Calls outside of the campaigns (CAM-16): a number to call, and a call that belongs to no record.
import { useChange } from '../../kit/api/use-api.ts';
import { Badge } from '../../kit/ui/badge.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useDesk } from '../language.ts';
import type { PhoneCall } from '../phone/phone.ts';
import { usePhone } from '../phone/use-phone.tsx';
import { CallBar } from './call-bar.tsx';
import { useDraft } from './draft.ts';
import { usePlaces } from './places.ts';

interface Campaign {
  readonly campaign: string;
  readonly name: string;
}

/** @param campaigns those that let the agent */
export function CallSomebody({ campaigns }: { campaigns: readonly Campaign[] }) {
  const { t } = useDesk();
  const placeOf = usePlaces();
  const { tell } = usePhone();
  const { draft, change, forget } = useDraft('call-by-hand');
  const { to: chosen = campaigns[0]?.campaign, number = '' } = draft.handing ?? {};
  const ask = useChange('permitCall', []);
  const write = (to: string | undefined, typed: string) => {
    ask.reset();
    change({ handing: { to, number: typed } });
  };
  const call = () => {
    if (chosen === undefined) return;
    // what is refused is shown
    ask.mutateAsync({ body: { number, campaign: chosen } }).then(
      ({ body }) => tell((phone) => phone.call(body.phone)).then(forget),
      () => {},
    );
  };
  return (
    <section className="card" aria-label={t('byHand.title')}>
      <div className="card-head">
        <h2>{t('byHand.title')}</h2>
      </div>
      <form
        className="card-body stack"
        onSubmit={(event) => {
          event.preventDefault();
          call();
        }}
      >
        <div className="row">
          <label>
            <span>{t('call.number')}</span>
            <input
              type="tel"
              value={number}
              autoComplete="off"
              maxLength={40}
              onChange={(event) => write(chosen, event.target.value)}
            />
          </label>
          {campaigns.length > 1 && (
            <label>
              <span>{t('byHand.campaign')}</span>
              <select value={chosen} onChange={(event) => write(event.target.value, number)}>
                {campaigns.map(({ campaign, name }) => (
                  <option key={campaign} value={campaign}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Button type="submit" isDisabled={ask.isPending || number.trim() === ''}>
            {t('byHand.call')}
          </Button>
        </div>
        {ask.error && <ProblemNote error={ask.error} placeOf={placeOf} />}
      </form>
    </section>
  );
}

/** Nothing of it is kept but what Connect keeps. */
export function LooseCall({ call }: { call: PhoneCall }) {
  const { t } = useDesk();
  const { tell } = usePhone();
  const { draft, change } = useDraft(`call/${call.contact}`);
  return (
    <section className="contact" aria-label={call.phone ?? t('call.unknown')}>
      <header className="contact-head">
        <div>
          <h2>{call.phone ?? t('call.withheld')}</h2>
          <p>{t('byHand.loose')}</p>
        </div>
      </header>
      <CallBar call={call} handing={draft.handing} hand={(handing) => change({ handing })} />
      {call.phase === 'wrap-up' && (
        <div className="call-bar">
          <Badge tone="calm">{t('call.wrap-up')}</Badge>
          <div className="actions">
            <Button kind="primary" onPress={() => void tell((phone) => phone.finish())}>
              {t('wrapUp.finish')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
