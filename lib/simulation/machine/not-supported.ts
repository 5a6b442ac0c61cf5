/** The interpreter was given something that no compiled rule contains. */
export class NotSupported extends Error {
  override readonly name = 'NotSupported';

  constructor(what: string) {
    super(`the interpreter of compiled rules does not know ${what}`);
  }
}

/** Every field that is not known is refused: skipping one could change what the machine does. */
export function only(where: string, object: object, known: readonly string[]): void {
  const unknown = Object.keys(object).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new NotSupported(`'${unknown}' in ${where}`);
}
