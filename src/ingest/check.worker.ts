import { createDealChecker } from './check-deals.ts';
import type { FromChecker, ToChecker } from './check-messages.ts';

const take = createDealChecker((message: FromChecker) => self.postMessage(message));

self.addEventListener('message', ({ data }: MessageEvent<ToChecker>) => take(data));
