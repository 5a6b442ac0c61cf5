// All places of the desk.

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Answer } from '../kit/api/operation-types.ts';
import { useAsk } from '../kit/api/use-api.ts';
import { noteTime } from '../kit/clock/server-clock.ts';
import { placeAt, to, useHash } from '../kit/router.tsx';
import { useSession } from '../kit/session/use-session.ts';
import { readSettings } from '../kit/settings.ts';
import { Asked } from '../kit/ui/asked.tsx';
import { Badge } from '../kit/ui/badge.tsx';
import { Page } from '../kit/ui/page.tsx';
import { Shell } from '../kit/ui/shell.tsx';
import { MyCampaigns } from './campaigns/my-campaigns.tsx';
import { CentreClock } from './clock/clocks.tsx';
import { CallSomebody, LooseCall } from './contact/call-by-hand.tsx';
import type { ContactRef } from './contact/contact-ref.ts';
import { keyOfContact } from './contact/contact-ref.ts';
import { Ringing } from './contact/ringing.tsx';
import { RingingText } from './contact/ringing-text.tsx';
import { ContactWindow } from './contact/window.tsx';
import { useDesk } from './language.ts';
import { WaitingMusic } from './music/waiting-music.tsx';
import { choosePhone } from './phone/choose-phone.ts';
import { CONNECT_REFUSES } from './phone/connect-states.ts';
import type { Phone, PhoneCall } from './phone/phone.ts';
import { PhoneProvider, usePhone, usePhoneView } from './phone/use-phone.tsx';
import { MyRecords } from './records/my-records.tsx';
import { Unclaimed } from './records/unclaimed.tsx';
import { useShortcuts } from './shortcuts.ts';
import { HeldUp } from './state/held-up.tsx';
import { StateBar } from './state/state-bar.tsx';

export function Desk() {
  const session = useSession();
  const [phone, setPhone] = useState<Phone>();
  useEffect(() => {
    let isHere = true;
    const around = { origin: location.origin, isFramed: window.parent !== window };
    void readSettings()
      .then((settings) => choosePhone(settings, session, around))
      .then((chosen) => {
        if (isHere) setPhone(chosen);
      });
    return () => {
      isHere = false;
    };
  }, [session]);
  if (phone === undefined) return null;
  return (
    <PhoneProvider phone={phone}>
      <AtWork />
    </PhoneProvider>
  );
}

/** ms between two looks at what is with the agent; the telephone tells of calls by itself. */
const LOOKS = 2000;

type Work = Answer<'readDesk'>;

function AtWork() {
  const { t } = useDesk();
  useShortcuts();
  const queries = useQueryClient();
  const desk = useAsk('readDesk', {}, { every: LOOKS });
  const { tell } = usePhone();
  const view = usePhoneView();
  const work = desk.data?.body;
  const now = work?.now;
  useEffect(() => {
    if (now !== undefined) noteTime(now);
  }, [now]);
  // what happens at the telephone is known to the API a moment later: look at once
  const state = `${view?.state.kind} ${view?.call?.contact} ${view?.call?.phase}`;
  useEffect(() => {
    if (state !== '') void queries.invalidateQueries({ queryKey: ['readDesk'] });
  }, [state, queries]);
  const longest = new Map(
    work?.breaks.flatMap(({ name, longest: most }) => (most === undefined ? [] : [[name, most]])),
  );
  const bar = (
    <>
      <StateBar longest={longest as ReadonlyMap<string, number>} />
      {work?.music !== undefined && (
        <WaitingMusic
          file={work.music}
          isWaiting={
            view?.state.kind === 'available' &&
            view.call === undefined &&
            work.contacts.length === 0
          }
        />
      )}
      <CentreClock />
    </>
  );
  // whoever signs out is not there for calls any more, in Connect as well
  const leave = async () => {
    await tell((phone) => phone.become('offline'));
    await tell(async (phone) => phone.leave?.());
  };
  const ways = [{ says: t('desk.work'), href: to('/'), leads: () => true }];
  return (
    <Shell name={t('desk.name')} ways={ways} bar={bar} leave={leave}>
      <Page title={t('desk.work')}>
        <PhoneTrouble />
        <Asked of={desk} data={work}>
          {(shown) => <Contacts work={shown} call={view?.call} />}
        </Asked>
      </Page>
    </Shell>
  );
}

function PhoneTrouble() {
  const { t } = useDesk();
  const { status, refusal } = usePhone();
  const call = usePhoneView()?.call;
  if (status.kind === 'refused')
    return (
      <div className="note warning" role="status">
        <p className="note-title">{t('phone.none')}</p>
        <p>{status.because === CONNECT_REFUSES ? t('phone.refused') : status.because}</p>
      </div>
    );
  // beside the call there is a place of its own for it
  if (refusal === undefined || call?.phase === 'talking') return null;
  return (
    <p className="note warning" role="alert">
      {refusal}
    </p>
  );
}

const CONTACT = '/contacts/{campaign}/{record}/{attempt}';

function Contacts({ work, call }: { work: Work; call: PhoneCall | undefined }) {
  const { t } = useDesk();
  const hash = useHash();
  const { campaigns, contacts } = work;
  const names = new Map(campaigns.map(({ campaign, name }) => [campaign, name]));
  const callers = campaigns.filter(({ may }) => may.callOthers);
  const isFree = usePhoneView()?.state.kind === 'available';
  const ringing = call?.phase === 'ringing' ? call : undefined;
  const atPhone = call !== undefined && call.phase !== 'ringing' ? refOfCall(call) : undefined;
  const loose = call !== undefined && call.phase !== 'ringing' && !atPhone ? call : undefined;
  const chosen = refOfHash(hash);
  const announced = contacts.filter(({ rings }) => rings);
  const taken = contacts.filter(({ rings }) => !rings);
  const shown = atPhone ?? chosen ?? taken[0];
  const others = taken.filter(
    (one) => shown === undefined || keyOfContact(one) !== keyOfContact(shown),
  );
  const callOf = (of: ContactRef) =>
    call !== undefined && call.phase !== 'ringing' && call.attempt === of.attempt
      ? call
      : undefined;
  return (
    <div className="stack">
      <HeldUp campaigns={work.heldUp} />
      {loose && <LooseCall call={loose} />}
      {ringing !== undefined && (
        <Ringing
          call={ringing}
          campaign={campaigns.find(({ campaign }) => campaign === ringing.campaign)}
        />
      )}
      {announced.map((one) => (
        <RingingText
          key={one.attempt}
          of={refOf(one)}
          campaign={campaigns.find(({ campaign }) => campaign === one.campaign)}
          name={one.name}
        />
      ))}
      {others.length > 0 && (
        <ul className="others" aria-label={t('desk.others')}>
          {others.map((one) => (
            <li key={one.attempt}>
              <a href={to(CONTACT, refOf(one))}>
                <Badge tone={one.awaitsYou ? 'warn' : 'calm'}>{t(`channel.${one.channel}`)}</Badge>
                {one.name || t('contact.nameless')} · {names.get(one.campaign) ?? one.campaign}
              </a>
            </li>
          ))}
        </ul>
      )}
      {chosen !== undefined && atPhone === undefined && (
        <p>
          <a href={to('/')}>{t('desk.back')}</a>
        </p>
      )}
      {shown === undefined ? (
        announced.length === 0 &&
        loose === undefined && (
          <p className="card empty">
            {t(ringing === undefined ? (isFree ? 'desk.waiting' : 'desk.nothing') : 'desk.rings')}
          </p>
        )
      ) : (
        <ContactWindow key={keyOfContact(shown)} of={refOf(shown)} call={callOf(shown)} />
      )}
      {call === undefined && callers.length > 0 && <CallSomebody campaigns={callers} />}
      {campaigns.some(({ conversations }) => conversations) && <Unclaimed campaigns={names} />}
      <MyRecords campaigns={names} />
      <MyCampaigns campaigns={campaigns} />
    </div>
  );
}

const refOf = ({ campaign, record, attempt }: ContactRef) => ({ campaign, record, attempt });

/** undefined while nobody knows yet whose call it is. */
function refOfCall({ campaign, record, attempt }: PhoneCall): ContactRef | undefined {
  if (campaign === undefined || record === undefined || attempt === undefined) return undefined;
  return { campaign, record, attempt };
}

function refOfHash(hash: string): ContactRef | undefined {
  const found = placeAt([{ path: CONTACT, view: () => null }], hash);
  const { campaign, record, attempt } = found?.params ?? {};
  if (campaign === undefined || record === undefined || attempt === undefined) return undefined;
  return { campaign, record, attempt };
}
