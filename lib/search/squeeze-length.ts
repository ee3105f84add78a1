/** A number of tokens in one byte, some 4 % apart: enough for ranking. */
export const squeezeLength = (length: number): number => Math.min(255, Math.round(Math.log2(length + 1) * 16));
export const spreadLength = (squeezed: number): number => 2 ** (squeezed / 16) - 1;
