// As much of Node's Buffer as the simulation uses, for browsers.
type Encoding = 'utf8' | 'latin1' | 'base64' | 'base64url' | 'hex';

const UTF8 = new TextEncoder();

class Bytes extends Uint8Array {
  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((byte, at) => byte === other[at]);
  }

  override toString(encoding: Encoding = 'utf8'): string {
    return textOf(this, encoding);
  }
}

export type { Bytes };

export const Buffer = {
  from: (given: string | ArrayLike<number>, encoding: Encoding = 'utf8'): Bytes =>
    new Bytes(typeof given === 'string' ? bytesOf(given, encoding) : given),

  alloc: (length: number): Bytes => new Bytes(length),

  concat(parts: readonly Uint8Array[]): Bytes {
    const all = new Bytes(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  },

  byteLength: (text: string): number => UTF8.encode(text).length,
};

const codeUnits = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function bytesOf(text: string, encoding: Encoding): ArrayLike<number> {
  switch (encoding) {
    case 'utf8':
      return UTF8.encode(text);
    case 'latin1':
      return codeUnits(text);
    case 'hex':
      return (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
    default:
      return codeUnits(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  }
}

function textOf(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'utf8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (encoding === 'hex')
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const latin1 = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  if (encoding === 'latin1') return latin1;
  const base64 = btoa(latin1);
  return encoding === 'base64'
    ? base64
    : base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
