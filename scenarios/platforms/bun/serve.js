import { answer } from './fetch.js';
import { call } from './function.js';

Bun.serve({ hostname: '127.0.0.1', port: Number(process.argv[2]), idleTimeout: 60, fetch: request => answer(request, call) });
