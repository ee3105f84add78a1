/** What is told apart in code; the rest stays as it is. */
export const CODE_KINDS = ['keyword', 'string', 'comment', 'number', 'name'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];
