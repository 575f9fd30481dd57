import { z } from 'zod'
import type { Reading } from '../../../model/diagnostic.ts'
import { checkYaml, isoDateSpec } from '../check-yaml.ts'
import { parseYaml, type YamlText } from '../yaml.ts'

/** data/approvals.yaml: which decks `release` may publish. */
export const approvalsSpec = z.array(
  z.strictObject({
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'the 64 digits that "site --embargo" prints' })
      .describe("SHA-256 of the deck's manifest.json, as `site --embargo` prints it"),
    who: z
      .string()
      .refine((text) => text.replace(/[^\p{L}]/gu, '').length >= 2, {
        error: 'a name or initials, of two letters or more',
      })
      .describe('Who approved it'),
    when: isoDateSpec.describe('The day of the approval'),
  }),
)

/** An approved deck. */
export type Approval = z.infer<typeof approvalsSpec>[number]

/** Reads data/approvals.yaml. No page is made of it: an approval changes no byte that it approves. */
export function parseApprovals(source: YamlText): Reading<readonly Approval[]> {
  const { value: document, diagnostics } = parseYaml(source)
  if (!document || document.value === null) return { value: [], diagnostics }
  const { value, diagnostics: found } = checkYaml(document, approvalsSpec)
  return { value: value ?? [], diagnostics: [...diagnostics, ...found] }
}
