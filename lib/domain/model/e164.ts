/**
 * Whether a text is a number in the form networks use, the only one Connect gives and takes (ITU-T
 * E.164).
 */
export const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);
