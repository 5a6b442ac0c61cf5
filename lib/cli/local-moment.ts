import { Temporal } from 'temporal-polyfill';

/** Epoch ms of a local date and time in a zone; undefined when the text is none. */
export function instantAt(text: string, timeZone: string): number | undefined {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
