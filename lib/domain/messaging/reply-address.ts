// Where an answer to an e-mail goes: an address of the record, which nobody can make up and which
// says nothing of the person. <record>.<signature>@<domain of the mailbox>; the signature is a
// pseudonym, so it is checked and not stored. It is in hexadecimal digits, for some mail programs
// write addresses in small letters.
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { RecordRef } from '../model/ids.ts';
import type { Message } from '../model/message.ts';

/** Digits of the signature: 128 bits. */
const DIGITS = 32;
/** Longest part of an address before its @ (RFC 5321). */
const LONGEST = 64;

/** What is signed. */
export const signedForReplies = ({ campaign, record }: RecordRef): string =>
  `reply:${campaign}/${record}`;

/** undefined where the record's id fits into no address. */
export function replyAddress(
  { record }: Pick<RecordRef, 'record'>,
  signature: string,
  domain: string,
): string | undefined {
  const local = `${record}.${signature.slice(0, DIGITS)}`.toLowerCase();
  if (local.length > LONGEST || !/^[a-z0-9_.-]+$/.test(local)) return undefined;
  return `${local}@${domain}`;
}

export interface ReadReplyAddress {
  /** Ids the record may have. */
  readonly records: readonly string[];
  readonly signature: string;
  readonly domain: string;
}

/** undefined for an address that is none of ours. */
export function readReplyAddress(address: string): ReadReplyAddress | undefined {
  const [, record, signature, domain] =
    /^([^@]+)\.([0-9a-f]{32})@([^@]+)$/i.exec(address.trim()) ?? [];
  if (record === undefined || signature === undefined || domain === undefined) return undefined;
  const records = [...new Set([record, record.toLowerCase(), record.toUpperCase()])];
  return { records, signature: signature.toLowerCase(), domain: domain.toLowerCase() };
}

/** @param signatures of the record, without the last, which anybody could make */
export const isSignedBy = (
  { signature }: Pick<ReadReplyAddress, 'signature'>,
  signatures: readonly string[],
): boolean => signatures.some((one) => one.slice(0, DIGITS) === signature);

/**
 * The domain that receives answers to the message; undefined where nobody would read them, or they
 * go to the mailbox itself.
 */
export function repliesDomain(
  { campaigns, centre }: Pick<Definitions, 'campaigns' | 'centre'>,
  { campaign, content }: Pick<Message, 'campaign' | 'content'>,
): string | undefined {
  if (content.kind !== 'email' || content.recording !== undefined) return undefined;
  if (own(campaigns, campaign)?.channels.email === undefined) return undefined;
  return own(centre.mailboxes, content.mailbox)?.replies;
}

/** Domains of the centre that receive. */
export const repliesDomains = ({ centre }: Pick<Definitions, 'centre'>): readonly string[] => [
  ...new Set(Object.values(centre.mailboxes).flatMap(({ replies }) => replies ?? [])),
];
