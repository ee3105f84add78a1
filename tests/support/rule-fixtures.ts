import type { Rule, RuleContext } from '../../lib/capture/rules/rule.ts';

/** What every fixture of a cleaning rule is about. */
const CONTEXT: RuleContext = {
  url: 'https://orbit.example/2026/quiet-server-room',
  title: 'The quiet server room',
  siteName: 'Orbit Daily',
  authors: ['Mara Lindqvist'],
};

/** Runs rules over the markup of a fixture, in order. */
export function applyRules(document: Document, html: string, rules: readonly Rule[]): string {
  const root = document.createElement('div');
  root.innerHTML = html;
  for (const rule of rules) rule.apply(root, CONTEXT);
  return root.innerHTML;
}

/** Markup in which white space between elements makes no difference. */
export function plainHtml(document: Document, html: string): string {
  const root = document.createElement('div');
  root.innerHTML = html;
  return root.innerHTML
    .replace(/\s+/g, ' ')
    .replace(/(<(?:div|section|header)[^>]*>|<\/(?:p|div|section|h\d|ul|ol|header|figure|table)>|<hr>) /g, '$1')
    .replace(/ (<\/(?:div|section|header)>|<(?:p|div|section|h\d|ul|ol|figure|table|hr)[ >])/g, '$1')
    .trim();
}
