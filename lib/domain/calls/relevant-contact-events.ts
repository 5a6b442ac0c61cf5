// Which of Connect’s contact events carry something new: two thirds of all events of a campaign
// that nobody answers do not. The bus lets only these through, in the cloud and in the simulation.

/**
 * INITIATED repeats what placing the call answered. CONNECTED_TO_SYSTEM is followed by QUEUED, once
 * a person was heard, or by DISCONNECTED, and both repeat its moment.
 */
export const RELEVANT_EVENTS = ['QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED'] as const;

/**
 * That a person we called waits for an agent. The agent mostly has the call within these seconds,
 * and whoever then tells of it, or of its end, tells this as well: it is delivered late, and finds
 * nothing left to tell. Who calls us is answered by it and must not wait.
 */
export const TOLD_LATE = { type: 'QUEUED', initiationMethod: 'API', seconds: 3 } as const;

/** Matters only where an agent's wrap-up ended with it. */
export const LAST_EVENT = 'COMPLETED';

/** An agent passes a call to a number outside (CAM-17): its contact waits in no queue. */
export const TAKEN_OUTSIDE = {
  type: 'CONNECTED_TO_SYSTEM',
  initiationMethod: 'EXTERNAL_OUTBOUND',
} as const;

/** Of a call’s own contact, which is never one that a number outside has taken over. */
export function isRelevant(type: string, hasAgent: boolean): boolean {
  return type === LAST_EVENT ? hasAgent : RELEVANT_EVENTS.some((relevant) => relevant === type);
}

/** Seconds for which such an event is held back on its way to us. */
export const lateness = (type: string, direction: string | undefined): number =>
  type === TOLD_LATE.type && direction !== 'inbound' ? TOLD_LATE.seconds : 0;
