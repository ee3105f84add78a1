import { COLOURS, type Colour } from '../../lib/article/list.ts';

interface SwatchesProps {
  /** Names the choice for the browser: one on a page. */
  readonly name: string;
  readonly colour: Colour | undefined;
  readonly choose: (colour: Colour | undefined) => void;
  /** Whether there may be none. */
  readonly mayBeNone?: boolean;
}

/** The five colours, one of them chosen. */
export function Swatches({ name, colour, choose, mayBeNone = false }: SwatchesProps) {
  return (
    <fieldset class="swatches">
      <legend class="visually-hidden">Colour</legend>
      {[...(mayBeNone ? [undefined] : []), ...COLOURS].map((one) => (
        <label key={one} class="swatch" title={one ?? 'no colour'}>
          <input
            type="radio"
            name={name}
            aria-label={one ?? 'no colour'}
            checked={colour === one}
            onChange={() => choose(one)}
          />
          <span class="dot" data-colour={one} />
        </label>
      ))}
    </fieldset>
  );
}
