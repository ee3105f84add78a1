import { useEffect, useState } from 'preact/hooks';

/** A kept picture from its bytes. Decorative: the title beside it says what it belongs to. */
export function Thumbnail({ blob, class: className }: { blob: Blob; class: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address === undefined ? <span class={className} /> : <img class={className} src={address} alt="" />;
}
