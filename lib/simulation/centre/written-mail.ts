// An e-mail as a mail program of today writes it: MIME, UTF-8, what it answers quoted below.

export interface WrittenMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly id: string;
  /** Id of the e-mail it answers. */
  readonly answers?: string | undefined;
  /** What it quotes. */
  readonly quotes?: { readonly heading: string; readonly text: string } | undefined;
  /** Written by a program, such as an absence note. */
  readonly automatic?: boolean | undefined;
}

export function mailText(mail: WrittenMail): string {
  const { from, to, subject, text, id, answers, quotes, automatic = false } = mail;
  const headers = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${encodedWord(subject)}`,
    `Message-ID: ${id}`,
    ...(answers === undefined ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]),
    ...(automatic ? ['Auto-Submitted: auto-replied'] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const quoted = quotes?.text.split('\n').map((line) => `> ${line}`) ?? [];
  const said = [text, ...(quotes === undefined ? [] : ['', quotes.heading, ...quoted])].join(
    '\r\n',
  );
  return [...headers, '', folded(base64(said)), ''].join('\r\n');
}

/** RFC 2047, one word: subjects here are short. */
const encodedWord = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${base64(text)}?=`;

/** Also where there is no Buffer. */
const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)));

const folded = (text: string): string => text.replaceAll(/(.{76})/g, '$1\r\n');
