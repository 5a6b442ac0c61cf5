/** The directory of people, where operations name a campaign. */
export const DIRECTORY = 'directory';
