// What can be done with a call: hold, mute, hand on, hang up.
import { useState } from 'react';
import { Badge } from '../../kit/ui/badge.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { Since } from '../clock/clocks.tsx';
import { useDesk } from '../language.ts';
import type { Destination, PhoneCall } from '../phone/phone.ts';
import { usePhone, usePhoneView } from '../phone/use-phone.tsx';

export function CallBar({ call }: { call: PhoneCall }) {
  const { t } = useDesk();
  const { phone, tell, refusal } = usePhone();
  const [handing, setHanding] = useState(false);
  if (call.phase !== 'talking') return null;
  const { onHold, muted } = call;
  return (
    <fieldset className="call-bar" aria-label={t('call.controls')}>
      <Badge tone={onHold ? 'warn' : 'good'}>{t(onHold ? 'call.onHold' : 'call.talking')}</Badge>
      {call.since !== undefined && <Since at={call.since} />}
      <div className="actions">
        <Button data-keys="Alt+O" onPress={() => void tell((phone) => phone.hold(!onHold))}>
          {t(onHold ? 'call.resume' : 'call.hold')} <kbd>Alt O</kbd>
        </Button>
        {phone.mute !== undefined && (
          <Button data-keys="Alt+M" onPress={() => void tell(async (one) => one.mute?.(!muted))}>
            {t(muted ? 'call.unmute' : 'call.mute')} <kbd>Alt M</kbd>
          </Button>
        )}
        <Button aria-expanded={handing} onPress={() => setHanding(!handing)}>
          {t('call.transfer')}
        </Button>
        <Button
          kind="danger"
          data-keys="Alt+H"
          onPress={() => void tell((phone) => phone.hangUp())}
        >
          {t('call.hangUp')} <kbd>Alt H</kbd>
        </Button>
      </div>
      {handing && <HandOn done={() => setHanding(false)} />}
      {refusal !== undefined && (
        <p className="call-refusal" role="alert">
          {refusal}
        </p>
      )}
    </fieldset>
  );
}

function HandOn({ done }: { done: () => void }) {
  const { t } = useDesk();
  const { tell } = usePhone();
  const destinations = usePhoneView()?.destinations ?? [];
  const [chosen, setChosen] = useState(0);
  const to: Destination | undefined = destinations[chosen];
  return (
    <div className="row hand-on">
      <label>
        <span>{t('call.transferTo')}</span>
        <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
          {destinations.map(({ arn, kind, name }, n) => (
            <option key={arn} value={n}>
              {t(`destination.${kind}`, { name })}
            </option>
          ))}
        </select>
      </label>
      <Button
        kind="primary"
        isDisabled={to === undefined}
        onPress={() => {
          if (to !== undefined) void tell((phone) => phone.transfer(to)).then(done);
        }}
      >
        {t('call.transferNow')}
      </Button>
    </div>
  );
}
