// Texts of lists in reports, in Polish.
import type { Translated } from '../../../kit/texts/texts.ts';
import type { en } from './en.ts';

export const pl: Translated<typeof en> = {
  'reports.day': 'Dzień',
  'reports.figures': 'Liczby',
  'reports.list.contacts': 'Kontakty',
  'reports.list.recalls': 'Ponowne kontakty',
  'reports.list.recordings': 'Nagrania',
  'reports.list.answers': 'Odpowiedzi w skryptach',
  'reports.classifiers': 'Klasyfikatory',
  'reports.nothing': 'Nie ma nic do pokazania.',
  'reports.begun': 'Początek',
  'reports.with': 'Z kim',
  'reports.talk': 'Rozmowa',
  'reports.agent': 'Agent',
  'reports.recorded': 'Nagrano',
  'reports.recorded.conversation': 'rozmowa',
  'reports.recorded.message': 'wiadomość',
  'reports.contact': 'Kontakt',
  'reports.question': 'Pytanie',
  'reports.answer': 'Odpowiedź',
};
