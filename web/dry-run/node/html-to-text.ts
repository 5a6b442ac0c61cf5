// Stands in for html-to-text: simulated people write plain text, and the library is larger than all
// else that reads an e-mail.
export function convert(): string {
  throw new Error('simulated people write no HTML');
}
