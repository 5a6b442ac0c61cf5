// Calls with a person and messages to them.
import type { Answer } from '../../kit/api/operation-types.ts';
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { PATH_PLACE } from '../graphs/path-place.ts';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';

type Contact = Answer<'listContacts'>['calls'][number];

export function Contacts({ campaign, record }: { campaign: string; record: string }) {
  const { t, format } = useConsole();
  const names = useNames();
  const asked = useAsk('listContacts', { params: { campaign, record } }, { every: 2 * LIVE });
  return (
    <Card title={t('contacts.title')}>
      <Asked of={asked} data={asked.data?.body}>
        {({ calls, messages }) =>
          calls.length + messages.length === 0 ? (
            <p className="soft">{t('contacts.none')}</p>
          ) : (
            <ul className="contacts">
              {calls.map(({ attempt, endpoint, orderedAt, agent, status, ...call }) => (
                <li key={attempt}>
                  <p>
                    <strong>{t(titleOf(call))}</strong> {endpoint}
                    {status !== undefined && ` · ${names.ending(status)}`}
                  </p>
                  <small className="soft">
                    {format.moment(orderedAt)}
                    {agent !== undefined && ` · ${agent}`}
                    {call.connectedAt !== undefined &&
                      call.endedAt !== undefined &&
                      ` · ${format.span(Date.parse(call.endedAt) - Date.parse(call.connectedAt))}`}
                  </small>
                  {call.ivr !== undefined && (
                    <a
                      className="below"
                      href={to(PATH_PLACE, {
                        kind: 'ivr',
                        id: call.ivr.id,
                        campaign,
                        record,
                        attempt,
                      })}
                    >
                      {t('graphs.openIvr')}
                    </a>
                  )}
                </li>
              ))}
              {messages.map(({ message, kind, to, text, state, orderedAt, reason }) => (
                <li key={message}>
                  <p>
                    <strong>{t(`contacts.${kind}`)}</strong> {to} · {names.messageState(state)}
                  </p>
                  <blockquote>{text}</blockquote>
                  <small className="soft">
                    {format.moment(orderedAt)}
                    {reason !== undefined && ` · ${format.sentence(reason)}`}
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Card>
  );
}

/** A conversation in writing is a contact as a call is. */
const titleOf = ({ channel, direction }: Pick<Contact, 'channel' | 'direction'>) =>
  channel === 'sms' || channel === 'email'
    ? (`contacts.with.${channel}` as const)
    : (`contacts.${direction}` as const);
