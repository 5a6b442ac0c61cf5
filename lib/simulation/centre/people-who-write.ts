// What becomes of the texts and e-mails that reach simulated people: they may answer, and what they
// write comes in as on AWS.
import type { TaskInput } from '../../application/tasks/tasks.ts';
import type { MessageContent } from '../../domain/model/message.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Behaviour } from '../phone-network/behaviour.ts';
import type { Random } from '../random.ts';
import { emailingPeople } from './emailing-people.ts';
import { textingPeople } from './texting-people.ts';

interface PeopleWhoWrite {
  readonly random: Random;
  readonly behaviour: Behaviour;
  readonly definitions: Definitions;
  readonly after: (ms: number, then: () => void) => void;
  readonly texted: (input: TaskInput<'receive-sms'>) => void;
  /** Where SES stores e-mails. */
  readonly store: { put(key: string, raw: Uint8Array): void };
  readonly mailed: (key: string) => void;
}

export interface Arrived {
  readonly content: MessageContent;
  /** Of the provider. */
  readonly id: string;
  readonly replyTo: string | undefined;
}

/** @returns call it for each message that reaches a person */
export function peopleWhoWrite(about: PeopleWhoWrite): (arrived: Arrived) => void {
  const { random, behaviour, definitions, after } = about;
  let written = 0;
  const texted = textingPeople({
    random: random.fork('texts'),
    behaviour: behaviour.texts,
    after,
    wrote: (text) => about.texted({ id: `t${++written}`, ...text }),
  });
  const emailed = emailingPeople({
    random: random.fork('e-mails'),
    behaviour: behaviour.emails,
    language: definitions.centre.languages[0] ?? 'en',
    after,
    wrote: (_, raw) => {
      const key = `mail/${++written}`;
      about.store.put(key, raw);
      about.mailed(key);
    },
  });
  return ({ content, id, replyTo }) => {
    if (content.kind === 'sms') texted(content);
    else emailed({ ...content, id, replyTo });
  };
}
