export { Html, html } from './html.ts';
export { safeReturnPath } from './page.ts';
export type { Page, PageCookie, PageReply, PageRequest } from './page.ts';
export { serve } from './serve.ts';
export type { Doorkeeper, Routes, StreamCall, StreamRoute } from './serve.ts';
export { openApi } from './openapi.ts';
export { addWebClient } from './static.ts';
