// What IVRs say on their own, in the three languages of the product (NEW-15). Their voices are
// those of outbound calls.
import type { CallLanguage } from '../flows/spoken-texts.ts';

export interface SystemTexts {
  /** Before the tone of a voicemail (INB-7). */
  readonly leaveMessage: string;
  /** Asks for a number to call back. */
  readonly keyNumber: string;
  /** At the end of a survey. */
  readonly thanks: string;
}

export const SYSTEM_TEXTS: Readonly<Record<CallLanguage, SystemTexts>> = {
  en: {
    leaveMessage:
      'Please leave a message after the tone. When you have finished, press any key or hang up.',
    keyNumber: 'Please key in your telephone number, then press the hash key.',
    thanks: 'Thank you. Goodbye.',
  },
  pl: {
    leaveMessage:
      'Proszę zostawić wiadomość po sygnale. Aby zakończyć, proszę nacisnąć dowolny klawisz lub się rozłączyć.',
    keyNumber: 'Proszę wprowadzić numer telefonu i nacisnąć krzyżyk.',
    thanks: 'Dziękujemy. Do widzenia.',
  },
  cs: {
    leaveMessage:
      'Po zaznění tónu prosím zanechte vzkaz. Až skončíte, stiskněte libovolnou klávesu nebo zavěste.',
    keyNumber: 'Zadejte prosím své telefonní číslo a stiskněte křížek.',
    thanks: 'Děkujeme. Na shledanou.',
  },
};
