// Texts about callback rules and IVRs, in Czech.
import type { Translated } from '../../../kit/texts/texts.ts';
import type { graphsEn } from './en.ts';

export const graphsCs: Translated<typeof graphsEn> = {
  'graphs.rules': 'Pravidla zpětného volání',
  'graphs.ivrs': 'IVR',
  'graphs.none': 'Žádné tu nejsou.',
  'graphs.tiles': {
    one: '{n} dlaždice',
    few: '{n} dlaždice',
    many: '{n} dlaždice',
    other: '{n} dlaždic',
  },
  'graphs.view': 'Zobrazení',
  'graphs.larger': 'Zvětšit',
  'graphs.smaller': 'Zmenšit',
  'graphs.whole': 'Vše',
  'graphs.picture': 'Obrázek; šipky jej posouvají, plus a minus mění velikost, 0 ukáže vše',
  'graphs.hint':
    'Tažením posunete, velikost změníte Ctrl a kolečkem nebo dvěma prsty. Z klávesnice: šipky, + a −, 0 ukáže vše.',
  'graphs.steps': 'Kroky a kam vedou',
  'graphs.leads': 'vede k',
  'graphs.begins': 'zde začíná',
  'graphs.onPath': 'prošlo',
  'graphs.went': {
    one: '{n}krát dnes',
    few: '{n}krát dnes',
    many: '{n}krát dnes',
    other: '{n}krát dnes',
  },
};
