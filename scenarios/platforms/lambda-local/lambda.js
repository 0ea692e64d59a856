import { call } from './function.js';

export async function handler({ rawPath, rawQueryString, body }) {
  const answer = call(rawQueryString ? `${rawPath}?${rawQueryString}` : rawPath, Buffer.from(body, 'base64'));
  return { statusCode: answer.status, headers: answer.headers, body: Buffer.from(answer.body).toString('base64'), isBase64Encoded: true };
}
