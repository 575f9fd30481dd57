const blank = (match: string): string => ' '.repeat(match.length)

/**
 * The line with markup blanked out and full-width forms narrowed, character for character: columns stay those of
 * the source. List tags become bullets, so that a list inside a table cell can be told apart.
 */
export function maskLine(line: string): string {
  return line
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2002-\u200a\u202f\u3000]/g, ' ')
    .replace(/[−‒]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/([$€£¥])\((\d[\d.,]*)\)(\s?(?:million|billion|thousand|bn|mn|[mbk])\b)?/gi, '($1$2$3)')
    .replace(/\((\d[\d.,]*)\)(\s?(?:%|bps\b|pts?\b|pp\b))/gi, '($1$2)')
    .replace(/&nbsp;/g, blank)
    .replace(/&amp;/g, '&    ')
    .replace(/<br\s*\/?>/gi, (match) => ';'.padEnd(match.length))
    .replace(/<(?:https?:\/\/|mailto:)[^>]*>/g, blank)
    .replace(/https?:\/\/\S+|\b[\w.-]+@[\w-]+\.\w[\w.]*/g, blank)
    .replace(/\+\d{1,3}(?:[\s-]\(?\d{1,4}\)?){2,}|\b0\d{1,4}-\d{2,4}-\d{3,4}\b/g, blank)
    .replace(/<\/?[a-zA-Z][^<>]*>/g, blank)
    .replace(/\*\*|__|`/g, blank)
}
