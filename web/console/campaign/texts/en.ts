// What a campaign has done so far, in English.

export const campaignEn = {
  'message.ordered': 'ordered',
  'message.sent': 'sent',
  'message.delivered': 'delivered',
  'message.failed': 'failed',
  'message.received': 'received',
  'message.sending': 'being sent',
  'message.unknown': 'status unknown',
  'message.withdrawn': 'withdrawn',
  'totals.records': 'Records by state',
  'totals.successes': { one: '{n} success', other: '{n} successes' },
  'totals.count': 'Number',
  'totals.share': 'Share',
  'totals.ending': 'How it ended',
  'totals.all': 'All',
  'totals.calls': 'Outbound calls',
  'totals.inbound': 'Inbound calls',
  'totals.sms': 'Text messages',
  'totals.email': 'E-mails',
  'totals.noCalls': 'No calls yet.',
};
