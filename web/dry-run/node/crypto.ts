// As much of node:crypto as the simulation uses, for browsers: SHA-256 and no other hash.
import { Buffer, type Bytes } from './bytes.ts';
import { hmacSha256, sha256 } from './sha256.ts';

type Given = string | Uint8Array;

const bytes = (given: Given): Uint8Array =>
  typeof given === 'string' ? Buffer.from(given) : given;

class Hash {
  private readonly parts: Uint8Array[] = [];
  private readonly finish: (message: Uint8Array) => Uint8Array;

  constructor(name: string, finish: (message: Uint8Array) => Uint8Array) {
    if (name !== 'sha256') throw new Error(`no hash '${name}' in a dry run`);
    this.finish = finish;
  }

  update(part: Given): this {
    this.parts.push(bytes(part));
    return this;
  }

  digest(): Bytes;
  digest(encoding: 'hex' | 'base64' | 'base64url'): string;
  digest(encoding?: 'hex' | 'base64' | 'base64url'): Bytes | string {
    const digest = Buffer.from(this.finish(Buffer.concat(this.parts)));
    return encoding === undefined ? digest : digest.toString(encoding);
  }
}

export const createHash = (name: string): Hash => new Hash(name, sha256);
export const createHmac = (name: string, key: Given): Hash =>
  new Hash(name, (message) => hmacSha256(bytes(key), message));
export const randomBytes = (length: number): Bytes =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(length)));
