/** Outlines on a 24 × 24 grid, drawn with round strokes. */
const PATHS = {
  lectern: 'M3 6l9-2 9 2-9 3zM12 9v8M7 21h10M12 17l-3 4M12 17l3 4',
  check: 'M5 12l5 5L20 7',
  search: 'M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L20 20',
  back: 'M15 5l-7 7 7 7',
  type: 'M4 18L9 6l5 12M5.7 14h6.6M16 18l3-7 3 7M17 16h4',
  pen: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  star: 'M12 4l2.4 5.1 5.6.7-4.1 3.8 1.1 5.5-5-2.7-5 2.7 1.1-5.5L4 9.8l5.6-.7z',
  list: 'M6 4h12v16l-6-4-6 4z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  restore: 'M4 12a8 8 0 108-8M4 4v5h5M4.5 9A8 8 0 0112 4',
  inbox: 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1.5 2.5h3L15 13h5',
  warning: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  gear: 'M12 9a3 3 0 100 6 3 3 0 000-6zM12 3v3M12 18v3M4.2 7.5l2.6 1.5M17.2 15l2.6 1.5M4.2 16.5L6.8 15M17.2 9l2.6-1.5',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  link: 'M10 14a4 4 0 005.7 0l3-3a4 4 0 00-5.7-5.7l-1 1M14 10a4 4 0 00-5.7 0l-3 3A4 4 0 0011 18.7l1-1',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  menu: 'M4 7h16M4 12h16M4 17h16',
  refresh: 'M20 12a8 8 0 11-2.3-5.7M20 4v4.5h-4.5',
  out: 'M12 15V4M8 8l4-4 4 4M5 13v6h14v-6',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  up: 'M6 14l6-6 6 6',
  down: 'M6 10l6 6 6-6',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words or inside a named button: it has no name of its own. */
export const Icon = ({ name, size }: { name: IconName; size?: number }) => <Outline path={PATHS[name]} size={size} />;

/** An icon by its path: for one that only one page has, and the others need not load. */
export function Outline({ path, size = 18 }: { path: string; size?: number | undefined }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
