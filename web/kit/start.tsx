// How every page begins: language, settings, signing in, then the page itself.
import './styles/tokens.css';
import './styles/base.css';
import './styles/ui.css';
import './styles/plot.css';
import './styles/shell.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode, useCallback, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { client } from './api/client.ts';
import { ApiProblem } from './api/problem.ts';
import { ApiProvider } from './api/use-api.ts';
import {
  keepLanguage,
  keptLanguage,
  type Language,
  LanguageProvider,
  loadLanguage,
  useKitLanguage,
} from './language.tsx';
import { LiveProvider } from './live/live-provider.tsx';
import { type Opened, openSession, type Session } from './session/session.ts';
import { SessionProvider } from './session/use-session.ts';
import { settingsOnce } from './settings.ts';
import type { English, LanguageCode, TextsOf } from './texts/texts.ts';
import { applyTheme, keptTheme } from './theme.ts';
import { Button } from './ui/button.tsx';

interface PageOf {
  readonly texts: TextsOf<English>;
  readonly page: ReactNode;
}

export function startPage(page: PageOf): void {
  applyTheme(keptTheme());
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  createRoot(root).render(
    <StrictMode>
      <InLanguage texts={page.texts}>
        <SignedIn>{page.page}</SignedIn>
      </InLanguage>
    </StrictMode>,
  );
}

function InLanguage({ texts, children }: { texts: TextsOf<English>; children: ReactNode }) {
  const [language, setLanguage] = useState<Language<English>>();
  const change = useCallback(
    (code: LanguageCode) => {
      const choose = (next: LanguageCode) => {
        keepLanguage(next);
        change(next);
      };
      // without settings nothing has a moment to show
      void settingsOnce()
        .then(({ timeZone }) => timeZone)
        .catch(() => undefined)
        .then((timeZone) => loadLanguage(code, texts, choose, timeZone))
        .then(setLanguage);
    },
    [texts],
  );
  useEffect(() => change(keptLanguage()), [change]);
  useEffect(() => {
    if (language !== undefined) document.documentElement.lang = language.code;
  }, [language]);
  if (language === undefined) return null;
  return (
    <LanguageProvider value={language}>
      <I18nProvider locale={language.code}>{children}</I18nProvider>
    </LanguageProvider>
  );
}

/** Opened once, however often React mounts: a code is good for one try. */
let opening: Promise<Opened> | undefined;

function SignedIn({ children }: { children: ReactNode }) {
  const { t } = useKitLanguage();
  const [opened, setOpened] = useState<Opened | 'unknown-centre'>();
  useEffect(() => {
    opening ??= settingsOnce().then((read) => openSession(read));
    opening.then(setOpened).catch(() => setOpened('unknown-centre'));
  }, []);
  if (opened === undefined) return <output className="opening">{t('kit.loading')}</output>;
  if (opened === 'unknown-centre') return <Outside says={t('kit.settings.missing')} />;
  if (opened.kind === 'refused')
    return (
      <Outside says={`${t('kit.signIn.refused')} ${opened.because}`}>
        <Button kind="primary" onPress={() => void opened.again()}>
          {t('kit.signIn')}
        </Button>
      </Outside>
    );
  return <Inside session={opened.session}>{children}</Inside>;
}

const Outside = ({ says, children }: { says: string; children?: ReactNode }) => (
  <main className="outside">
    <h1>Ringback</h1>
    <p>{says}</p>
    {children}
  </main>
);

/** Trying again helps when nobody answered, or a service was not there for a moment. */
const worthwhile = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof ApiProblem) || [0, 429, 503].includes(error.facts.status));

function Inside({ session, children }: { session: Session; children: ReactNode }) {
  const [api] = useState(() => client(session));
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // without a network one is told so; a call must not start minutes after it was pressed
          queries: { retry: worthwhile, staleTime: 1000, networkMode: 'always' },
          mutations: { networkMode: 'always' },
        },
      }),
  );
  return (
    <SessionProvider value={session}>
      <ApiProvider value={api}>
        <QueryClientProvider client={queries}>
          <LiveProvider>{children}</LiveProvider>
        </QueryClientProvider>
      </ApiProvider>
    </SessionProvider>
  );
}
