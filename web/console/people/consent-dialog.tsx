// Notes a consent or its withdrawal, puts an address on the blacklist or takes it off.
import { useState } from 'react';
import type { Answer, Body } from '../../kit/api/operation-types.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Dialog } from '../../kit/ui/dialog.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';

type Change = Body<'changeConsents'>['change'];
export type ConsentChange = Change['kind'];
type Channel = NonNullable<Extract<Change, { kind: 'consent' }>['channel']>;
type Purpose = NonNullable<Extract<Change, { kind: 'consent' }>['purpose']>;

interface Props {
  readonly of: Answer<'readPerson'>['addresses'][number];
  readonly asking: ConsentChange;
  readonly close: () => void;
}

const ENDS = { phone: ['voice', 'sms'], email: ['email'] } as const;
const PURPOSES = ['marketing', 'service'] as const;

export function ConsentDialog({ of: { address, of }, asking, close }: Props) {
  const { t } = useConsole();
  const change = useChange('changeConsents', ['readPerson']);
  const [channel, setChannel] = useState<Channel | ''>(asking === 'consent' ? ENDS[of][0] : '');
  const [purpose, setPurpose] = useState<Purpose>('marketing');
  const [says, setSays] = useState('');
  const placeOf = placesOf.consent(t, {
    address,
    says: asking === 'allow' ? '' : t(`people.${asking}.says`),
  });
  const wanted = (): Change => {
    const by = channel === '' ? {} : { channel };
    switch (asking) {
      case 'blacklist':
        return { kind: asking, reason: says, ...by };
      case 'allow':
        return { kind: asking, ...by };
      case 'consent':
        return { kind: asking, purpose, channel: channel || ENDS[of][0], source: says };
      case 'withdraw':
        return { kind: asking, ...by, ...(says === '' ? {} : { wording: says }) };
    }
  };
  return (
    <Dialog title={t(`people.${asking}`)} isOpen close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void change
            .mutateAsync({ body: { address, change: wanted() } })
            .then(close)
            .catch(() => {});
        }}
      >
        <p>
          <strong>{address}</strong> {t(`people.${asking}.text`)}
        </p>
        {asking === 'consent' && (
          <label>
            <span>{t('people.purpose')}</span>
            <select value={purpose} onChange={(event) => setPurpose(event.target.value as Purpose)}>
              {PURPOSES.map((one) => (
                <option key={one} value={one}>
                  {t(`people.purpose.${one}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <span>{t('people.channel')}</span>
          <select
            value={channel}
            onChange={(event) => setChannel(event.target.value as Channel | '')}
          >
            {asking !== 'consent' && <option value="">{t('people.everyChannel')}</option>}
            {ENDS[of].map((one) => (
              <option key={one} value={one}>
                {t(`people.channel.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {asking !== 'allow' && (
          <label>
            <span>{t(`people.${asking}.says`)}</span>
            <input
              required={asking !== 'withdraw'}
              maxLength={1000}
              autoComplete="off"
              value={says}
              onChange={(event) => setSays(event.target.value)}
            />
          </label>
        )}
        {change.error && <ProblemNote error={change.error} placeOf={placeOf} />}
        <div className="dialog-actions">
          <Button onPress={close}>{t('kit.cancel')}</Button>
          <Button
            kind={asking === 'blacklist' ? 'danger' : 'primary'}
            type="submit"
            isDisabled={change.isPending}
          >
            {t(`people.${asking}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
