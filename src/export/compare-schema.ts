import { z } from 'zod'

const pieceSpec = z.strictObject({ kind: z.enum(['same', 'gone', 'new']), text: z.string() })
const where = z.enum(['title', 'subtitle', 'takeaway', 'text', 'table', 'tile', 'chart', 'note'])
const textChangeSpec = z.strictObject({ where, pieces: z.array(pieceSpec) })
const onlyInSpec = z.strictObject({ new: z.array(z.string()), gone: z.array(z.string()) })

/** What `compare --json` prints of two decks. */
export const compareSpec = z.strictObject({
  from: z.string(),
  to: z.string(),
  figures: z
    .array(
      z.strictObject({
        kind: z.enum(['restated', 'guidance', 'computed']),
        fact: z.string().describe('As inspect names it, by the newer names of metrics'),
        label: z.string(),
        period: z.string(),
        before: z.string(),
        after: z.string(),
        way: z.enum(['raised', 'cut', 'moved']).optional().describe('Of guidance'),
        slides: z.array(z.string()),
      }),
    )
    .describe('Figures that both decks show with other values: restated ones first, then guidance, then what follows'),
  shown: z.strictObject({ new: z.int(), gone: z.int() }).describe('How many figures only one of the decks shows'),
  slides: z.array(
    z.strictObject({
      slide: z.string(),
      kind: z.enum(['added', 'gone', 'changed']),
      before: z.int().optional().describe('Its number in the old deck'),
      after: z.int().optional(),
      isMoved: z.boolean(),
      wording: z.array(textChangeSpec),
      figures: z.array(textChangeSpec).describe('Lines that differ in figures and periods alone'),
      charts: z.array(z.strictObject({ id: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  sources: onlyInSpec,
  waivers: onlyInSpec,
  tied: z.strictObject({ before: z.string(), after: z.string() }).optional().describe('Tied figures of those printed'),
})
