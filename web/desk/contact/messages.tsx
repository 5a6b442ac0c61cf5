// A conversation in text messages.
import { useState } from 'react';
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useDesk } from '../language.ts';
import type { ContactRef, WindowOf } from './contact-ref.ts';

interface Props {
  readonly of: ContactRef;
  readonly messages: WindowOf['messages'];
  readonly canAnswer: boolean;
}

const LONGEST = 1600;

export function Messages({ of, messages, canAnswer }: Props) {
  const { t, format } = useDesk();
  const [text, setText] = useState('');
  // one id for all tries of one answer
  const [id, setId] = useState(() => crypto.randomUUID());
  const answer = useChange('answerText', ['readWindow']);
  const send = () => {
    if (text.trim() === '') return;
    answer.mutate(
      { params: { ...of }, body: { text, id } },
      {
        onSuccess: () => {
          setText('');
          setId(crypto.randomUUID());
        },
      },
    );
  };
  return (
    <section className="card" aria-label={t('messages.title')}>
      <div className="card-head">
        <h2>{t('messages.title')}</h2>
      </div>
      <div className="card-body stack">
        <ol className="messages" role="log">
          {messages.map(({ by, at, text: said, state }) => (
            <li key={`${at}-${by}`} data-by={by}>
              <p>{said}</p>
              <small className="soft">
                {format.moment(at)}
                {by === 'us' && ` · ${state}`}
              </small>
            </li>
          ))}
        </ol>
        {canAnswer && (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              send();
            }}
          >
            <label>
              <span>{t('messages.answer')}</span>
              <textarea
                rows={3}
                maxLength={LONGEST}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </label>
            {answer.error && <ProblemNote error={answer.error} retry={send} />}
            <Button
              kind="primary"
              type="submit"
              isDisabled={answer.isPending || text.trim() === ''}
            >
              {t('messages.send')}
            </Button>
          </form>
        )}
      </div>
    </section>
  );
}
