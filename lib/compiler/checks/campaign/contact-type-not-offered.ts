import type { Campaign, CONTACT_TYPES } from '../../../language/schema/campaign.ts';
import type { Check } from '../check-facts.ts';

/**
 * A classifier is offered only for contacts that the campaign can have (CLS-5, CAM-1): calls and
 * texts of its channels, e-mails that are written from a mailbox of the centre.
 */
export const contactTypeNotOffered: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { channels, classifiers }] of Object.entries(definitions.campaigns)) {
    if (!gaps.isWhole(['campaigns', id, 'channels'])) continue;
    // one without a channel is told so already
    if (Object.values(channels).every((channel) => channel === undefined)) continue;
    const hasMailbox = Object.keys(definitions.centre.mailboxes).length > 0;
    for (const [name, { for: types }] of Object.entries(classifiers)) {
      for (const [index, type] of types.entries()) {
        const because = whyNot(type, channels, hasMailbox);
        if (because === undefined) continue;
        const path = ['campaigns', id, 'classifiers', name];
        const at = places.valueAt([...path, 'for', index]);
        yield { at, message: `classifier '${name}' is for ${CALLED[type]}, but ${because}` };
      }
    }
  }
};

type ContactType = (typeof CONTACT_TYPES)[number];

const CALLED: Readonly<Record<ContactType, string>> = {
  answered: 'calls that are answered',
  'not-answered': 'calls that are not answered',
  busy: 'calls that are busy',
  error: 'calls that fail',
  email: 'e-mails',
  sms: 'text messages',
  fax: 'faxes',
  chat: 'chats',
};

function whyNot(
  type: ContactType,
  channels: Campaign['channels'],
  hasMailbox: boolean,
): string | undefined {
  const { outbound, inbound, sms } = channels;
  switch (type) {
    case 'email':
      return hasMailbox ? undefined : 'the centre has no mailbox to write them from';
    case 'fax':
    case 'chat':
      return 'no channel of the centre brings any';
    case 'sms':
      return sms === undefined ? "the campaign has no channel 'sms'" : undefined;
    case 'answered':
    case 'not-answered':
      return (outbound ?? inbound) === undefined ? 'the campaign has no calls' : undefined;
    case 'busy':
    case 'error':
      return outbound === undefined ? 'the campaign places no calls' : undefined;
  }
}
