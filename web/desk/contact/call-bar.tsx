// What can be done with a call: hold, mute, hand on, hang up.
import { useChange } from '../../kit/api/use-api.ts';
import { Badge } from '../../kit/ui/badge.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { Since } from '../clock/clocks.tsx';
import { useDesk } from '../language.ts';
import type { Destination, PhoneCall } from '../phone/phone.ts';
import { usePhone, usePhoneView } from '../phone/use-phone.tsx';
import { usePlaces } from './places.ts';

/** To whom the call is handed on, as far as that is chosen; kept by what outlives the bar. */
export interface HandingOn {
  /** What `transfer` takes, or that a number is typed. */
  readonly to?: string | undefined;
  readonly number: string;
}

interface Props {
  readonly call: PhoneCall;
  readonly handing: HandingOn | undefined;
  readonly hand: (handing: HandingOn | undefined) => void;
}

export function CallBar({ call, handing, hand }: Props) {
  const { t } = useDesk();
  const { phone, tell, refusal } = usePhone();
  if (call.phase === 'dialing')
    return (
      <fieldset className="call-bar" aria-label={t('call.controls')}>
        <Badge tone="calm">{t('call.dialing')}</Badge>
        {call.since !== undefined && <Since at={call.since} />}
        <div className="actions">
          <HangUp />
        </div>
      </fieldset>
    );
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
        <Button
          aria-expanded={handing !== undefined}
          onPress={() => hand(handing === undefined ? { number: '' } : undefined)}
        >
          {t('call.transfer')}
        </Button>
        <HangUp />
      </div>
      {handing !== undefined && <HandOn campaign={call.campaign} handing={handing} hand={hand} />}
      {refusal !== undefined && (
        <p className="call-refusal" role="alert">
          {refusal}
        </p>
      )}
    </fieldset>
  );
}

function HangUp() {
  const { t } = useDesk();
  const { tell } = usePhone();
  return (
    <Button kind="danger" data-keys="Alt+H" onPress={() => void tell((phone) => phone.hangUp())}>
      {t('call.hangUp')} <kbd>Alt H</kbd>
    </Button>
  );
}

/** In the list, for a number that is typed. */
const TYPED = 'typed';

interface HandOnProps extends Pick<Props, 'hand'> {
  readonly campaign: string | undefined;
  readonly handing: HandingOn;
}

function HandOn({ campaign, handing, hand }: HandOnProps) {
  const { t } = useDesk();
  const placeOf = usePlaces();
  const { phone, tell } = usePhone();
  const destinations = usePhoneView()?.destinations ?? [];
  const { to: chosen, number } = handing;
  const check = useChange('checkNumber', []);
  const wanted = chosen ?? destinations[0]?.arn ?? TYPED;
  const isTyped = wanted === TYPED;
  const handOn = (to: Destination) => tell((one) => one.transfer(to)).then(() => hand(undefined));
  const press = () => {
    const to = destinations.find(({ arn }) => arn === wanted);
    if (to !== undefined) void handOn(to);
    else if (isTyped)
      // what is refused is shown
      check.mutateAsync({ body: { number, campaign } }).then(
        ({ body }) => handOn({ kind: 'number', arn: body.phone, name: body.phone }),
        () => {},
      );
  };
  return (
    <form
      className="row hand-on"
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <label>
        <span>{t('call.transferTo')}</span>
        <select value={wanted} onChange={(event) => hand({ ...handing, to: event.target.value })}>
          {destinations.map(({ arn, kind, name }) => (
            <option key={arn} value={arn}>
              {t(`destination.${kind}`, { name })}
            </option>
          ))}
          {phone.takesNumbers && <option value={TYPED}>{t('destination.typed')}</option>}
        </select>
      </label>
      {isTyped && (
        <label>
          <span>{t('call.number')}</span>
          <input
            type="tel"
            value={number}
            autoComplete="off"
            maxLength={40}
            onChange={(event) => {
              check.reset();
              hand({ ...handing, number: event.target.value });
            }}
          />
        </label>
      )}
      <Button
        kind="primary"
        type="submit"
        isDisabled={check.isPending || (isTyped && number.trim() === '')}
      >
        {t('call.transferNow')}
      </Button>
      {check.error && <ProblemNote error={check.error} placeOf={placeOf} />}
    </form>
  );
}
