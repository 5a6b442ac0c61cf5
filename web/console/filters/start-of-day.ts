/** The moment a day begins at in a zone, ISO 8601. @param day YYYY-MM-DD */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // the clock of the zone may be turned between the two: the second look is right
  const first = midnight - ahead(midnight, timeZone);
  return new Date(midnight - ahead(first, timeZone)).toISOString();
}

/** What the zone's clock shows beyond UTC at a moment, ms. */
function ahead(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('sv', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - at;
}
