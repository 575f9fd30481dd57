import { z } from 'zod'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { checkYaml } from './check-yaml.ts'
import { parseSpec, type SpecDocument } from './spec.ts'

const text = z.string().min(1)

/** What the front matter of a slide may say. Values may hold placeholders where they are text for readers. */
export const frontMatterSpec = z.strictObject({
  layout: text.describe('Name of a layout in templates/layouts'),
  title: text.optional().describe('The headline: the message of the slide, with its figure in it'),
  subtitle: text.optional().describe('What is shown, unit and period'),
  section: text.optional().describe('On a section slide its id; elsewhere the id of the section it belongs to'),
  hidden: z.boolean().optional().describe('Only in the presenter edition'),
  historical: z.boolean().optional().describe('May speak of periods before those that the deck compares'),
  class: z
    .string()
    .regex(/^[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)*$/, 'class names in lower case with dashes')
    .optional()
    .describe('Further CSS classes of the slide'),
  source: z
    .union([text, z.array(text)])
    .optional()
    .describe('Documents to add to the source line'),
  fields: z.record(z.string(), z.unknown()).optional().describe('Further values that the layout asks for'),
})

export type FrontMatter = z.infer<typeof frontMatterSpec>

export interface FrontMatterReading {
  readonly front: FrontMatter | undefined
  readonly document: SpecDocument | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the YAML between the two "---" lines; `firstLine` is the line after the first. */
export function parseFrontMatter(yaml: string, path: string, firstLine: number): FrontMatterReading {
  const { document, diagnostics } = parseSpec({ path, text: yaml, firstLine })
  if (!document) return { front: undefined, document, diagnostics }
  const value = document.value ?? {}
  const checked = checkYaml({ ...document, value }, frontMatterSpec)
  if (!checked.ok) return { front: undefined, document, diagnostics: [...diagnostics, ...checked.diagnostics] }
  return { front: checked.value, document, diagnostics }
}
