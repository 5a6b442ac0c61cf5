// Errors as they may be logged: services like to repeat the number, the address or the whole item
// they refuse, and none of these appears in a log.

/** The error and its causes without numbers, addresses and foreign fields. */
export function presentable(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(masked(String(error)));
  const { cause, message } = error;
  const because = cause === undefined ? {} : { cause: presentable(cause) };
  const shown =
    error instanceof AggregateError
      ? new AggregateError(error.errors.map(presentable), masked(message), because)
      : new Error(masked(message), because);
  shown.name = error.name;
  shown.stack = masked(error.stack ?? '');
  return shown;
}

const masked = (text: string): string =>
  text
    // "1 validation error detected: Value '[TransactWriteItem(…)]' at 'transactItems' failed …"
    .replace(/Value '[\s\S]*' at '/, "Value '…' at '")
    .replaceAll(/\+\d{7,15}/g, (number) => `…${number.slice(-3)}`)
    .replaceAll(/([\w.%+-])[\w.%+-]*@([\w-]+\.[\w.-]+)/g, '$1…@$2');
