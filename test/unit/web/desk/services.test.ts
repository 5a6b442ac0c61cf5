// Pages of other systems, and the letter an agent writes.
import { describe, expect, it } from 'vitest';
import { blankLetter, fromTemplate } from '../../../../web/desk/contact/letter.tsx';
import { openOnce } from '../../../../web/desk/contact/services.tsx';

const crm = { service: 'crm', name: 'CRM', url: 'https://crm.example.org/1', opens: 'with-record' };
const map = { service: 'map', name: 'Map', url: 'https://map.example.org/1', opens: 'by-hand' };
const services = [crm, map] as Parameters<typeof openOnce>[0];

function browser(isLookedAt = true) {
  const kept = new Map<string, string>();
  const opened: string[] = [];
  return {
    opened,
    isLookedAt: () => isLookedAt,
    open: (url: string) => void opened.push(url),
    kept: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    },
  };
}

describe('pages of other systems (CAM-25)', () => {
  it('open with the record, once for each contact, however often it is shown', () => {
    const tab = browser();
    openOnce(services, 'a1', tab);
    openOnce(services, 'a1', tab);
    openOnce(services, 'a2', tab);

    expect(tab.opened).toEqual([crm.url, crm.url]);
  });

  it('do not open from a tab that nobody looks at', () => {
    const tab = browser(false);
    openOnce(services, 'a1', tab);

    expect(tab.opened).toEqual([]);
  });
});

describe('a letter', () => {
  it('takes what its template says and keeps its id, so that it is sent once', () => {
    const { id } = blankLetter('email');
    const template = {
      template: 'letter',
      name: 'Letter',
      kind: 'email',
      subject: 'Your contract',
      text: 'Dear Ann',
      mailbox: 'office',
      html: true,
      cc: ['archive@example.org'],
      bcc: [],
      attachments: ['terms.pdf'],
    } as const;

    const { template: _, name: __, ...rest } = template;
    expect(
      fromTemplate({ ...template, cc: [...template.cc], bcc: [], attachments: ['terms.pdf'] }, id),
    ).toEqual({ ...rest, id });
  });
});
