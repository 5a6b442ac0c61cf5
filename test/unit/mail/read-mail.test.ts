// E-mails as mail programs write them, and as nobody should.
import { describe, expect, it } from 'vitest';
import { withoutHistory } from '../../../lib/domain/texting/quoted-history.ts';
import { readMail } from '../../../lib/mail/read-mail.ts';

const raw = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'), 'latin1');

const read = (...lines: readonly string[]) => readMail(raw(...lines));

/** As an agent reads it. */
async function shown(...lines: readonly string[]) {
  const { text } = await read(...lines);
  return withoutHistory(text);
}

describe('an e-mail', () => {
  it('from Gmail is read with its accents, and without what it quotes', async () => {
    const mail = [
      'MIME-Version: 1.0',
      'References: <a@ses> <b@ses>',
      'In-Reply-To: <b@ses>',
      'From: =?UTF-8?Q?=C5=BBaneta_W=C3=B3jcik?= <zaneta@gmail.com>',
      'To: Gabinet <r1.0123@reply.example.org>',
      'Message-ID: <c@mail.gmail.com>',
      'Subject: =?UTF-8?Q?Re=3A_Cennik_zabieg=C3=B3w?=',
      'Content-Type: multipart/alternative; boundary="000"',
      '',
      '--000',
      'Content-Type: text/plain; charset="UTF-8"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Dzie=C5=84 dobry, czy mo=C5=BCna w czwartek?',
      '',
      'pon., 2 mar 2026 o 10:15 Gabinet U=C5=9Bmiech <recepcja@gabinet.example> napi=',
      'sa=C5=82(a):',
      '',
      '> Przegl=C4=85d 150 z=C5=82.',
      '>',
      '--000',
      'Content-Type: text/html; charset="UTF-8"',
      '',
      '<div>Other</div>',
      '--000--',
    ];
    const { from, to, subject, ids } = await read(...mail);

    expect({ from, to, subject, ids }).toEqual({
      from: 'zaneta@gmail.com',
      to: ['r1.0123@reply.example.org'],
      subject: 'Re: Cennik zabiegów',
      ids: ['<a@ses>', '<b@ses>', '<c@mail.gmail.com>'],
    });
    expect(await shown(...mail)).toEqual({
      text: 'Dzień dobry, czy można w czwartek?',
      quoted: expect.stringContaining('> Przegląd 150 zł.'),
    });
  });

  it('from Outlook in Czech, of HTML alone, becomes text, and its history is cut off', async () => {
    const html =
      '<html><head><style>p{color:red}</style></head><body><p>Dobr=FD den,</p><p>hod=ED se =E8tvrtek.</p>' +
      '<script>alert(1)</script><img src=3D"http://track.example/x.png">' +
      '<hr><p><b>Od:</b> Recepce &lt;recepce@ordinace.example&gt;<br><b>Odesl=E1no:</b> pond=ECl=ED 2. b=F8ezna 2026 10:15' +
      '<br><b>Komu:</b> Jan Nov=E1k<br><b>P=F8edm=ECt:</b> Cen=EDk</p><p>Prohl=EDdka 500 K=E8</p></body></html>';
    const { text, quoted } = await shown(
      'From: jan@seznam.example',
      'Subject: =?windows-1250?Q?RE:_Cen=EDk?=',
      'Content-Type: text/html; charset="windows-1250"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      html,
    );

    expect(text).toMatch(/^Dobrý den,\n\nhodí se čtvrtek\./);
    expect(text).not.toMatch(/alert|track|color/);
    expect(quoted).toMatch(/Prohlídka 500 Kč$/);
  });

  it.each([
    ['iso-8859-2', 'Za\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1 ja\xbc\xf1', 'Zażółć gęślą jaźń'],
    ['windows-1250', 'Za\xbf\xf3\xb3\xe6 g\xea\x9cl\xb9 ja\x9f\xf1', 'Zażółć gęślą jaźń'],
    ['utf-8', 'P\xc5\x99\xc3\xadli\xc5\xa1', 'Příliš'],
    ['no-such-charset', 'Hello', 'Hello'],
  ])('is read in %s', async (charset, bytes, text) => {
    const head = ['From: a@b.example', `Content-Type: text/plain; charset=${charset}`];

    expect((await read(...head, '', bytes)).text).toBe(text);
  });

  it('names the files that came with it, and keeps none', async () => {
    const { text, files } = await read(
      'From: a@b.example',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'See there.',
      '--x',
      'Content-Type: application/pdf; name="=?UTF-8?Q?zgoda=C5=82.pdf?="',
      'Content-Disposition: attachment',
      'Content-Transfer-Encoding: base64',
      '',
      'SGVsbG8h',
      '--x--',
    );

    expect({ text, files }).toEqual({
      text: 'See there.',
      files: [{ name: 'zgodał.pdf', size: 6 }],
    });
  });

  it('is cut at a length, and cannot turn the direction of what is written after it', async () => {
    const long = await read('From: a@b.example', '', 'x'.repeat(50_000));
    const turned = Buffer.from(
      'From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\na\u202eb\u0000c',
    );

    expect(long.text).toHaveLength(20_000);
    expect((await readMail(turned)).text).toBe('abc');
  });

  it('tells of the verdicts on top, not of those a sender has written below', async () => {
    const { headers } = await read(
      'X-SES-Spam-Verdict: FAIL',
      'From: a@b.example',
      'X-SES-Spam-Verdict: PASS',
      '',
      'Buy',
    );

    expect(headers.get('x-ses-spam-verdict')).toBe('FAIL');
  });

  it('goes to whom the envelope named, also when they are in no header of the sender', async () => {
    const { to } = await read(
      'Received: from a by inbound-smtp.eu-central-1.amazonaws.com with SMTP id 1',
      ' for r1.abc@reply.example.org; Mon, 2 Mar 2026 10:00:00 +0000',
      'From: a@b.example',
      'To: undisclosed-recipients:;',
      '',
      'Hello',
    );

    expect(to).toEqual(['r1.abc@reply.example.org']);
  });

  it('is read as far as it goes when it breaks off, and rejected when its headers never end', async () => {
    const broken = await read(
      'From: a@b.example',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      '',
      'As far as this',
    );

    expect(broken.text).toBe('As far as this');
    expect(await read('').then(({ from, text }) => [from, text])).toEqual(['', '']);
    await expect(read(`X: ${'y'.repeat(600_000)}`, '', 'z')).rejects.toThrow();
  });
});
