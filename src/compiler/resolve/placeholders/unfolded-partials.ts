import { once, onceByKey } from '../../../model/memory.ts'
import type { TemplateNode } from '../../parse/templates/template.ts'

type Partials = ReadonlyMap<string, readonly TemplateNode[]>

/** So many parts a partial may have with all that it includes: twenty partials that include the next one twice are a million. */
const mostParts = 10_000

const bodiesOf = (node: TemplateNode): readonly (readonly TemplateNode[])[] =>
  'body' in node ? [node.body, node.otherwise] : []

/** Parts of each partial with those that it includes; without end where it includes itself. */
const unfoldedSizes = once((partials: Partials): ((name: string) => number) => {
  const sizeOf = onceByKey((name: string): number => sizeOfNodes(partials.get(name) ?? [], sizeOf), {
    key: (name) => name,
    inCircle: () => Number.POSITIVE_INFINITY,
  })
  return sizeOf
})

function sizeOfNodes(nodes: readonly TemplateNode[], sizeOf: (partial: string) => number): number {
  const sizes = nodes.map((node) => {
    const included = node.kind === 'partial' ? sizeOf(node.name) : 0
    return 1 + included + bodiesOf(node).reduce((sum, body) => sum + sizeOfNodes(body, sizeOf), 0)
  })
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** What is wrong with including a partial: it includes itself, or so much that unfolding it would take for ever. */
export function partialFault(name: string, partials: Partials): string | undefined {
  const size = unfoldedSizes(partials)(name)
  if (size === Number.POSITIVE_INFINITY) return `partial "${name}" that includes itself`
  return size > mostParts ? `partial "${name}" that unfolds to more than ${mostParts} parts` : undefined
}
