// The window of a contact: who it is, what the call is doing, the record, how it ended.
import { useState } from 'react';
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
  const shown = found.data?.body;
  return (
    <section className="contact" aria-label={shown && titleOf(shown)}>
      {shown && <Head shown={shown} />}
      {/* in one place from the first ring on: what is typed into it stays when the record opens */}
      {call && (
        <CallBar call={call} handing={draft.handing} hand={(handing) => change({ handing })} />
      )}
      {isComing && call !== undefined ? (
        // Connect tells us of a call a moment after the agent has it
        <div className="card">
          <div className="card-body stack">
            <p className="soft">{t('contact.coming')}</p>
            <Waiting />
          </div>
        </div>
      ) : (
        <Asked of={found} data={shown}>
          {(record) => <Shown of={of} shown={record} call={call} />}
        </Asked>
      )}
    </section>
  );
}

const titleOf = ({ name, contact }: WindowOf): string => name || contact.endpoint;

function Head({ shown }: { readonly shown: WindowOf }) {
  const { t } = useDesk();
  const { contact, campaignName, colour } = shown;
  return (
    <header className="contact-head" style={inColour(colour)}>
      <div>
        <h2>{titleOf(shown) || t('contact.nameless')}</h2>
        <p>
          {campaignName} · {t(`direction.${contact.direction}`)} ·{' '}
          {contact.endpoint || t('call.withheld')}
        </p>
      </div>
    </header>
  );
}

interface ShownProps extends Props {
  readonly shown: WindowOf;
}

function Shown({ of, shown, call }: ShownProps) {
  const { t } = useDesk();
  const { tell } = usePhone();
  const { draft, change, forget } = useDraft(keyOfContact(of));
  const { contact } = shown;
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
    <>
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
    </>
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
