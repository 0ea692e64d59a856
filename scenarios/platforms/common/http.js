import { createServer } from 'node:http';

/** Serves `call`, which may take its time, at the port that the command line names. */
export function serve(call) {
  createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const parts = [];
    request.on('data', part => parts.push(part));
    request.on('end', async () => {
      try {
        const { status, headers, body } = await call(request.url, Buffer.concat(parts));
        response.statusCode = status;
        for (const name in headers) response.setHeader(name, headers[name]);
        response.end(body);
      } catch (error) {
        response.statusCode = 500;
        response.end(`${error}\n`);
      }
    });
  }).listen(Number(process.argv[2]), '127.0.0.1');
}
