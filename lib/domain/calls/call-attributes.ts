// Contact attributes of inbound calls: what flows, functions and agents' windows pass to each other
// about one call. Ids and flags only, nothing about a person, because Connect keeps attributes with
// its contact records. Values are never empty: 'none' stands for nothing.

/** Keys as Connect takes them: letters, digits, dash and underscore. */
export const CALL_ATTRIBUTES = {
  campaign: 'campaign',
  ivr: 'ivr',
  /** Id of the record, or none. */
  record: 'record',
  /** Id of the attempt that stands for this call, or none. */
  attempt: 'attempt',
  /** How many records have the caller's number: one, several, none. */
  identity: 'identity',
  /** User id (last part of the ARN) of the agent of the last conversation (INB-10), or none. */
  lastAgent: 'lastAgent',
  /** User id of the agent a private record belongs to (INB-11), or none. */
  privateAgent: 'privateAgent',
  /** Digits the caller keyed last, or none. Never kept in the journal: they may be a PESEL. */
  entered: 'entered',
  /** Ticket id the caller keyed (IVR-6), or none. */
  ticket: 'ticket',
  /** full or small: the record window (IVR-9). */
  window: 'window',
  /** yes or no: whether a survey follows (IVR-15). */
  survey: 'survey',
  /** Id of the queue block the caller waits in. */
  waitingIn: 'waitingIn',
  /** Version of the IVR and the blocks the call came through, with spaces between. */
  way: 'way',
} as const;

export const NOTHING = 'none';

/** Attribute of a value that an api-request saved. Ids have no underscore, so no two names meet. */
export const valueAttribute = (name: string): string => `v_${name.replaceAll('-', '_')}`;

/**
 * Attribute that a priority block sets to its `by`: a block counts once, however often it is passed
 * (IVR-17).
 */
export const priorityAttribute = (block: string): string => `p_${block.replaceAll('-', '_')}`;

/**
 * Attribute that counts how often a block of requests was answered: it distinguishes a second visit
 * from a question Connect repeats.
 */
export const visitsAttribute = (block: string): string => `n_${block.replaceAll('-', '_')}`;

/** Attribute of a parameter that a rule added to the number or to the call before (CBR-15). */
export const parameterAttribute = (name: string): string => `r_${name.replaceAll('-', '_')}`;

/** Attribute with the ARN of a flow of the campaign. */
export const flowAttribute = (key: string): string => `flow_${key.replaceAll('-', '_')}`;

/**
 * Agent attribute that routing criteria name for a required skill (INB-8); the skill's id is its
 * value.
 */
export const SKILL_ATTRIBUTE = 'skill';
