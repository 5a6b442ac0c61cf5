// An e-mail as it was stored, read into what the product knows of one: plain text and facts. HTML
// is turned into text, and nothing of it is ever shown as HTML; files that came along are named and
// not kept.
import { convert } from 'html-to-text';
import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Headers } from '../domain/texting/not-taken.ts';

/** What an e-mail says, in characters at most; the rest is cut off. */
const LONGEST = 20_000;
const LONGEST_SUBJECT = 200;
const LONGEST_ID = 300;
const MOST_FILES = 20;

export interface ReadMail {
  /** Address of the sender; empty where there is none. */
  readonly from: string;
  /** Addresses it went to, as far as it says. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** Of those before it, as it names them, and its own, which is the last. */
  readonly ids: readonly string[];
  readonly headers: Headers;
}

/** Rejects where it is no e-mail that can be read. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw, {
    rfc822Attachments: true,
    maxNestingDepth: 50,
    maxHeadersSize: 500_000,
  });
  return {
    from: addressesOf(mail.from)[0] ?? '',
    to: recipientsOf(mail),
    subject: oneLine(mail.subject ?? '').slice(0, LONGEST_SUBJECT),
    text: textOf(mail),
    files: mail.attachments.slice(0, MOST_FILES).map(({ filename, mimeType, content }) => ({
      name: oneLine(filename ?? mimeType).slice(0, 100),
      size: typeof content === 'string' ? content.length : content.byteLength,
    })),
    ids: idsOf(mail),
    headers: headersOf(mail),
  };
}

const addressesOf = (address: Address | undefined): readonly string[] =>
  address === undefined
    ? []
    : (address.group ?? [address]).flatMap(({ address: one }) => (one ? [one] : []));

/** Whom the envelope named stands in the line that SES writes on top. */
function recipientsOf({ to = [], cc = [], deliveredTo, headers }: Email): readonly string[] {
  const [received = ''] = headers.flatMap(({ key, value }) => (key === 'received' ? [value] : []));
  const named = /\bfor\s+<?([^\s<>;]+@[^\s<>;]+)>?/i.exec(received)?.[1];
  const listed = [...to, ...cc].flatMap(addressesOf);
  return [...new Set([named, deliveredTo, ...listed].flatMap((one) => one ?? []))];
}

function idsOf({ references = '', inReplyTo = '', messageId = '' }: Email): readonly string[] {
  const named = [references, inReplyTo, messageId].join(' ').match(/<[^<>\s]+>/g) ?? [];
  return [...new Set(named)].filter((id) => id.length <= LONGEST_ID);
}

/** The first of each name: a sender cannot write above what SES has written. */
function headersOf({ headers }: Email): Headers {
  const first = new Map<string, string>();
  for (const { key, value } of headers) if (!first.has(key)) first.set(key, value);
  return first;
}

function textOf({ text = '', html }: Email): string {
  const plain = clean(text);
  return (plain === '' && html !== undefined ? clean(fromHtml(html)) : plain).slice(0, LONGEST);
}

/** Quotations are marked as in plain text, so that they are recognised. */
const fromHtml = (html: string): string =>
  convert(html, {
    wordwrap: false,
    limits: { maxInputLength: 2_000_000, maxDepth: 200, ellipsis: '…' },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  });

/** Without what is seen by nobody, or turns the direction of what is written after it. */
const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t\u200d]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replaceAll(/[ \t\u00a0]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

const oneLine = (text: string): string => text.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
