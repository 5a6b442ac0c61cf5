// Answering-machine detection, as Connect reports it.
import type { Reply } from './callee.ts';

/** Seconds detection takes for a person and for a machine. */
export const DETECTION = { person: 1.2, machine: 3 } as const;

/** The verdict on an unanswered call. */
export const DETECTED_FAILURE: Readonly<
  Record<Extract<Reply, { kind: 'fails' }>['reason'], string>
> = {
  TELECOM_UNANSWERED: 'AMD_UNANSWERED',
  TELECOM_BUSY: 'SIT_TONE_BUSY',
  TELECOM_NUMBER_INVALID: 'SIT_TONE_INVALID_NUMBER',
  TELECOM_PROBLEM: 'AMD_NOT_APPLICABLE',
};
