// Texts of the desk, in English.
export const en = {
  'desk.name': 'desk',
  'desk.work': 'My work',
  'desk.nothing': 'Nothing waits for you.',
} as const;
