// What time it is in the centre, and a span that runs up or down.
import { BothClocks } from '../../kit/clock/both-clocks.tsx';
import { clockText, useNow, usePace } from '../../kit/clock/server-clock.ts';
import { useSession } from '../../kit/session/use-session.ts';
import { useDesk } from '../language.ts';
import { usePhone } from '../phone/use-phone.tsx';

/** Since a moment. */
export function Since({ at }: { at: string }) {
  const now = useNow();
  if (now === undefined) return null;
  return <span className="clock">{clockText(now - Date.parse(at))}</span>;
}

interface UntilProps {
  readonly at: string;
  /** Of the whole span, seconds: a bar shows what is left of it. */
  readonly of?: number;
  readonly says: string;
}

/** Until a moment; the last ten seconds stand out. */
export function Until({ at, of, says }: UntilProps) {
  const now = useNow();
  if (now === undefined) return null;
  const left = Date.parse(at) - now;
  const isLate = left < 10_000;
  return (
    <span className="until" data-late={isLate || undefined} role="timer" aria-label={says}>
      <span className="until-says">{says}</span>
      <span className="clock">{clockText(left + 999)}</span>
      {of !== undefined && of > 0 && <meter min={0} max={of} value={Math.max(0, left / 1000)} />}
    </span>
  );
}

/**
 * The clock of the centre and, where it can be chosen, how fast it goes: for everybody, so that who
 * has chosen it is told.
 */
export function CentreClock() {
  const { t } = useDesk();
  const pace = usePace();
  const { phone, tell } = usePhone();
  const me = useSession().person.name;
  const { setSpeed } = phone;
  const by = pace?.chosenBy;
  return (
    <div className="centre-clock">
      <BothClocks />
      {pace !== undefined && pace.speeds.length > 1 && setSpeed !== undefined && (
        <label className="speed">
          <span>{t('clock.speed')}</span>
          <select
            value={pace.speed}
            onChange={(event) => {
              const speed = Number(event.target.value);
              void tell(() => setSpeed(speed));
            }}
          >
            {pace.speeds.map((speed) => (
              <option key={speed} value={speed}>
                {speed === 1 ? t('clock.real') : t('clock.times', { speed })}
              </option>
            ))}
          </select>
          {by !== undefined && by !== me && <small>{t('clock.chosenBy', { name: by })}</small>}
        </label>
      )}
    </div>
  );
}
