const mayBeDecomposed = /[\p{M}\u1100-\u11ff]/u
const decomposed = /\P{M}\p{M}+|[\u1100-\u11ff]{2,}/gu

/**
 * A text with each letter and its accents as the one letter that fonts have and names are compared by: some systems write
 * "é" as an e and an accent. Nothing else is changed: letters that Unicode would replace by others stay.
 */
export const composed = (text: string): string =>
  mayBeDecomposed.test(text) ? text.replace(decomposed, (letters) => letters.normalize('NFC')) : text
