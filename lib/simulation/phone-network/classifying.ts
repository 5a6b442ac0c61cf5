// How a simulated agent classifies a contact.
import type { ContactId } from '../../domain/model/ids.ts';
import type { Call } from './call.ts';

/**
 * An agent decided how to classify: the caller picks the classifier by `roll`, uniform in [0, 1).
 */
export interface Classifying {
  readonly contact: ContactId;
  readonly token: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly agent: string;
  readonly roll: number;
  /** The agent reached a mailbox, not a person. */
  readonly machine: boolean;
}

export function classifying({ contact, command, agent, reply }: Call, roll: number): Classifying {
  const machine = reply.kind === 'picks-up' && reply.by === 'machine';
  const { token, attributes } = command;
  return { contact, token, attributes, agent: agent ?? '', roll, machine };
}
