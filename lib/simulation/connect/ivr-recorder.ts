// Records what callers say to an IVR while a flow has recording on. From the first moment it is on
// to the last the recording runs on; what is not recorded in between is silence.
import type { ContactId } from '../../domain/model/ids.ts';
import type { FlowTime } from './flow-time.ts';
import { renderWav, type Sound } from './wav.ts';

interface Tape {
  readonly startedAt: number;
  readonly sounds: Sound[];
  on: boolean;
  /** When it was switched off last. */
  stoppedAt: number;
}

export interface IvrRecording {
  readonly contact: ContactId;
  /** File name, as Connect composes it. */
  readonly name: string;
  readonly wav: Buffer;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly stoppedAt: number;
}

/** Simulated ms until Connect has written a recording. */
const WRITING = 5000;

export class IvrRecorder {
  private readonly time: FlowTime;
  private readonly write: (recording: IvrRecording) => void;
  private readonly tapes = new Map<ContactId, Tape>();

  /** @param write stores a recording once Connect has written it */
  constructor(time: FlowTime, write: (recording: IvrRecording) => void) {
    this.time = time;
    this.write = write;
  }

  /** As the contact's flow has it now. */
  follow(contact: ContactId, on: boolean): void {
    const tape = this.tapes.get(contact);
    const now = this.time.now();
    if (!tape && on) {
      this.tapes.set(contact, { startedAt: now, sounds: [], on, stoppedAt: now });
    } else if (tape && tape.on !== on) {
      tape.on = on;
      tape.stoppedAt = now;
    }
  }

  /** @param ms how long it lasts from now on */
  hears(contact: ContactId, by: Sound['by'], ms: number): void {
    const tape = this.tapes.get(contact);
    if (!tape?.on) return;
    const from = this.time.now() - tape.startedAt;
    tape.sounds.push({ from, to: from + ms, by });
  }

  /** The flow has ended, for whatever reason. */
  close(contact: ContactId): void {
    const tape = this.tapes.get(contact);
    this.tapes.delete(contact);
    if (!tape) return;
    const { startedAt, sounds } = tape;
    const stoppedAt = tape.on ? this.time.now() : tape.stoppedAt;
    const name = `ivr/${dayOf(startedAt)}/${contact}_${stampOf(startedAt)}_UTC.wav`;
    const wav = renderWav(stoppedAt - startedAt, sounds);
    this.time.after(WRITING, () => this.write({ contact, name, wav, startedAt, stoppedAt }));
  }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '/');

/** 20260302T09:05 */
const stampOf = (at: number): string => new Date(at).toISOString().slice(0, 16).replaceAll('-', '');
