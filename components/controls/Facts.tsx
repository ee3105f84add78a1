import { Fragment } from 'preact';

/** Short facts in one line. Each stands for itself, so that a name in Arabic does not turn the numbers after it round. */
export function Facts({ facts }: { facts: readonly string[] }) {
  return (
    <>
      {facts
        .filter((fact) => fact !== '')
        .map((fact, i) => (
          <Fragment key={fact}>
            {i > 0 && ' · '}
            <bdi>{fact}</bdi>
          </Fragment>
        ))}
    </>
  );
}
