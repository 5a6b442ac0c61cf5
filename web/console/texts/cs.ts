// Texts of the console, in Czech.
import type { Translated } from '../../kit/texts/texts.ts';
import type { en } from './en.ts';

export const cs: Translated<typeof en> = {
  'console.name': 'konzole',
  'console.campaigns': 'Kampaně',
  'state.off': 'Vypnutá',
  'state.running': 'Běží',
  'state.paused': 'Pozastavená',
  'state.ended': 'Ukončená',
};
