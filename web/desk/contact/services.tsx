// Pages of other systems for this record, each in a tab of its own that knows nothing of ours. One
// that opens with the record does so once, in the tab that is looked at; where the browser lets no
// tab open without a press, its link is here.
import { useEffect } from 'react';
import { useDesk } from '../language.ts';
import type { WindowOf } from './contact-ref.ts';

type Service = WindowOf['services'][number];

interface Props {
  readonly services: readonly Service[];
  readonly attempt: string;
  /** The agent has the contact, or has accepted the offer. */
  readonly isTaken: boolean;
}

/** Those with a key of their own. */
const MOST_KEYS = 9;

export function Services({ services, attempt, isTaken }: Props) {
  const { t } = useDesk();
  useEffect(() => {
    if (isTaken) openOnce(services, attempt);
  }, [services, attempt, isTaken]);
  if (services.length === 0) return null;
  return (
    <nav className="services" aria-label={t('services.title')}>
      {services.map(({ service, name, url }, n) => (
        <a
          key={service}
          className="button quiet"
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          {...(n < MOST_KEYS && { 'data-keys': `Alt+${n + 1}` })}
        >
          {name} <span aria-hidden="true">↗</span>
          <span className="hidden">{t('services.newTab')}</span>
          {n < MOST_KEYS && <kbd>Alt {n + 1}</kbd>}
        </a>
      ))}
    </nav>
  );
}

/** What of the browser is used. */
interface Browser {
  readonly kept: Pick<Storage, 'getItem' | 'setItem'>;
  readonly isLookedAt: () => boolean;
  readonly open: (url: string) => void;
}

const BROWSER: Browser = {
  get kept() {
    return sessionStorage;
  },
  isLookedAt: () => document.visibilityState === 'visible',
  open: (url) => void window.open(url, '_blank', 'noopener,noreferrer'),
};

export function openOnce(
  services: readonly Service[],
  attempt: string,
  { kept, isLookedAt, open }: Browser = BROWSER,
): void {
  const key = `ringback.opened.${attempt}`;
  const wanted = services.filter(({ opens }) => opens === 'with-record');
  if (wanted.length === 0 || !isLookedAt() || kept.getItem(key) !== null) return;
  kept.setItem(key, 'yes');
  for (const { url } of wanted) open(url);
}
