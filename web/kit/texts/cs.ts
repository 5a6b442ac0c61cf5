// Texts that all pages share, in Czech.
import type { en } from './en.ts';
import type { Translated } from './texts.ts';

export const cs: Translated<typeof en> = {
  'kit.language': 'Jazyk',
  'kit.theme': 'Vzhled',
  'kit.theme.system': 'Podle zařízení',
  'kit.theme.light': 'Světlý',
  'kit.theme.dark': 'Tmavý',
  'kit.preferences': 'Předvolby',
  'kit.signOut': 'Odhlásit',
  'kit.signIn': 'Přihlásit',
  'kit.signIn.refused': 'Přihlášení se nezdařilo.',
  'kit.settings.missing': 'Stránka nezná své centrum: config.json nelze přečíst.',
  'kit.menu': 'Nabídka',
  'kit.skip': 'Přejít k obsahu',
  'kit.loading': 'Načítání…',
  'kit.retry': 'Zkusit znovu',
  'kit.more': 'Zobrazit další',
  'kit.file': 'Vybrat soubor',
  'kit.noFile': 'Žádný soubor není vybrán.',
  'kit.cancel': 'Zrušit',
  'kit.close': 'Zavřít',
  'kit.stale': 'Bez spojení; to, co vidíte, je z {at}.',
  'kit.problem.unreachable': 'API neodpovídá. Běží centrum a funguje síť?',
  'kit.problem.failed': 'Na naší straně se něco nepovedlo. Je to zaznamenáno; zkuste to znovu.',
  'kit.problem.too-many': 'Příliš mnoho dotazů najednou. Zkuste to za chvíli.',
  'kit.notFound': 'Taková stránka není.',
  'kit.role.administrator': 'správce',
  'kit.role.supervisor': 'supervizor',
  'kit.role.agent': 'operátor',
};
