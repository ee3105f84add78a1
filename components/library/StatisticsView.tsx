import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Room as DeviceRoom } from '../../lib/app/privacy.ts';
import type { Share, Statistics, Week } from '../../lib/app/statistics.ts';
import { formatBytes, formatCount, formatDay } from '../../lib/library/row-facts.ts';
import { ChartTable, Columns, Line } from './charts.tsx';
import { FailedState } from './FailedState.tsx';
import { FreeRoom } from './FreeRoom.tsx';
import type { LibraryApp } from './library-app.ts';
import './statistics-view.css';

interface StatisticsViewProps {
  readonly app: LibraryApp;
  /** Articles in the trash. */
  readonly trashed: number | undefined;
}

/** What was kept and read in a quarter, and how much room it takes. Each drawing has its table. */
export function StatisticsView({ app, trashed = 0 }: StatisticsViewProps) {
  const [read, setRead] = useState<{ readonly value?: Statistics; readonly error?: unknown }>({});
  const [device, setDevice] = useState<DeviceRoom>({});
  const look = useCallback(() => {
    app
      .loadTools()
      .then((tools) => tools.readStatistics())
      .then(
        (value) => setRead({ value }),
        (error) => setRead({ error }),
      );
    app.privacy.readRoom().then(setDevice, () => undefined);
  }, [app]);
  useEffect(look, [look]);
  const { value, error } = read;
  return (
    <div class="page statistics">
      <h1>Your reading</h1>
      {error !== undefined && <FailedState error={error} />}
      {value && (
        <div class="cards">
          <KeptAndFinished weeks={value.weeks} />
          <MinutesRead {...value} />
          <Pile statistics={value} now={app.now()} />
          <Room statistics={value} device={device} trashed={trashed}>
            <FreeRoom app={app} freed={look} />
          </Room>
          <Shares title="By site" shares={value.sites} of="Site" />
          <Shares title="By list" shares={value.lists} of="List" />
        </div>
      )}
    </div>
  );
}

function Card({ title, words, wide, children }: CardProps) {
  return (
    <section class="card" data-wide={wide}>
      <h2>{title}</h2>
      <p class="small muted number">{words}</p>
      {children}
    </section>
  );
}

interface CardProps {
  readonly title: string;
  readonly words: string;
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
}

function KeptAndFinished({ weeks }: { weeks: readonly Week[] }) {
  const kept = weeks.reduce((sum, week) => sum + week.kept, 0);
  const finished = weeks.reduce((sum, week) => sum + week.finished, 0);
  const words = `${counted(kept)} kept and ${formatCount(finished)} finished in 13 weeks.`;
  return (
    <Card title="Kept and finished, by week" words={words} wide>
      <Columns
        label={`Columns by week. ${words}`}
        columns={weeks.map((week) => ({ name: monthOf(week.from), values: [week.kept, week.finished] }))}
      />
      <p class="legend small">
        <span class="key" data-series="0" /> kept <span class="key" data-series="1" /> finished
      </p>
      <ChartTable
        caption="Kept and finished, by week"
        heads={['Week from', 'Kept', 'Finished']}
        rows={weeks.map((week) => [dayOf(week.from), formatCount(week.kept), formatCount(week.finished)])}
      />
    </Card>
  );
}

function MinutesRead({ weeks, minutes, pace }: Statistics) {
  return (
    <Card title="Minutes read" words={`Counted by the words of what you read, at ${Math.round(pace)} a minute.`}>
      <p class="large number">{formatCount(minutes)}</p>
      <p class="small muted">{minutes === 1 ? 'minute' : 'minutes'} in the last 30 days</p>
      <Line label="Minutes read, by week" values={weeks.map((week) => week.minutes)} />
      <ChartTable
        caption="Minutes read, by week"
        heads={['Week from', 'Minutes']}
        rows={weeks.map((week) => [dayOf(week.from), formatCount(week.minutes)])}
      />
    </Card>
  );
}

function Pile({ statistics, now }: { statistics: Statistics; now: number }) {
  const { pile, oldest } = statistics;
  const total = pile.reduce((sum, { count }) => sum + count, 0);
  const words =
    oldest === undefined
      ? 'Nothing waits in Inbox.'
      : `${counted(total)} in Inbox. The oldest waits since ${formatDay(oldest, now)}.`;
  return (
    <Card title="The pile, by age" words={words}>
      <Bars bars={pile.map(({ name, count }) => ({ name, value: count, said: formatCount(count) }))} head="Age" />
    </Card>
  );
}

function Shares({ title, shares, of }: { title: string; shares: readonly Share[]; of: string }) {
  return (
    <Card title={title} words={shares.length === 0 ? 'Nothing read in 13 weeks.' : 'Minutes read in 13 weeks.'}>
      <Bars
        bars={shares.map(({ name, minutes }) => ({ name, value: minutes, said: `${formatCount(minutes)} min` }))}
        head={of}
      />
    </Card>
  );
}

interface BarsProps {
  readonly bars: readonly { readonly name: string; readonly value: number; readonly said: string }[];
  readonly head: string;
}

/** Bars that are a table themselves: name, bar, number. */
function Bars({ bars, head }: BarsProps) {
  if (bars.length === 0) return null;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <table class="bars">
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">Number</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, value, said }) => (
          <tr key={name}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <td>
              <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(value / most) * 100} height="10" />
              </svg>
              <span class="number">{said}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RoomProps {
  readonly statistics: Statistics;
  readonly device: DeviceRoom;
  readonly trashed: number;
  readonly children: ComponentChildren;
}

function Room({ statistics, device, trashed, children }: RoomProps) {
  const { pictures, texts, index, pictureCount, textCount } = statistics.room;
  const used = device.used ?? pictures + texts + index;
  const words = `${formatBytes(used)} on this device${device.free === undefined ? '' : `, ${formatBytes(device.free)} free`}. Nothing is stored anywhere else.`;
  const parts = [
    { name: 'Pictures', bytes: pictures, count: counted(pictureCount, 'file') },
    { name: 'Texts', bytes: texts, count: counted(textCount, 'text') },
    { name: 'Search', bytes: index, count: 'the index' },
  ];
  const total = Math.max(1, pictures + texts + index);
  let at = 0;
  return (
    <Card title="On this device" words={words} wide>
      <svg class="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ name, bytes }, i) => {
          const from = at;
          at += (bytes / total) * 100;
          return <rect key={name} data-part={i} x={from} width={(bytes / total) * 100} height="10" />;
        })}
      </svg>
      <table class="room">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Room, about</th>
            <th scope="col">Of</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, bytes, count }, i) => (
            <tr key={name}>
              <th scope="row">
                <span class="key" data-part={i} /> {name}
              </th>
              <td class="number">{bytes === 0 ? 'none' : `about ${formatBytes(bytes)}`}</td>
              <td class="small muted number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {trashed > 0 && (
        <p class="small">
          <a href={`${location.pathname}#trash`}>
            {trashed === 1 ? 'One article lies' : `${formatCount(trashed)} articles lie`} in Trash
          </a>{' '}
          and still take room; emptying it frees that at once.
        </p>
      )}
      {children}
    </Card>
  );
}

const counted = (count: number, noun = 'article'): string => `${formatCount(count)} ${count === 1 ? noun : `${noun}s`}`;

const dayOf = (moment: number): string =>
  new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const monthOf = (moment: number): string => new Date(moment).toLocaleDateString('en-GB', { month: 'short' });
