// Texts of the desk, in Czech.
import type { Translated } from '../../kit/texts/texts.ts';
import type { en } from './en.ts';

export const cs: Translated<typeof en> = {
  'desk.name': 'pracoviště',
  'desk.work': 'Moje práce',
  'desk.nothing': 'Nic na vás nečeká.',
};
