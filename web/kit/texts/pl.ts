// Texts that all pages share, in Polish.
import type { en } from './en.ts';
import type { Translated } from './texts.ts';

export const pl: Translated<typeof en> = {
  'kit.language': 'Język',
  'kit.theme': 'Motyw',
  'kit.theme.system': 'Jak w systemie',
  'kit.theme.light': 'Jasny',
  'kit.theme.dark': 'Ciemny',
  'kit.preferences': 'Preferencje',
  'kit.signOut': 'Wyloguj',
  'kit.signIn': 'Zaloguj',
  'kit.signIn.refused': 'Logowanie nie powiodło się.',
  'kit.settings.missing': 'Strona nie zna swojego centrum: nie można odczytać config.json.',
  'kit.menu': 'Menu',
  'kit.skip': 'Przejdź do treści',
  'kit.loading': 'Wczytywanie…',
  'kit.retry': 'Spróbuj ponownie',
  'kit.more': 'Pokaż więcej',
  'kit.file': 'Wybierz plik',
  'kit.noFile': 'Nie wybrano pliku.',
  'kit.cancel': 'Anuluj',
  'kit.close': 'Zamknij',
  'kit.stale': 'Brak połączenia; widoczne dane są z {at}.',
  'kit.problem.unreachable': 'API nie odpowiada. Czy centrum działa i czy jest sieć?',
  'kit.problem.failed': 'Coś poszło nie tak po naszej stronie. Zapisano to; spróbuj ponownie.',
  'kit.problem.too-many': 'Zbyt wiele zapytań naraz. Spróbuj za chwilę.',
  'kit.notFound': 'Nie ma takiej strony.',
  'kit.role.administrator': 'administrator',
  'kit.role.supervisor': 'nadzorca',
  'kit.role.agent': 'agent',
};
