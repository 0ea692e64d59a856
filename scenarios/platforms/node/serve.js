import { call } from './function.js';
import { serve } from './http.js';

serve(call);
