// The clocks of the local cloud for whoever only watches: reading them holds no time. A deployment
// has no time of its own, and nothing is shown of it.
import { useQuery } from '@tanstack/react-query';
import { useKitLanguage } from '../language.tsx';
import { useSession } from '../session/use-session.ts';
import { useSettings } from '../settings.ts';
import { BothClocks } from './both-clocks.tsx';
import { keepTime, type Pace } from './server-clock.ts';

/** ms between two looks. */
const LOOKS = 1000;

interface Told extends Pace {
  /** Who is at a desk. */
  readonly people: readonly string[];
  /** Seconds of the centre per second here; missing: it jumps. */
  readonly pace?: number;
}

export function WatchedClock() {
  const { t, format } = useKitLanguage();
  const session = useSession();
  const telephone = useSettings()?.telephone ?? '';
  const clock = useQuery({
    queryKey: ['clock', telephone],
    enabled: telephone.startsWith(`${location.origin}/`),
    refetchInterval: LOOKS,
    retry: false,
    queryFn: async (): Promise<Told> => {
      const ask = async (token: string) =>
        fetch(`${telephone}/clock`, { headers: { authorization: `Bearer ${token}` } });
      const first = await ask(await session.token());
      const answer = first.status === 401 ? await ask(await session.token(true)) : first;
      if (!answer.ok) throw new Error(`clock: ${answer.status}`);
      const told: Told = await answer.json();
      // one that jumps stands between two looks
      keepTime({ ...told, speed: told.pace ?? 0 });
      return told;
    },
  });
  if (clock.data === undefined || clock.isError) return null;
  const { pace, people } = clock.data;
  return (
    <div className="centre-clock">
      <BothClocks />
      <span className="pace">
        {paceText(t, pace)}
        {people.length > 0 && <small>{t('clock.people', { who: format.list(people) })}</small>}
      </span>
    </div>
  );
}

function paceText(t: ReturnType<typeof useKitLanguage>['t'], pace: number | undefined): string {
  if (pace === undefined) return t('clock.jumps');
  return pace === 1 ? t('clock.real') : t('clock.times', { speed: pace });
}
