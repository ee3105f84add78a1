import type { OpenedPicture } from '../../lib/app/open-article.ts';
import type { PictureFailure } from '../../lib/article/picture.ts';
import type { PictureRequests } from './reader-app.ts';

interface MissingPictureProps {
  readonly picture: OpenedPicture | undefined;
  readonly alt: string;
  readonly requests: PictureRequests;
}

const FAILED: Readonly<Record<PictureFailure, string>> = {
  unreachable: 'Its site did not answer.',
  'not-found': 'This picture was gone when Lectern asked for it.',
  'not-a-picture': 'Its address gave no picture.',
  'too-large': 'This picture is over 12 MB, or would be once it is shown over 400, and was left out.',
  'private-host': 'It lies on a private network, where Lectern does not fetch.',
  'over-article-limit': 'The pictures before it reached the 12 MB kept of one article.',
  freed: 'You let this picture go, for the room it took.',
};

/** Stands for a picture that is not kept: what it shows, and one line on why it is not here. */
export function MissingPicture({ picture, alt, requests }: MissingPictureProps) {
  return (
    <span class="missing-picture">
      {alt !== '' && <span class="missing-alt">{alt}</span>}
      <span class="missing-why">
        {whyMissing(picture)}
        {picture?.state === 'blocked' && (
          <button type="button" class="text-button" onClick={() => requests.allow()}>
            Allow pictures
          </button>
        )}
        {picture?.state === 'failed' && (picture.reason === 'unreachable' || picture.reason === 'freed') && (
          <button type="button" class="text-button" onClick={() => requests.retry()}>
            Try again
          </button>
        )}
      </span>
    </span>
  );
}

function whyMissing(picture: OpenedPicture | undefined): string {
  if (picture === undefined) return 'This picture was not kept.';
  if (picture.state === 'waiting') {
    return picture.attempts > 0 ? 'Not kept yet: waiting for a connection.' : 'Not kept yet: on its way.';
  }
  if (picture.state === 'blocked') return 'Not kept yet: another site’s picture.';
  // Marked as kept, and its bytes are not there: files were lost on the disk.
  if (picture.state === 'kept') return 'The bytes of this picture are missing on the disk.';
  return FAILED[picture.reason ?? 'unreachable'];
}
