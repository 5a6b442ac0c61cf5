// What Amazon's schema of the States Language says of a machine. The validator writes into what it
// is given.
import aslValidator from 'asl-validator';
import type { StateMachine } from '../../lib/compiler/states/asl.ts';

export function aslErrors(definition: StateMachine): string {
  const copy = JSON.parse(JSON.stringify(definition)) as Parameters<typeof aslValidator>[0];
  return aslValidator(copy).errorsText('\n');
}
