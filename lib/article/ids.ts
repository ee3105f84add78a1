declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A random UUID. Ids never derive from content, so two devices can create records without meeting. */
export type ArticleId = Branded<'ArticleId'>;
export type VersionId = Branded<'VersionId'>;
export type PictureId = Branded<'PictureId'>;
export type ListId = Branded<'ListId'>;
export type HighlightId = Branded<'HighlightId'>;
/** Lower-case hexadecimal SHA-256 of a body's HTML or of a picture's bytes. */
export type ContentHash = Branded<'ContentHash'>;

/** Makes a new random id of the kind asked for; tests pass a counting one. */
export type MakeId = <Id extends string>() => Id;

/** The one id maker of the product. */
export const randomId: MakeId = <Id extends string>() => crypto.randomUUID() as Id;

/** Milliseconds since the epoch, UTC. */
export type Timestamp = number;

/** Gives the present moment; tests pass a fixed one. */
export type Clock = () => Timestamp;
