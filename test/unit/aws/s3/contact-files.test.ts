import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { s3ContactFiles } from '../../../../lib/aws/s3/contact-files.ts';
import { type Answer, type Asked, answeringAws } from '../../../support/answering-aws.ts';

function filesOver(answer: (asked: Asked) => Answer) {
  const { asked, config } = answeringAws(answer);
  const client = new S3Client({
    ...config,
    forcePathStyle: true,
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  return { asked, files: s3ContactFiles(client, 'contacts') };
}

async function* lines(...all: string[]) {
  yield* all;
}

async function collected(chunks: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}

const errorText = (code: string) => `<Error><Code>${code}</Code><Message>no</Message></Error>`;

describe('files of contacts', () => {
  it('are read in chunks', async () => {
    const { asked, files } = filesOver(() => ({ text: 'name\r\nAnn' }));

    const chunks = await collected(files.read('imports/spring/people.csv'));

    expect(Buffer.concat(chunks).toString()).toBe('name\r\nAnn');
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /contacts/imports/spring/people.csv',
    ]);
  });

  it('that are not there are NotFound', async () => {
    const { files } = filesOver(() => ({ text: errorText('NoSuchKey'), status: 404 }));

    await expect(collected(files.read('imports/x.csv'))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it('cannot be read for now when S3 is slow', async () => {
    const { files } = filesOver(() => ({ text: errorText('SlowDown'), status: 503 }));

    await expect(collected(files.read('imports/x.csv'))).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
  });

  it('have a report written beside them, which says where it lies', async () => {
    const { asked, files } = filesOver(() => ({}));

    const key = await files.write('reports/spring/people.csv', lines('row;reason\r\n', '2;číslo'));

    expect(key).toBe('reports/spring/people.csv');
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /contacts/reports/spring/people.csv',
    ]);
    expect(asked[0]?.headers['content-type']).toBe('text/csv; charset=utf-8');
  });
});
