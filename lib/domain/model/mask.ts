// How a number or address may appear in logs, gates and journals: enough to recognise, too little
// to contact.

/** The last three characters of a number. */
export const mask = (phone: string): string => `…${phone.slice(-3)}`;

/** The first letter and the domain of an address. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '…' : `${email.slice(0, 1)}…${email.slice(at)}`;
}
