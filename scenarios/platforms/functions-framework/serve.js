import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { call } from './function.js';

http('function', async (request, response) => {
  // The framework does not read a body of no stated type.
  const { status, headers, body } = call(request.originalUrl, request.rawBody ?? Buffer.concat(await request.toArray()));
  response.statusCode = status;
  for (const name in headers) response.setHeader(name, headers[name]);
  response.end(body);
});

// The framework's own command serves the same, but on all of the machine's addresses.
getTestServer('function').setTimeout(0).listen(Number(process.argv[2]), '127.0.0.1');
