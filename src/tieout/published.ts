import { z } from 'zod'
import type { Deck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { PublishedFigure } from './context.ts'
import { issueText } from './yaml-list.ts'

const publishedFile = z.object({
  deck: z.string(),
  date: z.string(),
  figures: z.array(z.object({ fact: z.string(), displayed: z.string(), decimals: z.int(), displayUnit: z.string() })),
})

/** What an edition prints, as JSON to keep until the next one: each fact once, at its finest. */
export function publishedText({ config, slides }: Deck): string {
  const finest = new Map<string, PublishedFigure>()
  for (const { fact, displayed, decimals, displayUnit } of slides.flatMap(({ uses }) => uses)) {
    const known = finest.get(fact)
    const isFiner = !known || (known.displayUnit === displayUnit && known.decimals < decimals)
    if (displayed !== '' && isFiner) finest.set(fact, { fact, displayed, decimals, displayUnit })
  }
  const figures = [...finest.values()].sort((a, b) => (a.fact < b.fact ? -1 : 1))
  return `${JSON.stringify({ deck: config.title, date: config.date, figures }, null, 1)}\n`
}

/** Reads what an earlier edition printed. */
export function parsePublished(
  text: string,
  path: string,
): { readonly figures: readonly PublishedFigure[]; readonly diagnostics: readonly Diagnostic[] } {
  const invalid = (problem: string): ReturnType<typeof parsePublished> => ({
    figures: [],
    diagnostics: [
      {
        code: 'invalid-published',
        severity: 'error',
        message: `invalid figures of an earlier edition: ${problem}`,
        hint: 'Give the file that was written when that edition was built.',
        place: { path, line: 1, column: 1 },
      },
    ],
  })
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return invalid('the file is no JSON')
  }
  const parsed = publishedFile.safeParse(raw)
  if (!parsed.success) return invalid(parsed.error.issues.map(issueText).join('; '))
  return { figures: parsed.data.figures, diagnostics: [] }
}
