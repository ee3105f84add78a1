import type { SafeHtml } from '../article/html.ts';
import type { TrustHtml } from './trusted-types.ts';

/** Makes nodes of safe HTML in the inert document of a template: nothing in it loads or runs. */
export const createSafeParser =
  (document: Document, trust: TrustHtml) =>
  (html: SafeHtml): DocumentFragment => {
    const template = document.createElement('template');
    template.innerHTML = trust(html);
    return template.content;
  };
