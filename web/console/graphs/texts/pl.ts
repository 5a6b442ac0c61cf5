// Texts about callback rules and IVRs, in Polish.
import type { Translated } from '../../../kit/texts/texts.ts';
import type { graphsEn } from './en.ts';

export const graphsPl: Translated<typeof graphsEn> = {
  'graphs.rules': 'Reguły oddzwaniania',
  'graphs.ivrs': 'IVR',
  'graphs.none': 'Nie ma żadnych.',
  'graphs.tiles': {
    one: '{n} kafelek',
    few: '{n} kafelki',
    many: '{n} kafelków',
    other: '{n} kafelka',
  },
  'graphs.view': 'Widok',
  'graphs.larger': 'Powiększ',
  'graphs.smaller': 'Pomniejsz',
  'graphs.whole': 'Całość',
  'graphs.picture':
    'Rysunek; strzałki przesuwają, plus i minus zmieniają wielkość, 0 pokazuje całość',
  'graphs.hint':
    'Przeciągnij, aby przesunąć; wielkość: Ctrl i kółko myszy albo dwa palce. Klawiszami: strzałki, + i −, 0 pokazuje całość.',
  'graphs.steps': 'Kroki i dokąd prowadzą',
  'graphs.leads': 'prowadzi do',
  'graphs.begins': 'początek',
  'graphs.onPath': 'przebyty',
  'graphs.went': {
    one: '{n} raz dziś',
    few: '{n} razy dziś',
    many: '{n} razy dziś',
    other: '{n} raza dziś',
  },
  'graphs.records': {
    one: 'Dziś zdecydowała {n} raz.',
    few: 'Dziś zdecydowała {n} razy.',
    many: 'Dziś zdecydowała {n} razy.',
    other: 'Dziś zdecydowała {n} raza.',
  },
  'graphs.calls': {
    one: 'Dziś przeszło {n} połączenie.',
    few: 'Dziś przeszły {n} połączenia.',
    many: 'Dziś przeszło {n} połączeń.',
    other: 'Dziś przeszło {n} połączenia.',
  },
  'graphs.version': 'Wersja',
  'graphs.deployed': '{version}, narysowana tutaj',
  'graphs.earlier': '{version}, wcześniej dziś: {count}',
  'graphs.ofRecord': 'Rekord',
  'graphs.noPath': 'Nie wiadomo, którędy poszło.',
  'graphs.otherVersion':
    'Zdecydowała wersja {version}; narysowana jest {drawn}. Kafelków, których już nie ma, brakuje.',
  'graphs.path': 'Przebyta droga',
  'graphs.saw': 'wartość: {value}',
  'graphs.decided': 'Decyzja',
  'graphs.received': 'Połączenie przyszło',
  'graphs.answered': 'Agent odebrał',
  'graphs.ended': 'Koniec połączenia',
  'graphs.open': 'Droga przez regułę',
  'graphs.openIvr': 'Droga przez IVR',
};
