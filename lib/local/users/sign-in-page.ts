// Who are you today? The page on which one chooses, in the language of the browser.
import type { ServiceResponse } from '../gateway/service.ts';
import type { User } from './user-pool.ts';

interface Texts {
  readonly title: string;
  readonly heading: string;
  readonly about: string;
  readonly none: string;
  /** By group of the pool. */
  readonly roles: Readonly<Record<string, string>>;
}

const TEXTS = {
  en: {
    title: 'Sign in',
    heading: 'Sign in as',
    about:
      'The people of this simulated centre. There are no passwords here; on AWS, Amazon Cognito asks for them.',
    none: 'Without a role',
    roles: { administrator: 'Administrator', supervisor: 'Supervisor', agent: 'Agent' },
  },
  pl: {
    title: 'Logowanie',
    heading: 'Zaloguj się jako',
    about: 'Osoby z tego symulowanego centrum. Nie ma tu haseł; w AWS pyta o nie Amazon Cognito.',
    none: 'Bez roli',
    roles: { administrator: 'Administrator', supervisor: 'Nadzorca', agent: 'Agent' },
  },
  cs: {
    title: 'Přihlášení',
    heading: 'Přihlásit se jako',
    about: 'Lidé z tohoto simulovaného centra. Hesla tu nejsou; v AWS se na ně ptá Amazon Cognito.',
    none: 'Bez role',
    roles: { administrator: 'Správce', supervisor: 'Supervizor', agent: 'Operátor' },
  },
} as const satisfies Readonly<Record<string, Texts>>;

type Language = keyof typeof TEXTS;

/** @param accepted the header Accept-Language */
export function signInPage(
  users: readonly User[],
  query: URLSearchParams,
  accepted: string | undefined,
): ServiceResponse {
  const language = languageOf(accepted);
  const texts: Texts = TEXTS[language];
  const byRole = Map.groupBy(users, ({ groups }) => groups[0] ?? '');
  const sections = [...byRole].map(([role, people]) => {
    const heading = role === '' ? texts.none : (texts.roles[role] ?? role);
    const choices = people.map((user) => choice(user, query, texts)).join('');
    return `<section><h2>${escaped(heading)}</h2><ul>${choices}</ul></section>`;
  });
  const body = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${texts.title} · Ringback</title><link rel="icon" href="/favicon.svg"><style>${STYLE}</style><main><h1>${texts.heading}</h1><p>${texts.about}</p>${sections.join('')}</main></html>`;
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}

/** The first of the browser's languages that there is; they come in the order of its wishes. */
function languageOf(accepted = ''): Language {
  const wished = accepted.split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return wished.find((one): one is Language => Object.hasOwn(TEXTS, one)) ?? 'en';
}

function choice({ username, email, groups }: User, query: URLSearchParams, texts: Texts): string {
  const to = new URLSearchParams(query);
  to.set('login_hint', username);
  const others = groups.slice(1).map((group) => texts.roles[group] ?? group);
  const more = [email, ...others].filter((text) => text !== undefined).join(' · ');
  return `<li><a href="?${escaped(String(to))}"><b>${escaped(username)}</b> ${escaped(more)}</a></li>`;
}

const STYLE = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{margin:0;background:light-dark(#f4f6f8,#12161b);color:light-dark(#17212b,#e8edf2)}
main{max-width:720px;margin:8vh auto;padding:0 16px}h1{font-size:22px;margin:0 0 4px}p{margin:0 0 20px}
h2{font-size:13px;margin:20px 0 6px}ul{list-style:none;margin:0;padding:0;display:grid;gap:6px;grid-template-columns:repeat(auto-fill,minmax(210px,1fr))}
a{display:block;padding:8px 12px;border:1px solid light-dark(#8493a2,#6b7a89);border-radius:6px;background:light-dark(#fff,#1a2027);color:inherit;text-decoration:none;overflow-wrap:anywhere}
a:hover{background:light-dark(#e2eff9,#1b3346)}a:focus-visible{outline:2px solid light-dark(#0b63ce,#8fd0ff);outline-offset:2px}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
