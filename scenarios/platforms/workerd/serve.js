import { answer } from './fetch.js';
import { call } from './function.js';

export default { fetch: request => answer(request, call) };
