// Texts of lists in reports, in Czech.
import type { Translated } from '../../../kit/texts/texts.ts';
import type { en } from './en.ts';

export const cs: Translated<typeof en> = {
  'reports.day': 'Den',
  'reports.figures': 'Čísla',
  'reports.list.contacts': 'Kontakty',
  'reports.list.recalls': 'Opakovaná vytočení',
  'reports.list.recordings': 'Nahrávky',
  'reports.list.answers': 'Odpovědi v call skriptech',
  'reports.classifiers': 'Výsledky hovorů',
  'reports.nothing': 'Není co vypsat.',
  'reports.begun': 'Začátek',
  'reports.with': 'S kým',
  'reports.talk': 'Rozhovor',
  'reports.agent': 'Operátor',
  'reports.recorded': 'Nahráno',
  'reports.recorded.conversation': 'rozhovor',
  'reports.recorded.message': 'vzkaz',
  'reports.contact': 'Kontakt v Connectu',
  'reports.question': 'Otázka',
  'reports.answer': 'Odpověď',
};
