/** A text with some of its pieces marked. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  if (marks.length === 0) return <>{text}</>;
  return (
    <>
      {marks.map(([start, end], i) => (
        <>
          {text.slice(marks[i - 1]?.[1] ?? 0, start)}
          <mark key={start}>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
