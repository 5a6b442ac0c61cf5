// What a campaign has done so far, in Polish.
import type { Translated } from '../../../kit/texts/texts.ts';
import type { campaignEn } from './en.ts';

export const campaignPl: Translated<typeof campaignEn> = {
  'message.ordered': 'zlecona',
  'message.sent': 'wysłana',
  'message.delivered': 'dostarczona',
  'message.failed': 'nie dotarła',
  'message.received': 'otrzymana',
  'message.sending': 'w trakcie wysyłania',
  'message.unknown': 'bez potwierdzenia',
  'message.withdrawn': 'wycofana przed wysłaniem',
  'totals.records': 'Rekordy według stanu',
  'totals.successes': {
    one: '{n} sukces',
    few: '{n} sukcesy',
    many: '{n} sukcesów',
    other: '{n} sukcesu',
  },
  'totals.count': 'Liczba',
  'totals.share': 'Udział',
  'totals.ending': 'Zakończenie',
  'totals.all': 'Razem',
  'totals.calls': 'Połączenia wychodzące',
  'totals.inbound': 'Połączenia klientów',
  'totals.sms': 'Wiadomości SMS',
  'totals.email': 'E-maile',
  'totals.noCalls': 'Nie było jeszcze połączeń.',
};
