import { describe, expect, it } from 'vitest';
import { signInPage } from '../../../lib/local/users/sign-in-page.ts';

const USERS = [
  { username: 'olga', groups: ['supervisor', 'agent'], email: 'olga@clinic.example' },
  { username: 'eva', groups: ['agent'] },
];
const shown = (accepted: string | undefined) =>
  String(signInPage(USERS, new URLSearchParams('client_id=console'), accepted).body);

describe('the page on which one chooses who one is', () => {
  it('is in the first language of the browser that there is, roles included', () => {
    const czech = shown('de-DE,cs-CZ;q=0.8,en;q=0.5');

    expect(czech).toContain('<html lang="cs">');
    expect(czech).toContain('<h1>Přihlásit se jako</h1>');
    expect(czech).toContain('<h2>Supervizor</h2>');
    expect(czech).toContain('<b>olga</b> olga@clinic.example · Operátor</a>');
    expect(shown('pl')).toContain('<h1>Zaloguj się jako</h1>');
  });

  it('is in English for everybody else', () => {
    for (const accepted of [undefined, '', 'de', 'constructor'])
      expect(shown(accepted)).toContain('<h1>Sign in as</h1>');
  });
});
