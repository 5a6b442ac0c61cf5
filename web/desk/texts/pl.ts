// Texts of the desk, in Polish.
import type { Translated } from '../../kit/texts/texts.ts';
import type { en } from './en.ts';

export const pl: Translated<typeof en> = {
  'desk.name': 'stanowisko',
  'desk.work': 'Moja praca',
  'desk.nothing': 'Nic na Ciebie nie czeka.',
};
