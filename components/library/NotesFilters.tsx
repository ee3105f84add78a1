import type { PassageFilter } from '../../lib/app/notebook.ts';
import { COLOURS, type List } from '../../lib/article/list.ts';
import type { Passage } from '../../lib/article/passage.ts';
import { DAY, startOf } from './notes-query.ts';
import '../controls/colours.css';
import '../controls/mark-colours.css';

interface NotesFiltersProps {
  readonly passages: readonly Passage[];
  readonly lists: readonly List[];
  readonly filter: PassageFilter;
  readonly narrow: (change: PassageFilter) => void;
  readonly isByArticle: boolean;
  readonly setByArticle: (isByArticle: boolean) => void;
  readonly now: number;
}

const TIMES: readonly (readonly [string, number])[] = [
  ['Last 7 days', 7],
  ['Last 30 days', 30],
  ['Last 12 months', 365],
];

/** Order, words and conditions of the notes page. Only what some passage has can be chosen. */
export function NotesFilters(props: NotesFiltersProps) {
  const { passages, lists, filter, narrow, isByArticle, setByArticle, now } = props;
  const sites = countsOf(passages.map(({ article }) => article.siteName).filter((name) => name !== ''));
  const tags = countsOf(passages.flatMap(({ tags }) => tags.map(({ tagKey }) => tagKey)));
  const labels = new Map(passages.flatMap(({ tags }) => tags.map(({ tagKey, label }) => [tagKey, label])));
  const onLists = new Set(passages.flatMap(({ listIds }) => listIds));
  const offered = lists.filter(({ id }) => onLists.has(id));
  const chip = (name: string, isOn: boolean, click: () => void) => (
    <button type="button" class="chip" aria-pressed={isOn} onClick={click}>
      {name}
    </button>
  );
  return (
    <search class="notes-filters" aria-label="Narrow the notes">
      <input
        type="search"
        aria-label="Search notes and highlights"
        placeholder="Search notes and highlights"
        value={filter.typed ?? ''}
        onInput={({ currentTarget }) => narrow({ typed: currentTarget.value })}
      />
      <div class="notes-chips">
        {chip('Newest', !isByArticle, () => setByArticle(false))}
        {chip('By article', isByArticle, () => setByArticle(true))}
        {chip('With note', filter.isNoted === true, () => narrow({ isNoted: !filter.isNoted }))}
        <Select
          name="Any list"
          label="List"
          value={filter.listId}
          options={offered.map(({ id, name }) => [id, name])}
          choose={(listId) => narrow({ listId: offered.find(({ id }) => id === listId)?.id })}
        />
        <Select
          name="Any tag"
          label="Tag"
          value={filter.tagKey}
          options={tags.map((key) => [key, `# ${labels.get(key) ?? key}`])}
          choose={(tagKey) => narrow({ tagKey })}
        />
        <Select
          name="Any site"
          label="Site"
          value={filter.site}
          options={sites.map((site) => [site, site])}
          choose={(site) => narrow({ site })}
        />
        <Dates filter={filter} narrow={narrow} now={now} />
        <fieldset class="notes-colours">
          <legend class="visually-hidden">Colour</legend>
          {COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              class="mark-colour"
              data-colour={colour}
              aria-label={`Only ${colour}`}
              title={`Only ${colour}`}
              aria-pressed={filter.colour === colour}
              onClick={() => narrow({ colour: filter.colour === colour ? undefined : colour })}
            />
          ))}
        </fieldset>
      </div>
    </search>
  );
}

function Dates({ filter, narrow, now }: Pick<NotesFiltersProps, 'filter' | 'narrow' | 'now'>) {
  const span = TIMES.find(([, days]) => filter.since === startOf(now, days));
  // Also without the other day: what narrows the notes must be seen.
  const isOpen = filter.until !== undefined || (filter.since !== undefined && !span);
  return (
    <>
      <Select
        name="Any time"
        label="Time"
        value={isOpen ? 'dates' : span?.[0]}
        options={[...TIMES.map(([name]) => [name, name] as const), ['dates', 'Between two days…']]}
        choose={(name) => {
          const days = TIMES.find(([known]) => known === name)?.[1];
          const since = days === undefined ? undefined : startOf(now, days);
          narrow(name === 'dates' ? { since: startOf(now, 30), until: startOf(now, -1) } : { since, until: undefined });
        }}
      />
      {isOpen && (
        <>
          <DayField label="From" value={filter.since} set={(since) => narrow({ since })} />
          <DayField
            label="To"
            value={filter.until === undefined ? undefined : filter.until - DAY}
            set={(day) => narrow({ until: day === undefined ? undefined : day + DAY })}
          />
        </>
      )}
    </>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly set: (day: number | undefined) => void;
}

/** A day in the reader's own time zone. */
function DayField({ label, value, set }: DayFieldProps) {
  return (
    <input
      type="date"
      class="chip"
      aria-label={label}
      value={value === undefined ? '' : dayText(value)}
      onChange={({ currentTarget }) => {
        const [year = 0, month = 1, day = 1] = currentTarget.value.split('-').map(Number);
        set(currentTarget.value === '' ? undefined : new Date(year, month - 1, day).getTime());
      }}
    />
  );
}

function dayText(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (value: string | undefined) => void;
}

function Select({ name, label, value, options, choose }: SelectProps) {
  // An address may ask for what no passage has any more.
  const isKnown = value === undefined || options.some(([key]) => key === value);
  if (options.length === 0 && isKnown) return null;
  return (
    <select
      class={value === undefined ? 'chip' : 'chip is-on'}
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => choose(currentTarget.value === '' ? undefined : currentTarget.value)}
    >
      <option value="">{name}</option>
      {!isKnown && <option value={value}>No longer here</option>}
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** Each once, the most frequent first. */
function countsOf(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([value]) => value);
}
