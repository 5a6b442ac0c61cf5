/** A rule that is a chain of e-mails of the longest text there may be. */
export function bigRule(emails: number): string {
  const text = 'x'.repeat(20_000);
  const tiles = Array.from(
    { length: emails },
    (_, n) =>
      `  e${n}: { kind: send-email, mailbox: hello, subject: x, text: ${text}, next: ${n === emails - 1 ? 'done' : `e${n + 1}`} }\n`,
  );
  return `name: Again\nstart: e0\ntiles:\n${tiles.join('')}  done: { kind: end }\n`;
}
