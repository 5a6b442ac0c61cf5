// Records what callers say to an IVR while a flow has recording on, and puts the file where the
// instance keeps recordings. From the first moment it is on to the last the file runs on; what is
// not recorded in between is silence.
import type { Cloud } from '../cloud.ts';
import { putByService } from '../s3/s3-service.ts';
import type { ConnectContact, ConnectInstance } from './connect-instance.ts';
import { renderWav, type Sound } from './wav.ts';

interface Tape {
  readonly startedAt: number;
  readonly sounds: Sound[];
  on: boolean;
  /** When it was switched off last. */
  stoppedAt: number;
}

/** Simulated ms until Connect has written a recording. */
const WRITING = 5000;

export class IvrRecorder {
  private readonly instance: ConnectInstance;
  private readonly cloud: Cloud;
  private readonly tapes = new Map<string, Tape>();

  constructor(instance: ConnectInstance, cloud: Cloud) {
    this.instance = instance;
    this.cloud = cloud;
  }

  /** As the contact's flow has it now. */
  follow(contact: string, on: boolean): void {
    const tape = this.tapes.get(contact);
    const now = this.cloud.time.now();
    if (!tape && on) {
      this.tapes.set(contact, { startedAt: now, sounds: [], on, stoppedAt: now });
    } else if (tape && tape.on !== on) {
      tape.on = on;
      tape.stoppedAt = now;
    }
  }

  /** @param ms how long it lasts from now on */
  hears(contact: string, by: Sound['by'], ms: number): void {
    const tape = this.tapes.get(contact);
    if (!tape?.on) return;
    const from = this.cloud.time.now() - tape.startedAt;
    tape.sounds.push({ from, to: from + ms, by });
  }

  /** The flow has ended, for whatever reason. */
  close(contact: ConnectContact): void {
    const tape = this.tapes.get(contact.id);
    this.tapes.delete(contact.id);
    const storage = this.instance.recordings;
    if (!tape || !storage) return;
    const now = this.cloud.time.now();
    const stoppedAt = tape.on ? now : tape.stoppedAt;
    const key = `${storage.prefix}/ivr/${dayOf(tape.startedAt)}/${contact.id}_${stampOf(tape.startedAt)}_UTC.wav`;
    const wav = renderWav(stoppedAt - tape.startedAt, tape.sounds);
    this.cloud.time.after(WRITING, () => {
      contact.recordings.push({
        location: `${storage.bucket}/${key}`,
        startedAt: tape.startedAt,
        stoppedAt,
      });
      const { buckets, buses } = this.cloud;
      this.cloud.time.work('Connect writes a recording', () =>
        putByService({ buckets, buses }, { bucket: storage.bucket, key, body: wav }),
      );
    });
  }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '/');

/** 20260302T09:05 */
const stampOf = (at: number): string => new Date(at).toISOString().slice(0, 16).replaceAll('-', '');
