import lambdaLocal from 'lambda-local';
import * as lambda from './lambda.js';
import { serve } from './http.js';

serve(async (target, body) => {
  const [rawPath, rawQueryString = ''] = target.split('?', 2);
  // Payload format 2.0 of an HTTP API, as far as the function looks at it.
  const event = { version: '2.0', rawPath, rawQueryString, body: body.toString('base64'), isBase64Encoded: true };
  const answer = await lambdaLocal.execute({ event, lambdaFunc: lambda, lambdaHandler: 'handler', timeoutMs: 30_000, verboseLevel: 0 });
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.from(answer.body, 'base64') };
});
