// The window of a contact: who it is, what the call is doing, the record, how it ended.
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../../kit/api/problem.ts';
import { useAsk, useChange } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked, Waiting } from '../../kit/ui/asked.tsx';
import { Badge } from '../../kit/ui/badge.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { Until } from '../clock/clocks.tsx';
import { useDesk } from '../language.ts';
import type { PhoneCall } from '../phone/phone.ts';
import { usePhone } from '../phone/use-phone.tsx';
import { CallBar } from './call-bar.tsx';
import { Classify } from './classify.tsx';
import { inColour } from './colour.ts';
import { type ContactRef, keyOfContact, type WindowOf } from './contact-ref.ts';
import { useDraft } from './draft.ts';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { Messages } from './messages.tsx';
import { isBeforeCall, Offer } from './offer.tsx';
import { Script } from './script.tsx';
import { Services } from './services.tsx';

interface Props {
  readonly of: ContactRef;
  /** The call of this contact, while it is at the telephone. */
  readonly call: PhoneCall | undefined;
}

/** ms between two looks at what the contact is doing. */
const LOOKS = 2000;

export function ContactWindow({ of, call }: Props) {
  const { t } = useDesk();
  const found = useAsk('readWindow', { params: { ...of } }, { every: LOOKS });
  const { draft, change } = useDraft(keyOfContact(of));
  const isComing =
    found.data === undefined &&
    (found.error === null ||
      (found.error instanceof ApiProblem && [403, 404].includes(found.error.facts.status)));
  const bar = call && (
    <CallBar call={call} handing={draft.handing} hand={(handing) => change({ handing })} />
  );
  // Connect tells us of a call a moment after the agent has it
  if (isComing && call !== undefined)
    return (
      <section className="card contact">
        <div className="card-body stack">
          {bar}
          <p className="soft">{t('contact.coming')}</p>
          <Waiting />
        </div>
      </section>
    );
  return (
    <Asked of={found} data={found.data?.body}>
      {(shown) => <Shown of={of} shown={shown} call={call} bar={bar} />}
    </Asked>
  );
}

interface ShownProps extends Props {
  readonly shown: WindowOf;
  readonly bar: ReactNode;
}

function Shown({ of, shown, call, bar }: ShownProps) {
  const { t } = useDesk();
  const { tell } = usePhone();
  const { draft, change, forget } = useDraft(keyOfContact(of));
  const { contact, name, campaignName, colour } = shown;
  const isWrapUp = contact.phase === 'wrap-up' || call?.phase === 'wrap-up';
  const isClassified = contact.classifier !== undefined;
  // Connect's word of a call may come after the call
  const [hadCall, setHadCall] = useState(call !== undefined);
  if (call !== undefined && !hadCall) setHadCall(true);
  // what is read out comes first in a call, what was written in a conversation
  const messages = <Messages of={of} shown={shown} draft={draft} change={change} />;
  const script = <Script of={of} draft={draft} change={change} />;
  const finish = () => {
    if (call?.phase === 'wrap-up') void tell((phone) => phone.finish());
  };
  return (
    <section className="contact" aria-label={name || contact.endpoint}>
      <header className="contact-head" style={inColour(colour)}>
        <div>
          <h2>{name || contact.endpoint || t('contact.nameless')}</h2>
          <p>
            {campaignName} · {t(`direction.${contact.direction}`)} ·{' '}
            {contact.endpoint || t('call.withheld')}
          </p>
        </div>
      </header>
      {bar}
      {call === undefined && <Offer of={of} contact={contact} />}
      {isWrapUp && (
        <WrapUp of={of} shown={shown} isClassified={isClassified} call={call} finish={finish} />
      )}
      <Services
        services={shown.services}
        attempt={of.attempt}
        isTaken={contact.phase !== 'ordered' || contact.callsAt !== undefined}
      />
      <div className="contact-body">
        <div className="stack">
          {isClassified ? (
            <p className="note success">{t('classify.done', { name: nameOf(shown) })}</p>
          ) : (
            <div className="card">
              <div className="card-body">
                <Classify
                  of={of}
                  shown={shown}
                  draft={draft}
                  change={change}
                  contact={call?.contact}
                  isBefore={!hadCall && isBeforeCall(contact)}
                  done={() => {
                    forget();
                    finish();
                    // what was opened from a list is done with
                    if (call === undefined) location.hash = to('/');
                  }}
                />
              </div>
            </div>
          )}
          <Facts of={of} shown={shown} draft={draft} change={change} />
        </div>
        <div className="stack">
          {contact.channel !== 'voice' ? (
            <>
              {messages}
              {script}
            </>
          ) : (
            <>
              {script}
              {messages}
            </>
          )}
          <History of={of} />
        </div>
      </div>
    </section>
  );
}

const nameOf = ({ classifiers, contact }: WindowOf): string =>
  classifiers.find(({ classifier }) => classifier === contact.classifier)?.name ??
  contact.classifier ??
  '';

interface WrapUpProps {
  readonly of: ContactRef;
  readonly shown: WindowOf;
  readonly isClassified: boolean;
  readonly call: PhoneCall | undefined;
  readonly finish: () => void;
}

function WrapUp({ of, shown, isClassified, call, finish }: WrapUpProps) {
  const { t, format } = useDesk();
  const extend = useChange('extendWrapUp', ['readWindow', 'readDesk']);
  const { contact, wrapUp } = shown;
  const { extra, isExtended, seconds } = wrapUp;
  const isCounting = contact.phase === 'wrap-up' && !isClassified;
  // classified, with nothing left to end
  if (isClassified && call?.phase !== 'wrap-up') return null;
  return (
    <div className="call-bar">
      <Badge tone="calm">{t('call.wrap-up')}</Badge>
      {isCounting && contact.until !== undefined && (
        <Until at={contact.until} of={seconds} says={t('wrapUp.left')} />
      )}
      <div className="actions">
        {extra > 0 && !isExtended && isCounting && (
          <Button
            isDisabled={extend.isPending}
            onPress={() => extend.mutate({ params: { ...of } })}
          >
            {t('wrapUp.more', { time: format.span(extra * 1000) })}
          </Button>
        )}
        {call?.phase === 'wrap-up' && isClassified && (
          <Button kind="primary" onPress={finish}>
            {t('wrapUp.finish')}
          </Button>
        )}
      </div>
      {extend.error && <ProblemNote error={extend.error} />}
    </div>
  );
}
