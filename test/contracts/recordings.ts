// What every store of recordings promises (lib/application/ports/ports.ts, Recordings). `put` is
// Connect's hand: a recording of a contact, with when it began.
import { describe, expect, it } from 'vitest';
import type { Recordings } from '../../lib/application/ports/recordings.ts';
import type { Voicemails } from '../../lib/application/ports/voicemails.ts';
import { type ContactId, contactId } from '../../lib/domain/model/ids.ts';
import type { Instant } from '../../lib/domain/model/instant.ts';
import { at } from '../support/records.ts';

export interface Recorder {
  readonly recordings: Recordings;
  readonly voicemails: Voicemails;
  put(contact: ContactId, key: string, wav: Uint8Array, begunAt?: Instant): Promise<void>;
}

const CONTACT = contactId('c-1');
const KEY = 'connect/ivr/2026/03/02/c-1_20260302T09:00_UTC.wav';
const sound = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256);

export function recordingsContract(name: string, make: () => Promise<Recorder>): void {
  describe(`recordings: ${name}`, () => {
    it('give back what Connect recorded, unchanged, and when it began', async () => {
      const { recordings, put } = await make();
      await put(CONTACT, KEY, sound, at(3));

      expect(Buffer.compare(await recordings.read(KEY), sound)).toBe(0);
      expect(await recordings.begunAt(CONTACT, KEY)).toBe(at(3));
    });

    it('say nothing of a beginning that nobody knows', async () => {
      const { recordings } = await make();

      expect(await recordings.begunAt(contactId('c-9'), 'connect/x.wav')).toBeUndefined();
    });

    it('keep a message; kept again, it is the last one', async () => {
      const { recordings } = await make();
      await recordings.keep('voicemails/spring/ann/a-1.wav', sound);

      await recordings.keep('voicemails/spring/ann/a-1.wav', sound.subarray(0, 100));

      expect((await recordings.read('voicemails/spring/ann/a-1.wav')).length).toBe(100);
    });

    it('erase a message for good, and one that is not there without a word', async () => {
      const { recordings, voicemails } = await make();
      const [gone, stays] = ['voicemails/spring/ann/a-1.wav', 'voicemails/spring/ben/a-1.wav'];
      for (const key of [gone, stays]) await recordings.keep(key, sound);

      await voicemails.erase(gone);
      await voicemails.erase(gone);

      await expect(recordings.read(gone)).rejects.toMatchObject({ name: 'NotFound' });
      expect(await recordings.read(stays)).toHaveLength(sound.length);
    });

    it('fail with NotFound for what is not there', async () => {
      const { recordings } = await make();

      await expect(recordings.read('connect/gone.wav')).rejects.toMatchObject({
        name: 'NotFound',
      });
    });
  });
}
