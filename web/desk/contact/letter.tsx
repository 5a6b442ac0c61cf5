// A message that is being written: from a template or freely. What will leave is in front of the
// agent, with how many parts a text takes; it is sent once, however often it is pressed.
import { textSize } from '../../../lib/domain/messaging/text-size.ts';
import { transliterated } from '../../../lib/domain/messaging/transliterate.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useDesk } from '../language.ts';
import type { ContactRef, WindowOf } from './contact-ref.ts';
import type { Letter } from './draft.ts';
import { usePlaces } from './places.ts';

type Template = WindowOf['templates'][number];

interface Props {
  readonly of: ContactRef;
  readonly shown: WindowOf;
  readonly letter: Letter;
  readonly change: (letter: Letter | undefined) => void;
  /** It answers in a conversation; otherwise it is a message of its own. */
  readonly isAnswer: boolean;
}

const LONGEST = { sms: 1600, email: 20_000 } as const;

export const blankLetter = (kind: Letter['kind']): Letter => ({
  kind,
  id: crypto.randomUUID(),
  text: '',
});

/** With its values in it; another one takes its place. */
export function fromTemplate(template: Template, id: string): Letter {
  const { kind, text, from, subject, mailbox, html, cc, bcc, attachments } = template;
  if (kind === 'sms') return { kind, id, text, from };
  return { kind, id, text, subject, mailbox, html, cc, bcc, attachments };
}

export function LetterForm({ of, shown, letter, change, isAnswer }: Props) {
  const { t } = useDesk();
  const placeOf = usePlaces();
  const { send, isPending, error } = useSending(of, letter, isAnswer, () => change(undefined));
  const { kind, text, subject = '', mailbox } = letter;
  const templates = shown.templates.filter((one) => one.kind === kind);
  const isReady =
    text.trim() !== '' &&
    (kind === 'sms' || isAnswer || (subject.trim() !== '' && mailbox !== undefined));
  return (
    <form
      className="stack letter"
      aria-label={t(`letter.${kind}`)}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) send();
      }}
    >
      {templates.length > 0 && (
        <label>
          <span>{t('letter.template')}</span>
          <select
            value=""
            onChange={(event) => {
              const found = templates.find(({ template }) => template === event.target.value);
              if (found !== undefined) change(fromTemplate(found, letter.id));
            }}
          >
            <option value="">{t('letter.choose')}</option>
            {templates.map(({ template, name }) => (
              <option key={template} value={template}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {kind === 'email' && !isAnswer && <Head shown={shown} letter={letter} change={change} />}
      {kind === 'email' && isAnswer && <Enclosed letter={letter} />}
      <label>
        <span>{t(isAnswer ? 'messages.answer' : 'letter.text')}</span>
        <textarea
          rows={kind === 'sms' ? 3 : 8}
          maxLength={LONGEST[kind]}
          value={text}
          onChange={(event) => change({ ...letter, text: event.target.value })}
        />
      </label>
      {kind === 'sms' && <Size text={text.trim()} isPlain={isAnswer && shown.answersPlain} />}
      {error && <ProblemNote error={error} retry={send} placeOf={placeOf} />}
      <div className="actions">
        <Button kind="primary" type="submit" isDisabled={isPending || !isReady}>
          {t('messages.send')}
        </Button>
        {!isAnswer && (
          <Button kind="plain" onPress={() => change(undefined)}>
            {t('letter.discard')}
          </Button>
        )}
      </div>
    </form>
  );
}

function useSending(of: ContactRef, letter: Letter, isAnswer: boolean, done: () => void) {
  const reread = ['readWindow', 'readHistory'] as const;
  const answer = useChange('answerText', reread);
  const text = useChange('writeText', reread);
  const email = useChange('writeEmail', reread);
  const { campaign, record } = of;
  const { id, from, subject = '', mailbox = '', html, cc, bcc, attachments } = letter;
  const body = letter.text.trim();
  const params = { campaign, record };
  const answered =
    letter.kind === 'email'
      ? { html: html ?? false, cc: copy(cc), bcc: copy(bcc), attachments: copy(attachments) }
      : undefined;
  const sent = { onSuccess: done };
  const send = () => {
    if (isAnswer)
      answer.mutate({ params: { ...of }, body: { text: body, id, email: answered } }, sent);
    else if (letter.kind === 'sms') text.mutate({ params, body: { id, text: body, from } }, sent);
    else {
      const lists = { cc: copy(cc), bcc: copy(bcc), attachments: copy(attachments) };
      const written = { id, mailbox, subject, text: body, html: html ?? false, ...lists };
      email.mutate({ params, body: written }, sent);
    }
  };
  const all = [answer, text, email];
  return {
    send,
    isPending: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error,
  };
}

const copy = (list: readonly string[] = []): string[] => [...list];

function Head({ shown, letter, change }: Pick<Props, 'shown' | 'letter' | 'change'>) {
  const { t } = useDesk();
  const { subject = '', mailbox = '' } = letter;
  return (
    <>
      <label>
        <span>{t('letter.from')}</span>
        <select
          value={mailbox}
          onChange={(event) => change({ ...letter, mailbox: event.target.value || undefined })}
        >
          <option value="">{t('letter.choose')}</option>
          {shown.mailboxes.map(({ mailbox: id, address }) => (
            <option key={id} value={id}>
              {address}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('letter.subject')}</span>
        <input
          value={subject}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => change({ ...letter, subject: event.target.value })}
        />
      </label>
      <Enclosed letter={letter} />
    </>
  );
}

/** What the template brings beside its text. */
function Enclosed({ letter: { cc = [], attachments = [] } }: Pick<Props, 'letter'>) {
  const { t } = useDesk();
  return (
    <>
      {cc.length > 0 && <small className="soft">{t('letter.copies', { to: cc.join(', ') })}</small>}
      {attachments.length > 0 && (
        <small className="soft">{t('letter.attached', { files: attachments.join(', ') })}</small>
      )}
    </>
  );
}

/** How the text will be sent and billed. */
function Size({ text, isPlain }: { text: string; isPlain: boolean }) {
  const { t } = useDesk();
  const sent = isPlain ? transliterated(text) : text;
  const { parts, encoding } = textSize(sent);
  return (
    <small className="soft" role="status">
      {t('letter.parts', { n: parts })} · {t('letter.characters', { n: sent.length })}
      {encoding === 'Unicode' && ` · ${t('letter.accents')}`}
      {sent !== text && ` · ${t('letter.plain', { text: sent })}`}
    </small>
  );
}
