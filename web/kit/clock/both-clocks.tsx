// Both clocks: that of the centre, and what time it is outside of a centre whose time is its own.
// Outside is written in the zone of the device, as the clock on its wall.
import { formatsOf } from '../formats.ts';
import { useKitLanguage } from '../language.tsx';
import { outsideNow, useNow } from './server-clock.ts';

export function BothClocks() {
  const { t, code, format } = useKitLanguage();
  const now = useNow();
  const outside = outsideNow();
  if (now === undefined) return null;
  const iso = new Date(now).toISOString();
  return (
    <span className="both-clocks">
      <time dateTime={iso}>{format.exact(iso)}</time>
      {outside !== undefined && (
        <small>{t('clock.outside', { time: timeOfDay(code, outside) })}</small>
      )}
    </span>
  );
}

const timeOfDay = (code: Parameters<typeof formatsOf>[0], at: number): string =>
  formatsOf(code).time(new Date(at).toISOString());
