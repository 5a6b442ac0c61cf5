// How a person is reached, and whether they may be: each number and address with the consents
// given and withdrawn, and the blacklist. Administrators change both.
import { useState } from 'react';
import type { Answered } from '../../kit/api/client.ts';
import type { Answer } from '../../kit/api/operation-types.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { useSession } from '../../kit/session/use-session.ts';
import { Badge } from '../../kit/ui/badge.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';
import { useCampaignNames } from '../use-campaign-names.ts';
import { type ConsentChange, ConsentDialog } from './consent-dialog.tsx';
import { EditEndpoints } from './edit-endpoints.tsx';

type Person = Answer<'readPerson'>;
type Address = Person['addresses'][number];

interface Props {
  readonly read: Answered<Answer<'readRecord'>>;
  readonly person: Person;
}

export function Reached({ read, person: { addresses } }: Props) {
  const { t } = useConsole();
  const { campaign, record } = read.body;
  const [editing, setEditing] = useState(false);
  const setDefault = useChange('setDefault', ['readRecord', 'readPerson', 'readPersonTimeline']);
  const makeDefault = ({ of, address }: Address) =>
    setDefault.mutate({
      params: { campaign, record },
      body: { of, value: address },
      ifMatch: read.etag,
    });
  return (
    <Card
      title={t('people.reached')}
      beside={<Button onPress={() => setEditing(true)}>{t('people.edit')}</Button>}
    >
      <div className="stack">
        {setDefault.error && (
          <ProblemNote
            error={setDefault.error}
            placeOf={placesOf.default(setDefault.variables?.body?.value)}
          />
        )}
        {addresses.length === 0 && <p className="soft">{t('people.notReached')}</p>}
        <ul className="addresses">
          {addresses.map((one) => (
            <OneAddress
              key={`${one.of} ${one.address}`}
              of={one}
              isOnly={addresses.filter(({ of }) => of === one.of).length < 2}
              isBusy={setDefault.isPending}
              makeDefault={() => makeDefault(one)}
            />
          ))}
        </ul>
      </div>
      {editing && <EditEndpoints read={read} close={() => setEditing(false)} />}
    </Card>
  );
}

interface AddressProps {
  readonly of: Address;
  readonly isOnly: boolean;
  readonly isBusy: boolean;
  readonly makeDefault: () => void;
}

function OneAddress({ of, isOnly, isBusy, makeDefault }: AddressProps) {
  const { t } = useConsole();
  const [asking, setAsking] = useState<ConsentChange>();
  const mayChange = useSession().person.roles.includes('administrator');
  const isListed = of.blacklist.length > 0;
  const isListedForAll = of.blacklist.some(({ campaign, channel, until }) =>
    [campaign, channel, until].every((one) => one === undefined),
  );
  const hasConsent = of.consents.some(({ withdrawn }) => withdrawn === undefined);
  return (
    <li>
      <p className="row address">
        <strong>{of.address}</strong>
        {of.isDefault && !isOnly && <Badge tone="calm">{t('people.default')}</Badge>}
        {isListed && <Badge tone="bad">{t('people.listed')}</Badge>}
      </p>
      <Standing of={of} />
      <div className="actions">
        {!of.isDefault && (
          <Button isDisabled={isBusy} onPress={makeDefault}>
            {t('people.makeDefault')}
          </Button>
        )}
        {mayChange && (
          <>
            <Button onPress={() => setAsking('consent')}>{t('people.consent')}</Button>
            {hasConsent && (
              <Button onPress={() => setAsking('withdraw')}>{t('people.withdraw')}</Button>
            )}
            {!isListedForAll && (
              <Button onPress={() => setAsking('blacklist')}>{t('people.blacklist')}</Button>
            )}
            {of.blacklist.some(({ prefix }) => prefix === undefined) && (
              <Button onPress={() => setAsking('allow')}>{t('people.allow')}</Button>
            )}
          </>
        )}
      </div>
      {asking !== undefined && (
        <ConsentDialog of={of} asking={asking} close={() => setAsking(undefined)} />
      )}
    </li>
  );
}

function Standing({ of: { blacklist, consents } }: { of: Address }) {
  const { t, format } = useConsole();
  const names = useCampaignNames();
  if (blacklist.length + consents.length === 0)
    return <p className="soft">{t('people.nothingKnown')}</p>;
  return (
    <ul className="bullets">
      {blacklist.map(({ campaign, channel, reason, by, at, until, prefix }) => (
        <li key={`${campaign} ${channel} ${prefix} ${at}`}>
          {t(prefix === undefined ? 'people.listedFor' : 'people.prefixFor', {
            where:
              campaign === undefined ? t('people.everywhere') : (names.get(campaign) ?? campaign),
            channel:
              channel === undefined ? t('people.everyChannel') : t(`people.channel.${channel}`),
            prefix: prefix ?? '',
          })}{' '}
          {until === undefined
            ? t('people.forGood')
            : t('people.until', { until: format.moment(until) })}
          <small className="below">
            {format.sentence(reason)} · {by} · {format.moment(at)}
          </small>
        </li>
      ))}
      {consents.map(({ purpose, channel, source, wording, at, withdrawn }) => (
        <li key={`${purpose} ${channel} ${source} ${at}`}>
          {t('people.consentTo', {
            purpose: t(`people.purpose.${purpose}`),
            channel: t(`people.channel.${channel}`),
          })}
          {withdrawn !== undefined && (
            <>
              {' '}
              <Badge tone="warn">
                {t('people.withdrawn', { at: format.moment(withdrawn.at), by: withdrawn.by })}
              </Badge>
            </>
          )}
          <small className="below">
            {format.moment(at)} · {source}
          </small>
          {wording !== undefined && <blockquote>{wording}</blockquote>}
          {withdrawn?.wording !== undefined && <blockquote>{withdrawn.wording}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
