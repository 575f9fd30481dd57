import type { Report } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import {
  missingValue,
  unknownHelper,
  unknownName,
  unknownPartial,
  unsupportedRaw,
  unsupportedSyntax,
  unsupportedValue,
} from '../../diagnostics/placeholders.ts'
import type { Expression, TemplateNode } from '../../parse/templates/template.ts'
import { callHelper, type Helper } from './helper-call.ts'
import { isFields, member, namesFor, namesInReach, noNames, type Scope, startOfPath } from './scope.ts'
import { partialFault } from './unfolded-partials.ts'
import { isTruthy, unknownValue, type Value } from './value.ts'

interface ExpressionEnvironment {
  readonly helpers: ReadonlyMap<string, Helper>
  readonly report: Report
  /** What a call gave before, in the order of the calls: instead of running its helper. */
  readonly replay?: () => Value
  /** False while what will not be printed is only checked: no figure is looked up. */
  readonly live: boolean
}

/** Undefined: there is no value, and the reason has been reported. */
function evaluateExpression(
  expression: Expression,
  scope: Scope,
  environment: ExpressionEnvironment,
): Value | undefined {
  if (expression.kind === 'literal') return expression.value
  if (expression.kind === 'path') return evaluatePath(expression, scope, environment)
  if (environment.replay) {
    for (const argument of [...expression.parameters, ...expression.options.map((option) => option.value)])
      evaluateExpression(argument, scope, environment)
    return environment.replay()
  }
  const helper = environment.helpers.get(expression.name)
  if (!helper) {
    environment.report(unknownHelper(expression.name, environment.helpers.keys(), expression.namePlace))
    return undefined
  }
  return callHelper(helper, expression, {
    argument: (argument) => evaluateExpression(argument, scope, environment),
    report: environment.report,
    live: environment.live,
  })
}

type Path = Expression & { readonly kind: 'path' }

function evaluatePath(path: Path, scope: Scope, environment: ExpressionEnvironment): Value | undefined {
  const found = startOfPath(path, scope)
  if (!found) return evaluateBareHelper(path, scope, environment)
  let { value } = found
  for (const name of found.rest) {
    if (value === null) return null // an optional value that is absent has no parts either
    const next = member(value, name)
    if (next === undefined) {
      const known = isFields(value) ? value.fields.keys() : []
      environment.report(unknownName(path.text, { part: name, known, place: path.place }))
      return undefined
    }
    value = next
  }
  return value
}

/** {{figure}} is a helper without arguments, and so a mistake that the helper reports; anything else is an unknown name. */
function evaluateBareHelper(path: Path, scope: Scope, environment: ExpressionEnvironment): Value | undefined {
  if (environment.helpers.has(path.text)) {
    const { text: name, place } = path
    const call = { kind: 'call', name, parameters: [], options: [], place, namePlace: place } as const
    return evaluateExpression(call, scope, environment)
  }
  const names = namesInReach(scope)
  const known = names.length > 0 ? names : environment.helpers.keys()
  environment.report(unknownName(path.text, { part: path.text, known, place: path.place }))
  return undefined
}

/** How a message names an expression. */
const nameOf = (expression: Expression): string =>
  expression.kind === 'path' ? expression.text : expression.kind === 'call' ? expression.name : String(expression.value)

/** Receives what a template prints. */
interface TemplateSink {
  readonly text: (text: string, place: Place, node?: TemplateNode) => void
  readonly value: (value: Value, place: Place, node?: TemplateNode) => void
}

export interface TemplateEnvironment extends ExpressionEnvironment {
  readonly partials: ReadonlyMap<string, readonly TemplateNode[]>
  readonly sink: TemplateSink
  /** Whether branches not taken are checked too. Off where the whole template has been checked before. */
  readonly checkBranches: boolean
}

type BlockNode = Extract<TemplateNode, { readonly kind: 'each' | 'with' }>
type NodeOf<K extends TemplateNode['kind']> = Extract<TemplateNode, { readonly kind: K }>

/** Prints a template. Every name, helper and argument in it is checked, also in branches that are not taken. */
export function evaluate(nodes: readonly TemplateNode[], scope: Scope, environment: TemplateEnvironment): void {
  for (const node of nodes) evaluateNode(node, scope, environment)
}

function evaluateNode(node: TemplateNode, scope: Scope, environment: TemplateEnvironment): void {
  switch (node.kind) {
    case 'text':
      if (environment.live) environment.sink.text(node.text, node.place, node)
      break
    case 'plain':
      if (environment.live) environment.sink.value({ kind: 'plain', text: node.text }, node.place)
      break
    case 'print':
      evaluatePrint(node, scope, environment)
      break
    case 'if':
      evaluateIf(node, scope, environment)
      break
    case 'each':
      evaluateEach(node, scope, environment)
      break
    case 'with':
      evaluateWith(node, scope, environment)
      break
    case 'partial':
      evaluatePartial(node, scope, environment)
  }
}

function evaluatePrint(node: NodeOf<'print'>, scope: Scope, environment: TemplateEnvironment): void {
  const value = evaluateExpression(node.value, scope, environment)
  if (value === undefined || value === unknownValue) return
  const isHtml = typeof value === 'object' && value !== null && 'html' in value
  const problem = isHtml || value === null ? undefined : unprintable(value)
  if (node.raw && !isHtml) environment.report(unsupportedRaw(node.place))
  else if (problem) {
    const [what, instead] = problem
    environment.report(unsupportedValue(`${what} "${nameOf(node.value)}" as text`, instead, node.place))
  } else if (environment.live) {
    if (value === null) environment.report(missingValue(nameOf(node.value), node.place))
    else environment.sink.value(value, node.place, node)
  }
}

function unprintable(value: Value): readonly [string, string] | undefined {
  if (typeof value === 'boolean') return ['yes-or-no value', 'ask for it with {{#if …}}']
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined
  if (value.kind === 'list') return ['list', 'go through it with {{#each …}}']
  return value.kind === 'fields' ? ['group of values', 'print one of its values'] : undefined
}

const checkOnly = (environment: TemplateEnvironment): TemplateEnvironment =>
  environment.live ? { ...environment, live: false } : environment

/** Prints a branch that is taken; another is checked, where that was asked for. */
function branch(nodes: readonly TemplateNode[], scope: Scope, environment: TemplateEnvironment, taken: boolean): void {
  if (nodes.length === 0) return
  if (taken && environment.live) evaluate(nodes, scope, environment)
  else if (environment.checkBranches || !environment.live) evaluate(nodes, scope, checkOnly(environment))
}

function evaluateIf(node: NodeOf<'if'>, scope: Scope, environment: TemplateEnvironment): void {
  const value = evaluateExpression(node.condition, scope, environment)
  const yes = value !== undefined && isTruthy(value) !== node.negated
  branch(node.body, scope, environment, yes)
  branch(node.otherwise, scope, environment, value !== undefined && !yes)
}

function evaluateEach(node: BlockNode, scope: Scope, environment: TemplateEnvironment): void {
  const value = evaluateExpression(node.value, scope, environment)
  const isList = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'list'
  if (value !== undefined && value !== unknownValue && value !== null && !isList)
    environment.report(unsupportedValue(`#each over "${nameOf(node.value)}"`, 'it must be a list', node.value.place))
  const items = isList ? value.items : []
  if (items.length * scope.repeats > mostRepeats) {
    environment.report(unsupportedSyntax(`#each that repeats more than ${mostRepeats} times`, node.value.place))
    return
  }
  if (environment.live)
    for (const [index, item] of items.entries())
      evaluate(node.body, itemScope(node, { item, index, count: items.length, parent: scope }), environment)
  if (!environment.live || items.length === 0) {
    const item = isList ? value.sample : unknownValue
    branch(node.body, itemScope(node, { item, index: 0, count: 1, parent: scope }), environment, false)
  }
  branch(node.otherwise, scope, environment, items.length === 0)
}

/** Lists in lists: four of a thousand rows each would be evaluated for days. */
const mostRepeats = 20_000

interface Item {
  readonly item: Value
  readonly index: number
  readonly count: number
  readonly parent: Scope
}

function itemScope(node: BlockNode, { item, index, count, parent }: Item): Scope {
  const [name, indexName] = node.names
  const names = new Map<string, Value>()
  if (name !== undefined) names.set(name, item)
  if (indexName !== undefined) names.set(indexName, index)
  const data = new Map<string, Value>([
    ['index', index],
    ['number', index + 1],
    ['first', index === 0],
    ['last', index === count - 1],
  ])
  return { self: item, names, data, parent, repeats: parent.repeats * count }
}

function evaluateWith(node: BlockNode, scope: Scope, environment: TemplateEnvironment): void {
  const value = evaluateExpression(node.value, scope, environment)
  const yes = value !== undefined && isTruthy(value)
  const self = value ?? unknownValue
  const [name] = node.names
  const names = name === undefined ? noNames : new Map([[name, self]])
  branch(node.body, { ...scope, self, names, parent: scope }, environment, yes)
  branch(node.otherwise, scope, environment, value !== undefined && !yes)
}

function evaluatePartial(node: NodeOf<'partial'>, scope: Scope, environment: TemplateEnvironment): void {
  const body = environment.partials.get(node.name)
  if (!body) {
    environment.report(unknownPartial(node.name, environment.partials.keys(), node.place))
    return
  }
  const fault = partialFault(node.name, environment.partials)
  if (fault !== undefined) {
    environment.report(unsupportedSyntax(fault, node.place))
    return
  }
  const context = node.context ? evaluateExpression(node.context, scope, environment) : undefined
  const names = new Map(node.context ? noNames : namesFor(scope))
  for (const { key, value } of node.options) {
    const given = evaluateExpression(value, scope, environment)
    names.set(key, given === undefined ? unknownValue : given)
  }
  const inner: Scope = node.context
    ? { self: context ?? unknownValue, names, data: scope.data, parent: undefined, repeats: scope.repeats }
    : { ...scope, names }
  evaluate(body, inner, environment)
}
