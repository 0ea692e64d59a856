import { call } from './function.js';

self.onmessage = ({ data: { target, body } }) => self.postMessage(call(target, body));
