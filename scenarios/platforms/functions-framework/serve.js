import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { call } from './function.js';

http('function', (request, response) => {
  const { status, headers, body } = call(request.originalUrl, request.rawBody ?? new Uint8Array());
  response.statusCode = status;
  for (const name in headers) response.setHeader(name, headers[name]);
  response.end(body);
});

// The framework's own command serves the same, but on all of the machine's addresses.
getTestServer('function').setTimeout(0).listen(Number(process.argv[2]), '127.0.0.1');
