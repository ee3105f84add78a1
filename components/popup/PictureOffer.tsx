import type { ArticleDetail } from '../../lib/app/library.ts';
import type { PopupApp } from './popup-app.ts';
import './picture-offer.css';

interface PictureOfferProps {
  readonly app: PopupApp;
  readonly pictures: ArticleDetail['pictures'];
}

/** Offers, where it would help and until it was declined, the permission to fetch pictures from other sites. */
export function PictureOffer({ app, pictures }: PictureOfferProps) {
  const { settings, change } = app.settings;
  if (pictures.blocked === 0 || !settings.value.offersPictures) return null;
  const isOne = pictures.blocked === 1;
  return (
    <div class="offer">
      <p class="small">
        {isOne ? 'One picture comes' : `${pictures.blocked} pictures come`} from another site, which the browser opens
        to Lectern only if you allow it.
      </p>
      <button type="button" class="text-button" onClick={() => app.requestPictures()}>
        Allow pictures
      </button>
      <button type="button" class="text-button is-quiet" onClick={() => change({ offersPictures: false })}>
        Not now
      </button>
    </div>
  );
}
