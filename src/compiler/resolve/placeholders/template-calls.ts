import type { Expression, Option, TemplateNode } from '../../parse/templates/template.ts'

/** Helpers whose answer does not depend on figures. */
const withoutFigures = new Set(['period', 'dates', 'label', 'field', 'plain', 'table', 'eq', 'not', 'and', 'or'])

/** Whether a template asks for a figure, in any branch. Partials are asked by themselves. */
export const asksForFigures = (nodes: readonly TemplateNode[]): boolean => nodes.some(nodeAsks)

function nodeAsks(node: TemplateNode): boolean {
  switch (node.kind) {
    case 'text':
    case 'plain':
      return false
    case 'print':
      return asks(node.value)
    case 'partial':
      return (node.context !== undefined && asks(node.context)) || optionsAsk(node.options)
    case 'if':
      return asks(node.condition) || asksForFigures(node.body) || asksForFigures(node.otherwise)
    default:
      return asks(node.value) || asksForFigures(node.body) || asksForFigures(node.otherwise)
  }
}

const optionsAsk = (options: readonly Option[]): boolean => options.some(({ value }) => asks(value))

function asks(expression: Expression): boolean {
  if (expression.kind !== 'call') return false
  return !withoutFigures.has(expression.name) || expression.parameters.some(asks) || optionsAsk(expression.options)
}
