import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('unknown-attachment', () => {
  it('reports a file that is not in attachments/', () => {
    expect(found({ [AGAIN]: ['attachments: [leaflet.pdf]', 'attachments: [leaflt.pdf]'] })).toEqual(
      [
        "rules/again.yaml:28:19 unknown-attachment: tile 'letter' attaches 'leaflt.pdf', which is not in attachments/",
      ],
    );
  });

  it('reports a file that a classifier attaches', () => {
    const email = 'mailbox: hello, subject: Hi, text: Hello, attachments: [leaflt.pdf]';
    const keys = `    closes: true\n    sendsEmail: { ${email} }`;
    expect(found({ 'campaigns/spring.yaml': ['    closes: true', keys] })).toEqual([
      "campaigns/spring.yaml:19:75 unknown-attachment: classifier 'sold' attaches 'leaflt.pdf', which is not in attachments/",
    ]);
  });

  it('accepts an e-mail without attachments', () => {
    expect(found({ [AGAIN]: ['attachments: [leaflet.pdf]', 'attachments: []'] })).toEqual([]);
  });
});
