// What was written to and by the person, and what the agent writes now: an answer in a conversation
// by text or by e-mail, or a text or an e-mail of its own. All of it is plain text.
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../kit/ui/button.tsx';
import { useDesk } from '../language.ts';
import type { ContactRef, WindowOf } from './contact-ref.ts';
import type { Draft, Letter } from './draft.ts';
import { blankLetter, LetterForm } from './letter.tsx';

type Message = WindowOf['messages'][number];

interface Props {
  readonly of: ContactRef;
  readonly shown: WindowOf;
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
}

export function Messages({ of, shown, draft, change }: Props) {
  const { t, format } = useDesk();
  const { messages, contact, record, senders, mailboxes } = shown;
  const answered = contact.direction === 'inbound' && !contact.isOver ? contact.channel : 'voice';
  const canAnswer = answered !== 'voice';
  const canText = senders.length > 0 && record.phones.length > 0 && answered !== 'sms';
  const canMail = mailboxes.length > 0 && record.emails.length > 0 && answered !== 'email';
  const written = (letter: Draft['letter']) => change({ letter });
  // an answer is there to be written; anything else is asked for
  const letter = draft.letter ?? (canAnswer ? blankAnswer(answered) : undefined);
  if (messages.length === 0 && !canAnswer && !canText && !canMail) return null;
  return (
    <section className="card" aria-label={t('messages.title')}>
      <div className="card-head">
        <h2>{t('messages.title')}</h2>
        {draft.letter === undefined && (
          <div className="actions">
            {canText && (
              <Button onPress={() => written(blankLetter('sms'))}>{t('letter.writeSms')}</Button>
            )}
            {canMail && (
              <Button onPress={() => written(blankLetter('email'))}>
                {t('letter.writeEmail')}
              </Button>
            )}
          </div>
        )}
      </div>
      {(messages.length > 0 || letter !== undefined) && (
        <div className="card-body stack">
          {messages.length > 0 && (
            <Log count={messages.length}>
              <ol className="messages">
                {messages.map(({ kind, by, at, subject, text, state, reason, ...more }) => (
                  <li key={`${at}-${by}-${kind}`} data-by={by}>
                    {subject !== undefined && <strong>{subject}</strong>}
                    <p>{text}</p>
                    <Below {...more} />
                    <small className={state === 'failed' ? 'failed' : 'soft'}>
                      {format.moment(at)} · {t(`letter.${kind}`)}
                      {by === 'us' && ` · ${stateOf(state, t)}`}
                      {reason !== undefined && ` (${reason})`}
                    </small>
                  </li>
                ))}
              </ol>
            </Log>
          )}
          {letter !== undefined && (
            <LetterForm
              of={of}
              shown={shown}
              letter={letter}
              isAnswer={letter.kind === answered}
              change={(next) =>
                written(next === undefined || next.id !== '' ? next : { ...next, id: blankId() })
              }
            />
          )}
        </div>
      )}
    </section>
  );
}

/** What else came with an e-mail. */
function Below({ quoted, files = [] }: Pick<Message, 'quoted' | 'files'>) {
  const { t, format } = useDesk();
  return (
    <>
      {files.length > 0 && (
        <small className="soft">
          {t('messages.files', {
            files: files
              .map(({ name, size }) => `${name} (${format.number(Math.ceil(size / 1000))} kB)`)
              .join(', '),
          })}
        </small>
      )}
      {quoted !== undefined && (
        <details>
          <summary>{t('messages.quoted')}</summary>
          <p className="soft">{quoted}</p>
        </details>
      )}
    </>
  );
}

/** Scrolls, by keys as well, and shows the latest. */
function Log({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const { t } = useDesk();
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (count > 0) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [count]);
  return (
    <div
      ref={log}
      className="message-log"
      role="log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
      aria-label={t('messages.so-far')}
    >
      {children}
    </div>
  );
}

/** Named once something is written. */
const blankAnswer = (kind: 'sms' | 'email'): Letter => ({ kind, id: '', text: '' });
const blankId = (): string => crypto.randomUUID();

const STATES = [
  'ordered',
  'sending',
  'sent',
  'delivered',
  'failed',
  'unknown',
  'withdrawn',
] as const;

/** One that a later version has is shown as it is named there. */
export function stateOf(state: string, t: ReturnType<typeof useDesk>['t']): string {
  const known = STATES.find((one) => one === state);
  return known === undefined ? state : t(`message.${known}`);
}
