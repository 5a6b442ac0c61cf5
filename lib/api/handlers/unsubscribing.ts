// The page behind the link of a marketing e-mail, and the click.
import { unsubscribe } from '../../application/messaging/unsubscribe.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { UNSUBSCRIBE_WORDS } from '../../domain/messaging/unsubscribing.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { RouteHandlers } from '../handler.ts';
import { problem } from '../problems.ts';
import type { EMAIL_READS, EMAIL_WRITES } from '../routes/messages.ts';

export const emailReads: RouteHandlers<typeof EMAIL_READS, PortsOf<'api-read'>> = {
  async askUnsubscribe(_, ports) {
    const { language, ask, link } = wordsOf(ports.definitions.definitions());
    const form = `<form method="post"><button>${link}</button></form>`;
    return { body: page(language, `<p>${ask}</p>${form}`) };
  },
};

export const emailWrites: RouteHandlers<typeof EMAIL_WRITES, PortsOf<'api-write'>> = {
  async unsubscribe({ params }, ports) {
    if (!(await unsubscribe(params.token, ports)))
      return problem('not-found', 'the link is no link of ours');
    const { language, done } = wordsOf(ports.definitions.definitions());
    return { body: page(language, `<p>${done}</p>`) };
  },
};

function wordsOf({ centre }: Definitions) {
  const [language = 'en'] = centre.languages;
  return { language, ...UNSUBSCRIBE_WORDS[language] };
}

const page = (language: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body>${body}</body></html>`;
