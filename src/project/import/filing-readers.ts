import { readCompanyFacts } from './company-facts.ts'
import type { FilingContext, ReadFiling } from './filings.ts'
import { readInlineXbrl } from './inline-xbrl.ts'

type FilingReader = (text: string, context: FilingContext) => ReadFiling

/** Readers of filings by the ending of their files. */
export const filingReaders: Readonly<Record<string, FilingReader>> = {
  '.json': readCompanyFacts,
  '.htm': readInlineXbrl,
  '.html': readInlineXbrl,
  '.xhtml': readInlineXbrl,
}
