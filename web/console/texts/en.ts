// Texts of the console, in English.
export const en = {
  'console.name': 'console',
  'console.campaigns': 'Campaigns',
  'state.off': 'Off',
  'state.running': 'Running',
  'state.paused': 'Paused',
  'state.ended': 'Ended',
} as const;
