import { capturePage } from '../../lib/capture/capture-page.ts';
import { answerReading } from '../../lib/platform/read-page.ts';
import { createPageParser } from '../../lib/safety/parse-fetched-page.ts';

// Never shown: the worker has no document of its own to read a page in.
const parse = createPageParser(window);
answerReading((html, url) => capturePage(parse(html, url)));
