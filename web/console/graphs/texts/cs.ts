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
  'graphs.records': {
    one: 'Dnes rozhodlo {n}krát.',
    few: 'Dnes rozhodlo {n}krát.',
    many: 'Dnes rozhodlo {n}krát.',
    other: 'Dnes rozhodlo {n}krát.',
  },
  'graphs.calls': {
    one: 'Dnes prošel {n} hovor.',
    few: 'Dnes prošly {n} hovory.',
    many: 'Dnes prošlo {n} hovoru.',
    other: 'Dnes prošlo {n} hovorů.',
  },
  'graphs.version': 'Verze',
  'graphs.deployed': '{version}, zde nakreslená',
  'graphs.earlier': '{version}, dříve dnes: {count}',
  'graphs.ofRecord': 'Záznam',
  'graphs.noPath': 'Není známo, kudy to šlo.',
  'graphs.otherVersion':
    'Rozhodla verze {version}; nakreslená je {drawn}. Dlaždice, které už nejsou, chybějí.',
  'graphs.path': 'Kudy to šlo',
  'graphs.saw': 'hodnota: {value}',
  'graphs.decided': 'Rozhodnuto',
  'graphs.received': 'Hovor přišel',
  'graphs.answered': 'Agent přijal',
  'graphs.ended': 'Konec hovoru',
  'graphs.open': 'Cesta pravidlem',
  'graphs.openIvr': 'Cesta IVR',
};
