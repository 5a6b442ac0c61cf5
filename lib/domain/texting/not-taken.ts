// E-mails that no agent is shown: a program answered, or SES says that they are spam or carry a
// virus. Nothing is ever answered by itself, so no loop can begin.

/** Of headers, by their names in small letters, those that came first. */
export type Headers = ReadonlyMap<string, string>;

export type NotTaken = 'automatic' | 'spam' | 'virus';

/**
 * SES writes its verdicts above the headers of the sender, and the empty return path of the
 * envelope (RFC 3834, 3.1 and 4).
 */
export function whyNotTaken(headers: Headers): NotTaken | undefined {
  const says = (name: string) => headers.get(name)?.trim().toLowerCase();
  if (says('x-ses-virus-verdict') === 'fail') return 'virus';
  if (says('x-ses-spam-verdict') === 'fail') return 'spam';
  return isAutomatic(says) ? 'automatic' : undefined;
}

/** Headers that only programs write. */
const OF_PROGRAMS = ['x-auto-response-suppress', 'x-autoreply', 'x-autorespond', 'list-id'];
const BULK = ['bulk', 'junk', 'list', 'auto_reply', 'auto-reply'];

function isAutomatic(says: (name: string) => string | undefined): boolean {
  const submitted = says('auto-submitted');
  return (
    (submitted !== undefined && submitted !== 'no') ||
    BULK.includes(says('precedence') ?? '') ||
    OF_PROGRAMS.some((name) => says(name) !== undefined) ||
    says('return-path') === '<>' ||
    /^multipart\/report\b/.test(says('content-type') ?? '')
  );
}
