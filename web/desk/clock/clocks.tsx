// What time it is in the centre, and a span that runs up or down.
import { useDesk } from '../language.ts';
import { usePhone } from '../phone/use-phone.tsx';
import { clockText, useNow, usePace } from './server-clock.ts';

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

/** The clock of the centre and, where it can be chosen, how fast it goes. */
export function CentreClock() {
  const { t, format } = useDesk();
  const now = useNow(500);
  const pace = usePace();
  const { phone, tell } = usePhone();
  if (now === undefined) return null;
  const iso = new Date(now).toISOString();
  const { setSpeed } = phone;
  return (
    <div className="centre-clock">
      <time dateTime={iso}>{format.exact(iso)}</time>
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
        </label>
      )}
    </div>
  );
}
