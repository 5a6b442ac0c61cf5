// What a campaign has done so far, in Czech.
import type { Translated } from '../../../kit/texts/texts.ts';
import type { campaignEn } from './en.ts';

export const campaignCs: Translated<typeof campaignEn> = {
  'message.ordered': 'zadaná',
  'message.sent': 'odeslaná',
  'message.delivered': 'doručená',
  'message.failed': 'nedoručená',
  'message.received': 'přijatá',
  'message.sending': 'odesílá se',
  'message.unknown': 'bez potvrzení',
  'message.withdrawn': 'stažená před odesláním',
  'totals.records': 'Kontakty podle stavu',
  'totals.successes': {
    one: '{n} úspěch',
    few: '{n} úspěchy',
    many: '{n} úspěchu',
    other: '{n} úspěchů',
  },
  'totals.count': 'Počet',
  'totals.share': 'Podíl',
  'totals.ending': 'Zakončení',
  'totals.all': 'Celkem',
  'totals.calls': 'Odchozí hovory',
  'totals.inbound': 'Hovory zákazníků',
  'totals.sms': 'Textové zprávy',
  'totals.email': 'E-maily',
  'totals.noCalls': 'Zatím žádné hovory.',
};
