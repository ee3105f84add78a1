import { createSanitiser } from '../../lib/safety/sanitise-html.ts';

declare global {
  interface Window {
    lecternDoor?: ReturnType<typeof createSanitiser>;
    /** As in a browser that has no sanitiser of its own. */
    lecternOldDoor?: ReturnType<typeof createSanitiser>;
  }
}

// Bundled and put into a page without any policy, where whatever passes does its harm.
window.lecternDoor = createSanitiser(window);
Reflect.deleteProperty(Element.prototype, 'setHTML');
window.lecternOldDoor = createSanitiser(window);
