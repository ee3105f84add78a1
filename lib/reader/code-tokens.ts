import { detectLanguage } from '@speed-highlight/core/detect';
import * as bundled from '@speed-highlight/core/languages';
import { type ShjLanguageData, type ShjToken, tokenizeWith } from '@speed-highlight/core/tokenize';
import type { CodeKind } from './code-kinds.ts';

export interface CodeToken {
  /** UTF-16 units in the code. */
  readonly start: number;
  readonly end: number;
  readonly kind: CodeKind;
}

/** Longer code is data, and no one reads it. Characters. */
const LONGEST = 60_000;

// Its types write absent fields as `undefined`, which ours tell apart.
const LANGUAGES = { ...bundled } as unknown as Readonly<Record<string, ShjLanguageData>>;

const KINDS: Readonly<Partial<Record<ShjToken, CodeKind>>> = {
  kwd: 'keyword',
  section: 'keyword',
  str: 'string',
  insert: 'string',
  esc: 'string',
  cmnt: 'comment',
  deleted: 'comment',
  num: 'number',
  bool: 'number',
  func: 'name',
  type: 'name',
  class: 'name',
};

/** Pages name languages in many ways. */
const ALIASES: Readonly<Record<string, string>> = {
  javascript: 'js',
  jsx: 'js',
  mjs: 'js',
  typescript: 'ts',
  tsx: 'ts',
  python: 'py',
  python3: 'py',
  rust: 'rs',
  golang: 'go',
  shell: 'bash',
  sh: 'bash',
  zsh: 'bash',
  console: 'bash',
  'shell-session': 'bash',
  'c++': 'c',
  cpp: 'c',
  'c#': 'c',
  csharp: 'c',
  yml: 'yaml',
  dockerfile: 'docker',
  makefile: 'make',
  perl: 'pl',
  markdown: 'md',
  svg: 'xml',
  vue: 'html',
  patch: 'diff',
};

/** The tokens of a piece of code in order. Without a language named the words decide; one that is not known gives none. */
export function codeTokens(code: string, named?: string): readonly CodeToken[] {
  if (code.length > LONGEST) return [];
  const name = named === undefined ? detectLanguage(code) : (ALIASES[named.toLowerCase()] ?? named.toLowerCase());
  const language = LANGUAGES[name];
  if (!language || name === 'plain') return [];
  const tokens: CodeToken[] = [];
  let at = 0;
  tokenizeWith(
    code,
    language,
    (text, type) => {
      const kind = type && KINDS[type];
      if (kind && text.trim() !== '') tokens.push({ start: at, end: at + text.length, kind });
      at += text.length;
    },
    { languages: LANGUAGES },
  );
  return tokens;
}
