// What is around every place: where one can go, who one is, language and theme.
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useKitLanguage } from '../language.tsx';
import { useHash } from '../router.tsx';
import { useSession } from '../session/use-session.ts';
import { LANGUAGES, type LanguageCode } from '../texts/texts.ts';
import { chooseTheme, keptTheme, THEMES, type Theme } from '../theme.ts';
import { Button } from './button.tsx';

interface Way {
  readonly says: string;
  readonly href: string;
  /** Whether a hash is at or below this way. */
  readonly leads: (hash: string) => boolean;
}

interface Props {
  readonly name: string;
  readonly ways: readonly Way[];
  /** In the bar, such as clocks. */
  readonly bar?: ReactNode;
  /** Done before one is signed out, if it takes no longer than a moment. */
  readonly leave?: () => Promise<void>;
  readonly children: ReactNode;
}

export function Shell({ name, ways, bar, leave, children }: Props) {
  const { t } = useKitLanguage();
  const hash = useHash();
  const [open, setOpen] = useState(false);
  return (
    <div className="shell" data-open={open || undefined}>
      {/* biome-ignore lint/a11y/useValidAnchor: it goes to a place of the page, and the hash is taken by the router */}
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector('main')?.focus();
        }}
      >
        {t('kit.skip')}
      </a>
      <header className="bar">
        <span className="brand">
          <img src="/favicon.svg" alt="" width="22" height="22" />
          Ringback <small>{name}</small>
        </span>
        {bar}
        <div className="bar-menu">
          <Button kind="plain" aria-expanded={open} onPress={() => setOpen(!open)}>
            {t('kit.menu')}
          </Button>
        </div>
      </header>
      <div className="side">
        <div className="side-inner">
          {/* a place that was chosen closes the menu of small screens */}
          <nav aria-label={t('kit.menu')}>
            <ul className="ways">
              {ways.map(({ says, href, leads }) => (
                <li key={href}>
                  <a
                    href={href}
                    aria-current={leads(hash) ? 'page' : undefined}
                    onClick={() => setOpen(false)}
                  >
                    {says}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <Preferences leave={leave} />
        </div>
      </div>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Preferences({ leave }: Pick<Props, 'leave'>) {
  const { t, code, change } = useKitLanguage();
  const session = useSession();
  const [theme, setTheme] = useState<Theme>(keptTheme);
  const { name, roles } = session.person;
  const called = roles
    .filter((role) => role === 'administrator' || role === 'supervisor' || role === 'agent')
    .map((role) => t(`kit.role.${role}`));
  return (
    <section className="preferences" aria-label={t('kit.preferences')}>
      <label>
        <span>{t('kit.language')}</span>
        <select value={code} onChange={(event) => change(event.target.value as LanguageCode)}>
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {new Intl.DisplayNames([one], { type: 'language' }).of(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('kit.theme')}</span>
        <select
          value={theme}
          onChange={(event) => {
            const chosen = event.target.value as Theme;
            chooseTheme(chosen);
            setTheme(chosen);
          }}
        >
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {t(`kit.theme.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="person">
        <strong>{name}</strong>
        <small>{called.join(', ')}</small>
      </p>
      <Button
        onPress={() => void Promise.race([leave?.(), aMoment()]).finally(() => session.signOut())}
      >
        {t('kit.signOut')}
      </Button>
    </section>
  );
}

const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2000));
