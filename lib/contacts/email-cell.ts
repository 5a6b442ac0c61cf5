// A cell of e-mail addresses: one, or several, as SES takes them: a local part in ASCII, a domain
// that may be written in any script and is stored as it stands in DNS.
import { domainToASCII } from 'node:url';
import { shortened } from './cell.ts';
import type { CellRead } from './phone-cell.ts';

const LONGEST_CELL = 5000;
/** RFC 5321, 4.5.3.1. */
const LONGEST_LOCAL = 64;
const LONGEST_ADDRESS = 254;
const LONGEST_LABEL = 63;

/** RFC 5322 atoms, parted by single dots; quoted local parts are refused by SES. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

export function readEmails(text: string): CellRead {
  if (text.length > LONGEST_CELL) return refused(text, 'is longer than any list of addresses');
  const plain = text.replaceAll(/\p{Cf}/gu, '').trim();
  const words = plain.split(/[\s;,]+/).filter((word) => word !== '');
  const values: string[] = [];
  const remarks: string[] = [];
  for (const word of words) {
    const address = addressOf(bare(word));
    if (address !== undefined) values.push(address);
    else if (!isBeside(word, plain)) remarks.push(`'${shortened(word)}' is not an e-mail address`);
  }
  // 'jan@x.example⏎Bcc: …' is no address with a word beside it.
  const isHeader = /[\r\n]/.test(plain) && words.some((word) => !word.includes('@'));
  if (values.length === 0 || isHeader) return refused(plain, 'is not an e-mail address');
  return { values, remarks };
}

/** A name before <…> or a note in brackets. */
function isBeside(word: string, plain: string): boolean {
  return !word.includes('@') && (/^\(.*\)$/.test(word) || plain.includes('<'));
}

const bare = (word: string): string => word.replace(/^<([^<>]*)>$/, '$1').replace(/^mailto:/i, '');

function addressOf(text: string): string | undefined {
  const at = text.indexOf('@');
  const local = text.slice(0, at);
  if (at < 1 || local.length > LONGEST_LOCAL || !LOCAL.test(local)) return undefined;
  const written = text.slice(at + 1);
  // domainToASCII reads more than names: '[1.2.3.4]', '%2e', a trailing port.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(written)) return undefined;
  const domain = domainToASCII(written);
  const labels = domain.split('.');
  const areLabels = labels.every((label) => label.length <= LONGEST_LABEL && LABEL.test(label));
  if (labels.length < 2 || !areLabels || /^\d+$/.test(labels.at(-1) ?? '')) return undefined;
  const address = `${local.toLowerCase()}@${domain}`;
  return address.length > LONGEST_ADDRESS ? undefined : address;
}

function refused(text: string, reason: string): CellRead {
  return { values: [], remarks: [`'${shortened(text)}' ${reason}`] };
}
