// E-mails as HTML and as text from one template (CBR-11). What a record's values hold is text,
// whatever it looks like.
import { type BothForms, guard, markedUp } from './mark-up.ts';
import { messageFor } from './message-text.ts';

type Scope = Parameters<typeof messageFor>[1];

const guarded = (scope: Scope): Scope =>
  Object.fromEntries(
    Object.entries(scope).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? guard(value)
        : Object.fromEntries(Object.entries(value).map(([key, text]) => [key, guard(text)])),
    ]),
  );

/** Undefined when the values break the template. */
export function bothForms(template: string, scope: Scope): BothForms | undefined {
  const made = messageFor(template, guarded(scope));
  return made === undefined ? undefined : markedUp(made);
}
