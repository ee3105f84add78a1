/** What the search looks at; tests pass a made-up machine. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly exists: (path: string) => boolean;
}

export function findChromium(machine?: Machine): string | undefined;
export function findFirefox(machine?: Machine): string | undefined;
