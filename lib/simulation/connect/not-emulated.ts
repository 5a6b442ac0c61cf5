// What the interpreter does not do is refused by name, never skipped: a test must not pass on a
// flow that was not run.
/** Something in a flow that this interpreter does not do. */
export class NotEmulated extends Error {
  /** @param what named as in the flow language, e.g. `action 'ask' of type ShowView` */
  constructor(what: string) {
    super(`not emulated: ${what}`);
    this.name = 'NotEmulated';
  }
}
