import { answer } from './fetch.js';
import { call } from './function.js';

Deno.serve({ hostname: '127.0.0.1', port: Number(Deno.args[0]), onListen() {} }, request => answer(request, call));
