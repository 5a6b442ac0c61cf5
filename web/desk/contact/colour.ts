// The colour of a campaign, and what can be read on it.
const PLAIN = '#14598a';

/** For an element in the campaign's colour: its text is black or white, whichever is clearer. */
export function inColour(colour: string | undefined) {
  const background = colour ?? PLAIN;
  return { backgroundColor: background, color: readableOn(background) };
}

export function readableOn(colour: string): '#000000' | '#ffffff' {
  const light = luminance(colour);
  // contrast with white against contrast with black, WCAG 2
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
