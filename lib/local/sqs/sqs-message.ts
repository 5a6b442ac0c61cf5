// SQS messages and their attributes, with the digests that SDK clients verify.
import { createHash } from 'node:crypto';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

/** A message attribute as it travels in the JSON protocol. */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  /** Base64. */
  readonly BinaryValue?: string;
}

export interface SqsMessage {
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  readonly group: string | undefined;
  readonly sender: string;
  /** Epoch ms, simulated. */
  readonly sentAt: number;
  receiveCount: number;
  firstReceivedAt: number | undefined;
  /** Changes with every receive; earlier handles are no longer valid. */
  receiptHandle: string;
}

export function md5(text: string | Buffer): string {
  return createHash('md5').update(text).digest('hex');
}

/**
 * SDK clients compare this digest with their own.
 * Source: Amazon SQS Developer Guide, "Calculating the MD5 message digest for message attributes".
 */
export function md5OfAttributes(
  attributes: Readonly<Record<string, MessageAttribute>>,
): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const parts = names.flatMap((name) => {
    const attribute = attributes[name];
    if (!attribute) return [];
    const binary = attribute.BinaryValue !== undefined;
    const value = binary
      ? Buffer.from(attribute.BinaryValue ?? '', 'base64')
      : Buffer.from(attribute.StringValue ?? '');
    return [
      sized(Buffer.from(name)),
      sized(Buffer.from(attribute.DataType)),
      Buffer.from([binary ? 2 : 1]),
      sized(value),
    ];
  });
  return md5(Buffer.concat(parts));
}

function sized(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

export function readAttributes(
  input: Json | undefined,
): Readonly<Record<string, MessageAttribute>> {
  if (!isObject(input)) return {};
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, readAttribute(name, value)]),
  );
}

function readAttribute(name: string, value: Json | undefined): MessageAttribute {
  const attribute: JsonObject = isObject(value) ? value : {};
  if (attribute.StringListValues || attribute.BinaryListValues)
    throw new NotEmulated(`list values in SQS message attribute '${name}'`);
  return {
    DataType: String(attribute.DataType),
    StringValue: attribute.StringValue === undefined ? undefined : String(attribute.StringValue),
    BinaryValue: attribute.BinaryValue === undefined ? undefined : String(attribute.BinaryValue),
  };
}
