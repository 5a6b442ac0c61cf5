// Texts of the console, in Polish.
import type { Translated } from '../../kit/texts/texts.ts';
import type { en } from './en.ts';

export const pl: Translated<typeof en> = {
  'console.name': 'konsola',
  'console.campaigns': 'Kampanie',
  'state.off': 'Wyłączona',
  'state.running': 'Działa',
  'state.paused': 'Wstrzymana',
  'state.ended': 'Zakończona',
};
