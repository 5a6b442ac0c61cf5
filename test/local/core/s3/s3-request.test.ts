import { expect, it } from 'vitest';
import { readS3Request } from '../../../../lib/local/s3/s3-request.ts';

const request = (line: string, headers: Readonly<Record<string, string>> = {}) => {
  const [method = '', url = ''] = line.split(' ');
  const [path = '', query = ''] = url.split('?');
  return { method, path, query: new URLSearchParams(query), headers, body: Buffer.alloc(0) };
};
const object = 'arn:aws:s3:::b/a b';

it.each<[string, string, string, string]>([
  ['GET /b/a%20b', 'GetObject', 's3:GetObject', object],
  ['HEAD /b/a%20b', 'HeadObject', 's3:GetObject', object],
  ['PUT /b/a%20b?x-id=PutObject', 'PutObject', 's3:PutObject', object],
  ['DELETE /b/a%20b', 'DeleteObject', 's3:DeleteObject', object],
  ['POST /b/a%20b?uploads', 'CreateMultipartUpload', 's3:PutObject', object],
  ['PUT /b/a%20b?partNumber=1&uploadId=u', 'UploadPart', 's3:PutObject', object],
  ['POST /b/a%20b?uploadId=u', 'CompleteMultipartUpload', 's3:PutObject', object],
  ['DELETE /b/a%20b?uploadId=u', 'AbortMultipartUpload', 's3:AbortMultipartUpload', object],
  ['GET /b?list-type=2&prefix=x', 'ListObjects', 's3:ListBucket', 'arn:aws:s3:::b'],
  ['HEAD /b', 'HeadBucket', 's3:ListBucket', 'arn:aws:s3:::b'],
  ['POST /b?delete', 'DeleteObjects', 's3:DeleteObject', 'arn:aws:s3:::b/*'],
])('%s is %s and needs %s', (line, action, iam, resource) => {
  const read = readS3Request(request(line));

  expect(read.action).toBe(action);
  expect(read.access).toEqual([{ action: iam, resource }]);
});

it('a copy needs to read its source as well', () => {
  const read = readS3Request(request('PUT /b/new', { 'x-amz-copy-source': '/a/old%20one' }));

  expect(read).toMatchObject({
    action: 'CopyObject',
    created: 'CopyObject',
    access: [
      { action: 's3:PutObject', resource: 'arn:aws:s3:::b/new' },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::a/old one' },
    ],
  });
});

it.each(['GET /b?versioning', 'PUT /b', 'GET /b/k?tagging', 'GET /', 'GET /b/k?uploadId=u'])(
  '%s is refused by name',
  (line) => {
    expect(() => readS3Request(request(line))).toThrow(/not emulated: s3:/);
  },
);
