// A script as an agent sees it: with the values of the record in what is read out, and the answers
// given so far.
import type { Script } from '../../language/schema/script.ts';
import { messageFor, PARAMETERS } from '../messaging/message-text.ts';
import { type CampaignRecord, parametersOf } from '../model/record.ts';

export interface PageView {
  readonly page: string;
  readonly text: string;
  readonly questions: readonly QuestionView[];
  readonly jumps: readonly {
    readonly question: string;
    readonly is: readonly string[];
    readonly to: string;
  }[];
  readonly next: string | undefined;
}

interface QuestionView {
  readonly question: string;
  readonly kind: 'checkbox' | 'choice' | 'text';
  readonly label: string;
  readonly options: readonly string[];
  readonly required: boolean;
  readonly answer: string | undefined;
}

/** The first page first, the others as the file has them. */
export function pageViews(
  { start, pages }: Script,
  record: CampaignRecord,
  answers: Readonly<Record<string, string>>,
): readonly PageView[] {
  const scope = { ...record.fields, [PARAMETERS]: parametersOf(record) };
  const order = [start, ...Object.keys(pages).filter((id) => id !== start)];
  return order.flatMap((id) => {
    const page = pages[id];
    if (page === undefined) return [];
    return [
      {
        page: id,
        // a value may break a template, e.g. a date that is none: it is shown as written
        text: messageFor(page.text ?? '', scope) ?? page.text ?? '',
        questions: Object.entries(page.questions).map(([question, asked]) => ({
          question,
          kind: asked.kind,
          label: asked.label,
          options: asked.kind === 'choice' ? asked.options : [],
          required: asked.kind !== 'checkbox' && asked.required,
          answer: answers[question],
        })),
        jumps: page.jumps.map((jump) => ({
          question: jump.if,
          is: [jump.is].flat(),
          to: jump.to,
        })),
        next: page.next,
      },
    ];
  });
}
