/**
 * Something a flow asks for that this interpreter does not do. Never skipped: a test must not pass
 * on a flow that was not run.
 */
export class NotEmulated extends Error {
  /**
   * @param what the thing by its name in the flow language, e.g. `action 'ask' of type ShowView`
   */
  constructor(what: string) {
    super(`not emulated: ${what}`);
    this.name = 'NotEmulated';
  }
}
